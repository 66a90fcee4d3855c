/** A way of writing that people try, and what PEP 440 wants instead. */
interface NearMiss {
  readonly pattern: RegExp;
  readonly advice: (match: RegExpExecArray) => string;
}

const NEAR_MISSES: readonly NearMiss[] = [
  { pattern: /\|/, advice: () => "; PEP 440 has no “or”: leave versions out with `!=3.9.*`" },
  {
    pattern: /^\^\s*(\d+)\.(\d+(?:\.\d+)*)$/,
    advice: (match) =>
      `; this is Poetry's syntax, write \`>=${match[1]}.${match[2]},<${Number(match[1]) + 1}\``,
  },
  {
    pattern: /^~\s*(\d+)\.(\d+)/,
    advice: (match) => `; this is Poetry's syntax, write \`==${match[1]}.${match[2]}.*\``,
  },
  { pattern: /^(>=|<=|>|<|~=)\s*([\d.]+)\.\*$/, advice: (match) => `; write \`${match[1]}${match[2]}\`` },
  { pattern: /^~=\s*(\d+)$/, advice: (match) => `; \`~=\` needs two numbers, write \`>=${match[1]}\`` },
  { pattern: /^\(([^()]*)\)$/, advice: (match) => `; write it without parentheses: \`${match[1].trim()}\`` },
  { pattern: /^(\d+\.\d+)\s*\+$/, advice: (match) => `; write \`>=${match[1]}\`` },
  {
    pattern: /^(?:py|python|cp)\s*-?(\d)\.?(\d+)$/i,
    advice: (match) => `; write \`>=${match[1]}.${match[2]}\``,
  },
  {
    pattern: /^(\d+\.\d+)\s*(?:-|–|to)\s*(\d+)\.(\d+)$/,
    advice: (match) => `; write \`>=${match[1]},<${match[2]}.${Number(match[3]) + 1}\``,
  },
  { pattern: /^\d+(?:\.\d+)*$/, advice: (match) => `; write \`>=${match[0]}\`` },
  { pattern: /^(\d+\.\d+)\.\*$/, advice: (match) => `; write \`==${match[0]}\`` },
  { pattern: /^=\s*(\d[\d.]*)$/, advice: (match) => `; write \`==${match[1]}.*\`` },
];

/**
 * Gives the end of a sentence that helps the author of a range which cannot be read, such as
 * `` ; this is Poetry's syntax, write `>=3.8,<4` ``. Empty when nothing certain can be said.
 */
export function adviceFor(written: string): string {
  const text = written.trim();
  for (const { pattern, advice } of NEAR_MISSES) {
    const match = pattern.exec(text);
    if (match) return advice(match);
  }
  return "; write a PEP 440 range such as `>=3.8` or `>=3.8,<3.13`";
}
