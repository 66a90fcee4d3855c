import { nameOf } from "./paths";

/** https://docs.python.org/3/reference/lexical_analysis.html#encoding-declarations */
const CODING_COOKIE = /^(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))?[ \t\f]*#[^\r\n]*?coding[:=][ \t]*([-\w.]+)/;

/** Python's names of encodings that the platform knows by another. */
const PLATFORM_NAMES: Readonly<Record<string, string>> = {
  "iso8859-1": "latin1",
  "iso-latin-1": "latin1",
  "latin-1": "latin1",
  "mac-roman": "macintosh",
  cp866: "ibm866",
  cp932: "shift_jis",
  cp936: "gbk",
  cp949: "euc-kr",
  cp950: "big5",
};

/**
 * Decodes a file that may declare something: Python as its first two lines say (PEP 263), anything else and Python without
 * such a line as UTF-8. `undefined` where the bytes are no text of that encoding, or nobody knows it.
 */
export function decodeProjectFile(path: string, bytes: Uint8Array): string | undefined {
  const text = decode("utf-8", bytes);
  if (text !== undefined || !/\.pyw?$/.test(nameOf(path))) return text;
  const [, cookie] = CODING_COOKIE.exec(decode("latin1", bytes.subarray(0, 1000)) ?? "") ?? [];
  if (cookie === undefined) return undefined;
  const name = cookie.toLowerCase().replaceAll("_", "-");
  return decode(PLATFORM_NAMES[name] ?? name.replace(/^cp(125\d)$/, "windows-$1"), bytes);
}

function decode(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
