import { type Feature, type LanguageReader, matchesOf, wholeText } from "./feature";
import { readFormatSpecification, readTemplate } from "./format-spec";
import { matchesEmpty, readRegularExpression } from "./regular-expression";

/** The little languages that arguments are written in, by name, with what reads them. */
const READERS: ReadonlyMap<string, LanguageReader> = new Map<string, LanguageReader>([
  ["archive-format", (text) => wholeText(text, text)],
  ["array-typecode", (text) => wholeText(text, text)],
  ["codec", (text) => wholeText(normaliseCodec(text), text)],
  ["codec-errors", (text) => wholeText(text, text)],
  ["element-path", readElementPath],
  ["format-spec", readFormatSpecification],
  ["format-template", readTemplate],
  ["compressed-mode", (text) => matchesOf(text, /[a-zA-Z]/g, ([letter]) => letter)],
  ["hash-name", (text) => wholeText(text, text)],
  ["iso-datetime", readIsoDateTime],
  ["open-mode", (text) => matchesOf(text, /[a-zA-Z+]/g, ([letter]) => letter)],
  ["regular-expression", readRegularExpression],
  ["splitting-expression", readSplittingExpression],
  ["strftime", readDirectives],
  ["strptime", readDirectives],
  ["struct-format", readStructFormat],
  ["substitution", readSubstitution],
  ["tar-mode", (text) => matchesOf(text, /^[xX]|[a-z0-9]+$/g, ([part]) => part)],
  ["text-codec", readTextCodec],
]);

/** Tells which of the languages there are. */
export function isLanguage(name: string): boolean {
  return READERS.has(name);
}

/** Lists what a text of a language uses; nothing for a language that nobody knows. */
export function readLanguage(language: string, text: string): readonly Feature[] {
  return READERS.get(language)?.(text) ?? [];
}

/** Python looks codecs up by letters and digits alone, whatever their case. */
function normaliseCodec(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "_")
    .replace(/^_|_$/g, "");
}

const NOT_OF_TEXT = new Set(
  [
    "base64",
    "base_64",
    "bz2",
    "hex",
    "quopri",
    "quotedprintable",
    "quoted_printable",
    "rot13",
    "rot_13",
  ].concat([
    "uu",
    "zip",
    "zlib",
    "base64_codec",
    "bz2_codec",
    "hex_codec",
    "quopri_codec",
    "uu_codec",
    "zlib_codec",
  ]),
);

/** A codec where text and bytes are turned into each other, which others than those of text refuse. */
function readTextCodec(text: string): readonly Feature[] {
  const name = normaliseCodec(text);
  return NOT_OF_TEXT.has(name)
    ? wholeText("not-of-text", text)
    : [{ name, language: "codec", start: 0, end: text.length }];
}

/** What splits may match nothing at all. */
function readSplittingExpression(text: string): readonly Feature[] {
  const features = readRegularExpression(text).map((found) => ({ ...found, language: "regular-expression" }));
  return matchesEmpty(text) ? [...wholeText("empty-match", text), ...features] : features;
}

/** The replacement of a substitution: escapes of letters that mean nothing. */
function readSubstitution(text: string): readonly Feature[] {
  return matchesOf(text, /\\[^]/g, ([escape]) =>
    /\\[c-eh-mo-qsuw-zA-Z]/.test(escape) ? "unknown-escape" : "known",
  ).filter(({ name }) => name !== "known");
}

/** `%G`, `%-d`, `%:z`; two percent signs are one of the text. */
function readDirectives(text: string): readonly Feature[] {
  return matchesOf(text, /%[-_0^#]?(?:%|[EO]?:?[A-Za-z])/g, ([directive]) =>
    directive.replace(/^%[-_0^#]?[EO]?/, ""),
  ).filter(({ name }) => name !== "%");
}

/** Letters of a struct format; numbers before them repeat. */
function readStructFormat(text: string): readonly Feature[] {
  return /^\s*[@=<>!]?(?:\s*\d*[a-zA-Z?])*\s*$/.test(text)
    ? matchesOf(text, /[a-zA-Z?]/g, ([letter]) => letter)
    : [];
}

/** Paths of ElementTree: `{*}tag`, `[.="text"]`, `[tag!="text"]`. */
function readElementPath(text: string): readonly Feature[] {
  const names: Readonly<Record<string, string>> = { "{*}": "any-namespace", "{}": "no-namespace" };
  return matchesOf(text, /\{\*?\}|\}\*|\[\s*\.\s*!?=|[\w.]\s*!=/g, ([found]) => {
    if (found.includes("!=")) return "unequal";
    return names[found] ?? (found === "}*" ? "any-tag" : "own-text");
  });
}

const PLAIN_DATETIME =
  /^\d{4}-\d{2}-\d{2}(?:[^](?:\d{2}(?::\d{2}(?::\d{2}(?:\.\d{3}(?:\d{3})?)?)?)?(?:[+-]\d{2}:\d{2}(?::\d{2}(?:\.\d{6})?)?)?))?$/;
const PLAIN_TIME =
  /^\d{2}(?::\d{2}(?::\d{2}(?:\.\d{3}(?:\d{3})?)?)?)?(?:[+-]\d{2}:\d{2}(?::\d{2}(?:\.\d{6})?)?)?$/;

/** Dates and times in another form of ISO 8601 than `isoformat` writes: `20240131`, `2024-W05-3`, a `Z` at the end. */
function readIsoDateTime(text: string): readonly Feature[] {
  const looksRight = /^[\dT:W.,Z+-]+$/.test(text.replace(" ", "T")) && /^T?\d\d/.test(text);
  if (!looksRight || PLAIN_DATETIME.test(text) || PLAIN_TIME.test(text)) return [];
  return wholeText("other-form", text);
}
