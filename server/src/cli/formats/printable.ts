/** Characters that would break out of their line, change its colour or turn its direction. */
const CONTROLS = /[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

const NAMES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Writes a text from outside, such as the name of a file, so that it stays on its line: `new\nline.py`. */
export function printable(text: string): string {
  return text.replaceAll(
    CONTROLS,
    (character) => NAMES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
