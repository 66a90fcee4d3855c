/** One name of a signature. */
export interface SignatureParameter {
  readonly name: string;
  /** 0-based and without the receiver; `undefined` when it can be given by keyword only. */
  readonly position: number | undefined;
  readonly positionalOnly: boolean;
  /** A value stands in for it when a call leaves it out. */
  readonly optional: boolean;
}

/** What a signature tells. */
export interface Signature {
  /** In the order of the signature; `*args` and `**kw` are not in it. */
  readonly parameters: readonly SignatureParameter[];
  /** `*args`: takes any number of further positional arguments. */
  readonly anyPositional: boolean;
  /** `**kw`: takes keywords that nobody lists. */
  readonly anyKeyword: boolean;
}

const NOTHING: Signature = { parameters: [], anyPositional: false, anyKeyword: false };

/**
 * Reads the compact notation of the catalogue: `(main, /, *, debug=, **kw)`, without default values and annotations.
 * Gives `undefined` when the text is not in that notation.
 */
export function parseSignature(text: string): Signature | undefined {
  const inside = /^\(([^()]*)\)$/.exec(text)?.[1]?.trim();
  if (inside === undefined) return undefined;
  if (inside === "") return NOTHING;
  const parameters: SignatureParameter[] = [];
  const seen = new Set<string>();
  let position: number | undefined = 0;
  let anyPositional = false;
  let anyKeyword = false;
  for (const part of inside.split(",").map((piece) => piece.trim())) {
    if (anyKeyword) return undefined;
    if (part === "/") {
      if (position === undefined || parameters.length === 0 || parameters[0].positionalOnly) return undefined;
      parameters.forEach((one, at) => (parameters[at] = { ...one, positionalOnly: true }));
      continue;
    }
    const match = /^(\*{0,2})([\p{L}_][\p{L}\p{N}_]*)?(=?)$/u.exec(part);
    if (!match || (match[2] === undefined && part !== "*")) return undefined;
    const [, stars, name, equals] = match;
    if (name !== undefined) {
      if (seen.has(name)) return undefined;
      seen.add(name);
    }
    if (stars === "*") {
      if (position === undefined || equals) return undefined;
      position = undefined;
      anyPositional = name !== undefined;
    } else if (stars === "**") {
      if (equals) return undefined;
      anyKeyword = true;
    } else {
      parameters.push({ name: name, position, positionalOnly: false, optional: equals === "=" });
      if (position !== undefined) position++;
    }
  }
  return { parameters, anyPositional, anyKeyword };
}
