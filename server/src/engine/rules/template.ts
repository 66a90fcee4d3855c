/** Text as it stands between the quotes, or a value that belongs into the braces around it. */
export type TemplatePart = string | TemplateValue;

/** A value of a template. */
export interface TemplateValue {
  /** Its position, or its name. */
  readonly key: string;
  /** What is taken of it: `.name`, or nothing. */
  readonly attributes: string;
}

const FIELD = /^(\w*)((?:\.[A-Za-z_]\w*)*)((?:![ars])?)((?::.*)?)$/s;

/**
 * Splits what `format` is called on into the text of an f-string and the values in it. `undefined` for what an f-string
 * cannot say alike: indices, fields of both kinds of numbers, braces that do not match, backslashes in a field.
 */
export function splitTemplate(raw: string): TemplatePart[] | undefined {
  const parts: TemplatePart[] = [];
  const numbers: Numbering = { next: 0, isManual: false };
  const end = splitInto(parts, raw, 0, 0, numbers);
  return end === raw.length && !(numbers.isManual && numbers.next > 0) ? parts : undefined;
}

interface Numbering {
  next: number;
  isManual: boolean;
}

/** Reads text up to its end, or up to the brace that ends a field; gives where, or -1 for what is refused. */
function splitInto(
  parts: TemplatePart[],
  raw: string,
  from: number,
  depth: number,
  numbers: Numbering,
): number {
  let at = from;
  while (at < raw.length) {
    const char = raw[at];
    if (char === "}" && depth > 0) return at;
    if ((char === "{" || char === "}") && raw[at + 1] === char) {
      if (depth > 0) return -1;
      parts.push(char + char);
      at += 2;
    } else if (char === "}") return -1;
    else if (char === "{") {
      if (depth > 1) return -1;
      at = readField(parts, raw, at, depth, numbers);
      if (at < 0) return -1;
    } else {
      if (depth > 0 && /[\\\r\n]/.test(char)) return -1;
      parts.push(char);
      at++;
    }
  }
  return depth === 0 ? at : -1;
}

/** Reads a field from its brace on; gives what stands behind it, or -1. */
function readField(
  parts: TemplatePart[],
  raw: string,
  open: number,
  depth: number,
  numbers: Numbering,
): number {
  const head = /^[^{}:]*/.exec(raw.slice(open + 1))?.[0] ?? "";
  const match = FIELD.exec(head);
  if (!match) return -1;
  const [, name, attributes, conversion] = match;
  if (/^\d/.test(name) && !/^\d+$/.test(name)) return -1;
  if (/^\d+$/.test(name)) numbers.isManual = true;
  const key = name === "" ? String(numbers.next++) : name;
  parts.push("{", { key, attributes }, conversion);
  let at = open + 1 + head.length;
  if (raw[at] === ":") {
    parts.push(":");
    at = splitInto(parts, raw, at + 1, depth + 1, numbers);
  }
  if (at < 0 || raw[at] !== "}") return -1;
  parts.push("}");
  return at + 1;
}
