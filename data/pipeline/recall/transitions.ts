import { BASES_KEY, CONSTRUCTOR_KEY, type RuntimeRelease } from "../evidence/runtime-evidence";
import { isDunder, isPublicMember, isPublicModule, isPublicName } from "../names/public-names";
import { isGeneric, parseParameters } from "../params/signature";
import { parseToken, type ParsedToken } from "../names/token";

/** Something that one interpreter has and its neighbour has not. */
export interface Transition {
  readonly id: string;
  readonly what: "name" | "member" | "parameter";
  readonly happened: "added" | "removed";
  /** The first minor with it, or the first without it. */
  readonly minor: number;
  /** The name of the parameter. */
  readonly parameter?: string;
}

/** Lists what came and went from one interpreter to the next, from the evidence alone. */
export function listTransitions(older: RuntimeRelease, newer: RuntimeRelease): Transition[] {
  const transitions: Transition[] = [];
  for (const [module, names] of newer.modules) {
    if (!isPublicModule(module)) continue;
    const before = older.modules.get(module);
    if (!before && isMissing(module, older)) continue;
    compareNames(module, before ?? new Map<string, string>(), names, newer.minor, "added", transitions);
    if (before) compareNames(module, names, before, newer.minor, "removed", transitions);
    for (const [name, token] of names)
      compareThing(`${module}.${name}`, before?.get(name), token, older, newer, transitions);
  }
  for (const [module, names] of older.modules) {
    if (!isPublicModule(module) || newer.modules.has(module) || isMissing(module, newer)) continue;
    compareNames(module, new Map<string, string>(), names, newer.minor, "removed", transitions);
  }
  return transitions;
}

function isMissing(module: string, release: RuntimeRelease): boolean {
  for (let end = module.length; end > 0; end = module.lastIndexOf(".", end - 1)) {
    if (release.missing.has(module.slice(0, end))) return true;
  }
  return false;
}

function compareNames(
  module: string,
  without: ReadonlyMap<string, string>,
  having: ReadonlyMap<string, string>,
  minor: number,
  happened: Transition["happened"],
  transitions: Transition[],
): void {
  for (const [name, token] of having) {
    if (without.has(name) || token.startsWith("m") || /^v.*:NoneType$/.test(token) || !isPublicName(name))
      continue;
    transitions.push({ id: `${module}.${name}`, what: "name", happened, minor });
  }
}

function compareThing(
  id: string,
  before: string | undefined,
  after: string,
  older: RuntimeRelease,
  newer: RuntimeRelease,
  transitions: Transition[],
): void {
  if (before === undefined) return;
  const [old, young] = [parseToken(before), parseToken(after)];
  if (old.kind === "function" && young.kind === "function")
    compareParameters(id, old.parameters, young.parameters, newer.minor, transitions);
  if (!isSameClass(old, young)) return;
  const [oldClass, youngClass] = [older.classes.get(old.path!), newer.classes.get(young.path!)];
  if (!oldClass || !youngClass) return;
  const [had, has] = [constructorOf(oldClass), constructorOf(youngClass)];
  compareParameters(id, had, has, newer.minor, transitions);
  compareMembers(id, { held: oldClass, release: older }, { held: youngClass, release: newer }, transitions);
}

/** Constructors written in C may show an empty list, which says nothing. */
function constructorOf(held: ReadonlyMap<string, unknown>): string | undefined {
  const parameters = text(held.get(CONSTRUCTOR_KEY));
  return parameters === "" ? undefined : parameters;
}

interface HeldClass {
  readonly held: ReadonlyMap<string, unknown>;
  readonly release: RuntimeRelease;
}

/** A member that the class itself defines came when it could not be used before, inherited or not; likewise it went. */
function compareMembers(id: string, older: HeldClass, newer: HeldClass, transitions: Transition[]): void {
  const { minor } = newer.release;
  const [had, has] = [ownMembers(older.held), ownMembers(newer.held)];
  const [before, after] = [
    usableMembers(older.held, older.release),
    usableMembers(newer.held, newer.release),
  ];
  for (const name of has.keys()) {
    if (!before.has(name))
      transitions.push({ id: `${id}.${name}`, what: "member", happened: "added", minor });
    else compareParameters(`${id}.${name}`, had.get(name), has.get(name), minor, transitions);
  }
  for (const name of had.keys()) {
    if (!after.has(name))
      transitions.push({ id: `${id}.${name}`, what: "member", happened: "removed", minor });
  }
}

/** A name may come to stand for another class, as `socket.error` did for `OSError` in 3.3: that tells nothing of members. */
function isSameClass(old: ParsedToken, young: ParsedToken): boolean {
  const lastName = ({ path }: ParsedToken): string | undefined => path?.slice(path.lastIndexOf(".") + 1);
  const isClass = ({ kind }: ParsedToken): boolean => kind === "class" || kind === "exception";
  return isClass(old) && isClass(young) && old.path !== undefined && lastName(old) === lastName(young);
}

/** Public members that the class defines itself, with their parameters where these can be read. */
function ownMembers(held: ReadonlyMap<string, unknown>): Map<string, string | undefined> {
  const members = new Map<string, string | undefined>();
  for (const [name, token] of held) {
    if (name === CONSTRUCTOR_KEY || name === BASES_KEY || !isPublicMember(name)) continue;
    members.set(name, /^[msc]\((.*)\)$/.exec(text(token) ?? "")?.[1]);
  }
  return members;
}

/** Everything that can be used on the class, inherited or not. */
function usableMembers(held: ReadonlyMap<string, unknown>, release: RuntimeRelease): Set<string> {
  const members = new Set(held.keys());
  for (const [base, names] of Object.entries(
    (held.get(BASES_KEY) ?? {}) as Readonly<Record<string, string>>,
  )) {
    for (const name of [...(release.classes.get(base)?.keys() ?? []), ...names.split(" ")]) members.add(name);
  }
  return members;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/**
 * Only signatures that list all parameters on both sides can show that one came or went. Those of special methods, which
 * the language calls, do not matter.
 */
function compareParameters(
  id: string,
  before: string | undefined,
  after: string | undefined,
  minor: number,
  transitions: Transition[],
): void {
  if (before === undefined || after === undefined || before === after) return;
  if (isDunder(id.slice(id.lastIndexOf(".") + 1))) return;
  const [old, young] = [parseParameters(before), parseParameters(after)];
  if (!old || !young || isGeneric(old) || isGeneric(young)) return;
  const named = (list: typeof old): string[] =>
    list
      .filter(
        ({ kind, name }) =>
          (kind === "positional" || kind === "keyword-only") && !/^(self|cls|_.*)$/.test(name),
      )
      .map(({ name }) => name);
  const takesAny = young.some(({ kind }) => kind === "any-keyword");
  const all = (list: typeof old): Set<string> => new Set(list.map(({ name }) => name));
  for (const parameter of named(young)) {
    if (!all(old).has(parameter))
      transitions.push({ id, what: "parameter", happened: "added", minor, parameter });
  }
  for (const parameter of named(old)) {
    if (!all(young).has(parameter) && !takesAny)
      transitions.push({ id, what: "parameter", happened: "removed", minor, parameter });
  }
}
