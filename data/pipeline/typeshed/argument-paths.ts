import type { ParameterKind } from "./declaration";
import type { StubType } from "./type-notation";

/** A parameter with its type; the receiver is no parameter here. */
export interface TypedParameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly hasDefault: boolean;
  readonly type: StubType;
}

/** What awaiting an instance gives, as the index of a type argument. */
const AWAITED: Readonly<Record<string, number>> = {
  "collections.abc.Awaitable": 0,
  "collections.abc.Coroutine": 2,
  "asyncio.Future": 0,
  "asyncio.Task": 0,
};

/** Protocols with one method, and how to get at what that method gives. */
const PROTOCOLS: Readonly<Record<string, string>> = {
  "_typeshed.SupportsNext": ".0",
  "_typeshed.SupportsAnext": ".0",
  "_typeshed.SupportsIter": ".__iter__",
  "_typeshed.SupportsAiter": ".__aiter__",
  "contextlib.AbstractContextManager": ".__enter__",
  "contextlib.AbstractAsyncContextManager": ".__aenter__",
  "os.PathLike": ".__fspath__",
  "typing.SupportsAbs": ".__abs__",
  "typing.SupportsRound": ".__round__",
};

/** Protocols whose type argument no argument shows: `int` is a `SupportsRound[int]` without saying so anywhere. */
const UNSEEN = /(^|\.)_?Supports(?!(KeysAndGetItem|LenAndGetItem|Items)$)\w*$/;

/**
 * Says how the type of an argument decides a type variable: `@0` is the type of the first argument itself, `@0.0` its
 * first type argument, `@0.call` what calling it gives, `@0.await` what awaiting it gives, `@0.new` an instance of the
 * class that it is; `@name` is a keyword-only argument. `undefined` when no argument decides.
 */
export function argumentPath(variable: string, parameters: readonly TypedParameter[]): string | undefined {
  let position = 0;
  for (const { name, kind, type } of parameters) {
    const place = kind === "keyword-only" ? name : position;
    if (kind !== "keyword-only") position++;
    if (kind === "var-keyword") continue;
    const path = findVariable(type, variable);
    if (path !== undefined) return `@${place}${path}`;
  }
  return undefined;
}

function findVariable(type: StubType, variable: string): string | undefined {
  if (type.kind === "variable") return type.name === variable ? "" : undefined;
  if (type.kind === "union") return firstFound(type.members.map((member) => findVariable(member, variable)));
  if (type.kind !== "named") return undefined;
  return firstFound(
    type.args.map((arg, index) => {
      const inner = findVariable(arg, variable);
      const step = inner === undefined ? undefined : stepInto(type.name, index);
      return step === undefined ? undefined : step + inner;
    }),
  );
}

function stepInto(name: string, index: number): string | undefined {
  if (name === "collections.abc.Callable") return index === 1 ? ".call" : undefined;
  if (name === "type") return ".new";
  if (name in AWAITED) return AWAITED[name] === index ? ".await" : undefined;
  return PROTOCOLS[name] ?? (UNSEEN.test(name) ? undefined : `.${index}`);
}

function firstFound(paths: readonly (string | undefined)[]): string | undefined {
  return paths.find((each) => each !== undefined);
}
