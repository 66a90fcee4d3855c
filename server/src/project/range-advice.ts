import type { RangeAdvice } from "../engine/declaration-problems";

/** A way of writing that people try, and what PEP 440 wants instead. */
interface NearMiss {
  readonly pattern: RegExp;
  readonly advice: (match: RegExpExecArray) => RangeAdvice;
}

const NEAR_MISSES: readonly NearMiss[] = [
  { pattern: /\|/, advice: () => ({ kind: "no-or" }) },
  {
    pattern: /^\^\s*(\d+)\.(\d+(?:\.\d+)*)$/,
    advice: ([, major, rest]) => ({ kind: "poetry", write: `>=${major}.${rest},<${Number(major) + 1}` }),
  },
  {
    pattern: /^~\s*(\d+)\.(\d+)/,
    advice: ([, major, minor]) => ({ kind: "poetry", write: `==${major}.${minor}.*` }),
  },
  { pattern: /^(>=|<=|>|<|~=)\s*([\d.]+)\.\*$/, advice: ([, sign, version]) => instead(`${sign}${version}`) },
  { pattern: /^~=\s*(\d+)$/, advice: ([, major]) => ({ kind: "two-numbers", write: `>=${major}` }) },
  { pattern: /^\(([^()]*)\)$/, advice: ([, inside]) => ({ kind: "no-parentheses", write: inside.trim() }) },
  { pattern: /^(\d+\.\d+)\s*\+$/, advice: ([, version]) => instead(`>=${version}`) },
  { pattern: /^=([<>])\s*(\d[\d.]*)$/, advice: ([, sign, version]) => instead(`${sign}=${version}`) },
  {
    pattern: /^(?:py|python|cp)\s*-?(\d)\.?(\d+)$/i,
    advice: ([, major, minor]) => instead(`>=${major}.${minor}`),
  },
  {
    pattern: /^(\d+\.\d+)\s*(?:-|\u2013|to)\s*(\d+)\.(\d+)$/,
    advice: ([, from, major, minor]) => instead(`>=${from},<${major}.${Number(minor) + 1}`),
  },
  { pattern: /^\d+(?:\.\d+)*$/, advice: ([version]) => instead(`>=${version}`) },
  { pattern: /^(\d+\.\d+)\.\*$/, advice: ([version]) => instead(`==${version}`) },
  { pattern: /^=\s*(\d[\d.]*)$/, advice: ([, version]) => instead(`==${version}.*`) },
];

/** Gives what helps the author of a range that cannot be read; an example where nothing certain can be said. */
export function adviceFor(written: string): RangeAdvice {
  const text = written.trim();
  for (const { pattern, advice } of NEAR_MISSES) {
    const match = pattern.exec(text);
    if (match) return advice(match);
  }
  return { kind: "example" };
}

function instead(write: string): RangeAdvice {
  return { kind: "instead", write };
}
