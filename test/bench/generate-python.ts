import { MODULE_HEADER, TEMPLATES } from "./python-templates";
import { Random } from "./random";

/** What a generated module is made from: the same recipe gives the same text in every run. */
export interface Recipe {
  /** The module has exactly so many lines, and ends with a line break. */
  readonly lines: number;
  readonly seed: number;
}

/** Writes a module of valid Python 3 that looks like a program: imports, classes, functions, tables, guards, tests. */
export function generatePython({ lines, seed }: Recipe): string {
  const random = new Random(seed);
  const written = MODULE_HEADER.trimEnd().split("\n").slice(0, lines);
  for (let piece = 0; ; piece++) {
    const next = ["", ...fillIn(random.pick(TEMPLATES), random, piece).trimEnd().split("\n")];
    if (written.length + next.length > lines) break;
    written.push(...next);
  }
  while (written.length < lines) written.push(`# Line ${written.length + 1} says nothing.`);
  return written.join("\n") + "\n";
}

const NOUNS = [
  "order",
  "account",
  "record",
  "message",
  "packet",
  "parcel",
  "ticket",
  "invoice",
  "token",
  "job",
];
const VERBS = ["read", "collect", "merge", "count", "check", "render", "send", "prepare", "compare", "store"];
const WORDS = ["alpha", "batch", "cache", "delta", "entry", "frame", "grid", "header", "input", "journal"];

function fillIn(template: string, random: Random, piece: number): string {
  const [a, b, c] = [random.below(10), random.below(9) + 1, random.below(8) + 1];
  const names = [NOUNS[a], NOUNS[(a + b) % 10], `${NOUNS[(a + b + c) % 10]}_${random.pick(WORDS)}`];
  const verb = random.pick(VERBS);
  const word = random.pick(WORDS);
  const values: Readonly<Record<string, () => string>> = {
    a: () => names[0],
    b: () => names[1],
    c: () => names[2],
    A: () => names[0].toUpperCase(),
    C: () => capitalise(names[0]),
    D: () => capitalise(names[1]),
    V: () => verb,
    s: () => word,
    u: () => `_${piece}`,
    n: () => String(random.below(90) + 2),
  };
  return template.replace(/\$([abcACDVsun])/g, (_, key: string) => values[key]());
}

function capitalise(word: string): string {
  return word[0].toUpperCase() + word.slice(1);
}
