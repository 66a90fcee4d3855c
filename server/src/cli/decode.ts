/** A text and how it was stored. */
export interface DecodedText {
  /** Without byte order mark. */
  readonly text: string;
  /** Turns an edited text back into bytes; `undefined` when the encoding has no bytes for it. */
  encode(text: string): Buffer | undefined;
}

/** Why bytes are no Python source, as a reason behind a file name. */
export interface DecodingFailure {
  readonly reason: string;
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** https://docs.python.org/3/reference/lexical_analysis.html#encoding-declarations */
const CODING_COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK_OR_COMMENT = /^[ \t\f]*(?:#.*)?$/;

/**
 * What Windows-1252 has at 0x80 to 0x9f; NUL stands for nothing. The platform's own decoder reads these bytes as Latin-1
 * in some versions of Node: https://github.com/nodejs/node/issues/56542
 */
const WINDOWS_1252 = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

/** Python's names of encodings for which the platform uses another, after `_` became `-`. */
const PLATFORM_NAMES: Readonly<Record<string, string>> = {
  "mac-roman": "macintosh",
  macroman: "macintosh",
  "mac-cyrillic": "x-mac-cyrillic",
  "euc-jp": "euc-jp",
  eucjp: "euc-jp",
  ujis: "euc-jp",
  "shift-jis": "shift_jis",
  sjis: "shift_jis",
  cp932: "shift_jis",
  "iso2022-jp": "iso-2022-jp",
  "euc-kr": "euc-kr",
  euckr: "euc-kr",
  cp949: "euc-kr",
  gb2312: "gbk",
  cp936: "gbk",
  "big5-tw": "big5",
  cp950: "big5",
  cp866: "ibm866",
  tis620: "windows-874",
};

/**
 * Decodes a Python file: as its coding cookie says, else as UTF-8 (https://peps.python.org/pep-0263/). Bytes that the
 * encoding does not allow are a failure, since nobody could tell what they mean.
 */
export function decodePython(bytes: Buffer): DecodedText | DecodingFailure {
  if (bytes.subarray(0, 3).equals(BYTE_ORDER_MARK)) return decodeUtf8(bytes.subarray(3), BYTE_ORDER_MARK);
  if (isUtf16(bytes)) return { reason: "it is UTF-16, which Python does not read" };
  const cookie = codingCookie(bytes);
  const name = cookie === undefined ? "utf-8" : normalise(cookie);
  if (/^(?:utf-?8(?:-.*)?|u8|utf)$/.test(name)) return decodeUtf8(bytes, Buffer.alloc(0));
  if (/^(?:latin-?1|iso-?8859-1|l1|8859|cp819)(?:-.*)?$/.test(name)) return decodeLatin1(bytes);
  if (/^(?:us-)?ascii$|^646$/.test(name)) return decodeAscii(bytes);
  if (/^(?:windows-|cp)?1252$/.test(name)) return decodeWindows1252(bytes);
  return decodeOther(bytes, name, cookie!);
}

/** Tells whether decoding failed. */
export function isDecodingFailure(result: DecodedText | DecodingFailure): result is DecodingFailure {
  return "reason" in result;
}

function codingCookie(bytes: Buffer): string | undefined {
  const [first = "", second = ""] = bytes
    .subarray(0, 4096)
    .toString("latin1")
    .split(/\r\n?|\n/, 2);
  const cookie = CODING_COOKIE.exec(first)?.[1];
  if (cookie !== undefined || !BLANK_OR_COMMENT.test(first)) return cookie;
  return CODING_COOKIE.exec(second)?.[1];
}

function normalise(name: string): string {
  return name.toLowerCase().replaceAll("_", "-");
}

function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function decodeUtf8(bytes: Buffer, mark: Buffer): DecodedText | DecodingFailure {
  const text = decodeStrictly(bytes, "utf-8");
  if (text === undefined) return { reason: `it is not valid UTF-8 (line ${badLine(bytes)})` };
  return { text, encode: (edited) => Buffer.concat([mark, Buffer.from(edited, "utf8")]) };
}

function decodeLatin1(bytes: Buffer): DecodedText {
  const isEncodable = (text: string): boolean => /^[\0-\xff]*$/.test(text);
  return {
    text: bytes.toString("latin1"),
    encode: (edited) => (isEncodable(edited) ? Buffer.from(edited, "latin1") : undefined),
  };
}

function decodeAscii(bytes: Buffer): DecodedText | DecodingFailure {
  if (bytes.some((byte) => byte > 0x7f))
    return { reason: "its coding cookie says ASCII, but it holds other characters" };
  return decodeLatin1(bytes);
}

function decodeWindows1252(bytes: Buffer): DecodedText | DecodingFailure {
  const characters = Array.from({ length: 256 }, (_, byte) =>
    byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252[byte - 0x80] : String.fromCharCode(byte),
  );
  if (bytes.some((byte) => byte !== 0 && characters[byte] === "\0"))
    return { reason: "it is not valid Windows-1252" };
  const codes = new Map(characters.map((character, byte) => [character, byte]));
  codes.set("\0", 0);
  return {
    text: Array.from(bytes, (byte) => characters[byte]).join(""),
    encode: (edited) => encodeWith(codes, edited),
  };
}

function decodeOther(bytes: Buffer, name: string, cookie: string): DecodedText | DecodingFailure {
  const label =
    PLATFORM_NAMES[name] ?? name.replace(/^cp(125\d|874)$/, "windows-$1").replace(/^iso8859-/, "iso-8859-");
  let isKnown = true;
  try {
    new TextDecoder(label);
  } catch {
    isKnown = false;
  }
  if (!isKnown || /^utf-?(?:16|32)|^ucs/.test(label))
    return { reason: `its encoding “${cookie}” is not supported` };
  const text = decodeStrictly(bytes, label);
  if (text === undefined) return { reason: `it is not valid ${cookie}` };
  return { text, encode: (edited) => encodeSingleBytes(edited, label) };
}

function decodeStrictly(bytes: Buffer, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Encodes where each byte stands for one character; `undefined` for any other encoding or character. */
function encodeSingleBytes(text: string, label: string): Buffer | undefined {
  const decoder = new TextDecoder(label);
  const codes = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const character = decoder.decode(Uint8Array.of(byte));
    if (character.length === 1 && character !== "\uFFFD") codes.set(character, byte);
  }
  return codes.size < 200 ? undefined : encodeWith(codes, text);
}

function encodeWith(codes: ReadonlyMap<string, number>, text: string): Buffer | undefined {
  const bytes = Array.from(text, (character) => codes.get(character) ?? -1);
  return bytes.includes(-1) ? undefined : Buffer.from(bytes);
}

/** Gives the 1-based line of the first byte that is no UTF-8. */
function badLine(bytes: Buffer): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    const isLast = end < 0;
    if (isLast || decodeStrictly(bytes.subarray(start, end), "utf-8") === undefined) return line;
    start = end + 1;
  }
}
