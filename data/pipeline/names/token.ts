import type { NameToken } from "../evidence/runtime-evidence";

/** What a name of a module turned out to be. `lazy` means: it is there, and nothing else is known. */
export type NameKind = "function" | "class" | "exception" | "variable" | "module" | "lazy";

/** A name's token, taken apart. */
export interface ParsedToken {
  readonly kind: NameKind;
  /** False when the module has an `__all__` that leaves the name out. */
  readonly exported: boolean;
  /** True when only the WebAssembly build has it, or when it shows itself only to who asks for it. */
  readonly hidden: boolean;
  /** Path of a class or module, as it names itself. */
  readonly path: string | undefined;
  /** Module in which a function says it was defined; `undefined` when that is the module that holds the name, or unknown. */
  readonly definedIn: string | undefined;
  /** Parameters without parentheses; `undefined` when no signature can be read. */
  readonly parameters: string | undefined;
  /** Type of a variable's value, without its module. */
  readonly valueType: string | undefined;
}

const KINDS: Readonly<Record<string, NameKind>> = {
  f: "function",
  c: "class",
  e: "exception",
  v: "variable",
  m: "module",
  z: "lazy",
};

/**
 * Takes a token apart: `f-@_abc(cls)` is a function that `__all__` leaves out, defined in `_abc`, with one parameter.
 * Throws when the first letter is none that introspection writes.
 */
export function parseToken(token: NameToken): ParsedToken {
  const kind = KINDS[token[0]];
  if (!kind) throw new Error(`not the token of a name: ${token}`);
  const match = /^.([-!]*)(?:=([^(:]*))?(?:@([^(:?]*))?(\?)?(?:\((.*)\))?(?::(.*))?$/.exec(token);
  if (!match) throw new Error(`not the token of a name: ${token}`);
  const [, marks, path, definedIn, , parameters, valueType] = match;
  return {
    kind,
    exported: !marks.includes("-"),
    hidden: marks.includes("!"),
    path,
    definedIn,
    parameters,
    valueType,
  };
}
