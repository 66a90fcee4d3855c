import type { OffsetRange } from "../engine/findings";

/** A key of the outermost object of a text, and its value. */
export interface JsonMember {
  /** Of a string what stands between its quotes, as it is written; of any other value its text. */
  readonly value: OffsetRange;
  readonly isString: boolean;
}

const SPACE = /(?:[\s\uFEFF]|\/\/[^\r\n]*|\/\*[^]*?\*\/)*/y;
const STRING = /"(?:[^"\\\r\n]|\\.)*"/y;
const SCALAR = /[^\s,\]}/]+/y;

/**
 * Lists the keys of the outermost object of a JSON text that may hold comments and trailing commas. `undefined` for a
 * text that cannot be read.
 */
export function membersOf(text: string): ReadonlyMap<string, JsonMember> | undefined {
  const members = new Map<string, JsonMember>();
  const open: string[] = [];
  let at = skip(text, 0, SPACE);
  if (text[at] !== "{") return undefined;
  let key: string | undefined;
  while (at < text.length) {
    const start = at;
    const character = text[at];
    if (/[{[]/.test(character)) {
      if (open.length === 1 && key !== undefined) {
        members.set(key, { value: { start, end: start + 1 }, isString: false });
        key = undefined;
      }
      open.push(character);
      at++;
    } else if (/[}\]]/.test(character)) {
      if (open.pop() !== (character === "}" ? "{" : "[")) return undefined;
      at++;
      if (open.length === 0) return skip(text, at, SPACE) === text.length ? members : undefined;
    } else if (/[,:]/.test(character)) at++;
    else at = skip(text, at, character === '"' ? STRING : SCALAR);
    if (at === start) return undefined;
    const isString = character === '"';
    const next = skip(text, at, SPACE);
    if (open.length === 1 && !/[,:{[\]}]/.test(character)) {
      if (isString && text[next] === ":") key = text.slice(start + 1, at - 1);
      else if (key !== undefined) {
        members.set(key, {
          value: isString ? { start: start + 1, end: at - 1 } : { start, end: at },
          isString,
        });
        key = undefined;
      }
    }
    at = next;
  }
  return undefined;
}

function skip(text: string, from: number, pattern: RegExp): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
