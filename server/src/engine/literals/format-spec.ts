import type { Feature } from "./feature";

/** `[[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type]`, as `format` reads it. */
const SPECIFICATION =
  /^(?:(?:[\s\S](?=[<>=^]))?[<>=^])?[-+ ]?(z)?#?(0)?(?:\d+)?([,_])?(?:\.(?:\d+)?([,_])?)?([a-zA-Z%])?$/u;

const ALIGNED = /^(?:[\s\S])?[<>=^]/u;

/**
 * Reads the format specification of a number or text: `z` for no negative zero, `,` and `_` between groups of digits,
 * `.,` and `._` for groups behind the point, `0s` for zeros before text. Anything else (dates, widths in braces) has no
 * features.
 */
export function readFormatSpecification(text: string): readonly Feature[] {
  const match = SPECIFICATION.exec(text);
  if (!match) return [];
  const [, coerce, zero, grouping, fraction, type] = match;
  const point = text.indexOf(".");
  const features: Feature[] = [];
  const at = (name: string, mark: string, from: number, to: number): void => {
    const start = text.slice(0, to).lastIndexOf(mark);
    if (start >= from) features.push({ name, start, end: start + mark.length });
  };
  const whole = point < 0 || fraction === undefined ? text.length : point;
  if (coerce) at("z", "z", 0, text.length);
  if (grouping) at(grouping, grouping, 0, point < 0 ? text.length : point);
  if (fraction) at(`.${fraction}`, fraction, whole, text.length);
  if (zero && type === "s" && !ALIGNED.test(text)) at("0s", "0", 0, text.search(/[1-9]|$/));
  return features;
}

/** A replacement field of a `str.format` template. Nested fields stand only in its specification. */
const DEEPEST_FIELD = 2;

/** Reads a template of `str.format`: fields without a number, and what their specifications use. */
export function readTemplate(text: string): readonly Feature[] {
  const features: Feature[] = [];
  let at = 0;
  while (at < text.length) {
    const brace = text[at];
    if (brace !== "{" && brace !== "}") at++;
    else if (text[at + 1] === brace) at += 2;
    else if (brace === "}") return [];
    else {
      const end = fieldEnd(text, at);
      if (end < 0) return [];
      features.push(...readField(text, at, end));
      at = end;
    }
  }
  return features;
}

/** The offset behind the brace that closes a field; negative where none does. */
function fieldEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "{" && ++depth > DEEPEST_FIELD) return -1;
    if (text[at] === "}" && --depth === 0) return at + 1;
  }
  return -1;
}

function readField(text: string, start: number, end: number): Feature[] {
  const inside = text.slice(start + 1, end - 1);
  const features: Feature[] = [];
  if (/^(?:[.[!:]|$)/.test(inside)) features.push({ name: "automatic-number", start, end });
  const colon = inside.search(/(?:^|[^[]):/);
  const specification = colon < 0 ? -1 : inside.indexOf(":", colon);
  if (specification < 0) return features;
  const offset = start + 1 + specification + 1;
  for (const found of readFormatSpecification(inside.slice(specification + 1))) {
    const moved = { start: found.start + offset, end: found.end + offset };
    features.push({ name: found.name, language: "format-spec", ...moved });
  }
  return features;
}
