import type { Expression, Keyword } from "./expression";
import type { Realm } from "./realm";

/** What a stub says at one place, and the realm (platforms and minors) in which it says so. */
export type Declaration =
  | FunctionDeclaration
  | ClassDeclaration
  | VariableDeclaration
  | ImportDeclaration
  | FromDeclaration
  | ExportsDeclaration;

export interface FunctionDeclaration {
  readonly kind: "function";
  readonly name: string;
  readonly realm: Realm;
  readonly isAsync: boolean;
  readonly parameters: readonly StubParameter[];
  readonly returns: Expression | undefined;
  readonly decorators: readonly Expression[];
}

export interface ClassDeclaration {
  readonly kind: "class";
  readonly name: string;
  readonly realm: Realm;
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  /** Names of the type parameters of `class A[T, U]`. */
  readonly typeParameters: readonly string[];
  readonly decorators: readonly Expression[];
  readonly body: readonly Declaration[];
}

export interface VariableDeclaration {
  readonly kind: "variable";
  readonly name: string;
  readonly realm: Realm;
  readonly annotation: Expression | undefined;
  readonly value: Expression | undefined;
}

/** `import a.b` (`alias` absent) or `import a.b as c`. */
export interface ImportDeclaration {
  readonly kind: "import";
  readonly realm: Realm;
  readonly module: string;
  readonly alias: string | undefined;
}

/** `from ..a import b as c`; the name `*` stands for everything that the module exports. */
export interface FromDeclaration {
  readonly kind: "from";
  readonly realm: Realm;
  /** How many dots stand before the module. */
  readonly level: number;
  readonly module: string;
  readonly name: string;
  readonly alias: string | undefined;
}

/** A statement that sets or changes `__all__`. */
export interface ExportsDeclaration {
  readonly kind: "exports";
  readonly realm: Realm;
  readonly change: "set" | "add" | "remove";
  readonly names: readonly string[];
  /** Dotted names of modules whose `__all__` is taken over. */
  readonly modules: readonly string[];
}

export type ParameterKind =
  "positional-only" | "standard" | "keyword-only" | "var-positional" | "var-keyword";

export interface StubParameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly hasDefault: boolean;
  readonly annotation: Expression | undefined;
  readonly default: Expression | undefined;
}
