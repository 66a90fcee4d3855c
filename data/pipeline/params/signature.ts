/** How a parameter takes its argument. */
export type ParameterKind = "positional-only" | "positional" | "variadic" | "keyword-only" | "any-keyword";

/** One parameter of a signature. */
export interface SignatureParameter {
  /** Without stars. */
  readonly name: string;
  readonly kind: ParameterKind;
  /** True when a call may leave it out. */
  readonly optional: boolean;
}

/**
 * Takes a parameter list apart: `a, b=, /, *, c=, **kw` gives five parameters less the markers. Gives `undefined` for
 * a list that is none (nested, broken, or with a name twice).
 */
export function parseParameters(text: string): SignatureParameter[] | undefined {
  const parameters: SignatureParameter[] = [];
  let keywordOnly = false;
  for (const raw of text.split(",")) {
    const part = raw.trim();
    if (part === "") continue;
    if (part === "/") {
      for (let index = 0; index < parameters.length; index++)
        parameters[index] = { ...parameters[index], kind: "positional-only" };
    } else if (part === "*") {
      keywordOnly = true;
    } else {
      const match = /^(\*{0,2})([\p{L}_][\p{L}\p{N}_]*)(=?)$/u.exec(part);
      if (!match) return undefined;
      const [, stars, name, equals] = match as unknown as [string, string, string, string];
      const kind =
        stars === "**"
          ? "any-keyword"
          : stars === "*"
            ? "variadic"
            : keywordOnly
              ? "keyword-only"
              : "positional";
      if (stars === "*") keywordOnly = true;
      parameters.push({ name, kind, optional: stars !== "" || equals === "=" });
    }
  }
  return new Set(parameters.map(({ name }) => name)).size === parameters.length ? parameters : undefined;
}

/** Writes a parameter list with its parentheses: `(a, b=, /, *, c=, **kw)`. */
export function formatParameters(parameters: readonly SignatureParameter[]): string {
  const parts: string[] = [];
  const lastPositionalOnly = parameters.findLastIndex((parameter) => parameter.kind === "positional-only");
  let starred = false;
  parameters.forEach((parameter, index) => {
    const { name, kind, optional } = parameter;
    if (kind === "keyword-only" && !starred) {
      parts.push("*");
      starred = true;
    }
    if (kind === "variadic") starred = true;
    parts.push(
      kind === "variadic" ? `*${name}` : kind === "any-keyword" ? `**${name}` : optional ? `${name}=` : name,
    );
    if (index === lastPositionalOnly) parts.push("/");
  });
  return `(${parts.join(", ")})`;
}

/** Names under which wrappers pass on whatever they get. */
const PASSED_ON = new Set(["args", "kwargs", "kwds", "kw"]);

/**
 * Tells whether a signature says nothing: `*args, **kwargs`, as wrappers and C types have it. A list that has a name of
 * its own, such as `*other`, does say something.
 */
export function isGeneric(parameters: readonly SignatureParameter[]): boolean {
  const isStarred = ({ kind }: SignatureParameter): boolean => kind === "variadic" || kind === "any-keyword";
  if (parameters.length === 0 || !parameters.every(isStarred)) return false;
  return parameters.length > 1 || PASSED_ON.has(parameters[0].name);
}
