import type { Catalogue } from "../../server/src/engine/catalogue/catalogue";
import type { Entry, Parameter } from "../../server/src/engine/catalogue/entry";
import {
  BEHAVIOUR_PREFIX,
  entryId,
  ownerKey,
  parameterId,
  PSEUDO_MODULES,
} from "../../server/src/engine/catalogue/ids";
import type { MinorSet } from "../../server/src/engine/version";
import type { ModuleSource } from "../format";

/** Something that an interpreter can be asked for. */
export interface Fact {
  readonly id: string;
  readonly module: string;
  /** Below the module; empty for the module itself. */
  readonly key: string;
  readonly sort: "module" | "name" | "member";
  readonly entry: Entry;
  /** The minors that have it under this very name: those of an alias are also bounded by what it stands in. */
  readonly available: MinorSet;
  /** The fact on the class or module that it stands in; `undefined` at the top. */
  readonly owner: Fact | undefined;
  /** Parameters of what can be called, with what only their own entries tell. */
  readonly parameters: readonly ParameterFact[];
}

/** One parameter of a fact's callable. */
export interface ParameterFact extends Parameter {
  readonly id: string;
  readonly unpromised: MinorSet;
  readonly micros: readonly string[] | undefined;
}

/** What interpreters are asked: module → keys, with `()` behind those whose parameters are wanted, too. */
export type Questions = Readonly<Record<string, readonly string[]>>;

/**
 * Lists everything in the merged sources that has a name which code could look up, module by module, owners first.
 * Syntax, behaviours and interpreter options have none, and what is internal says nothing but types.
 */
export function listFacts(modules: readonly ModuleSource[], catalogue: Catalogue): Fact[] {
  const facts = new Map<string, Fact>();
  const sorted = modules
    .filter((one) => !PSEUDO_MODULES.includes(one.module))
    .toSorted((left, right) => (left.module < right.module ? -1 : 1));
  for (const { module, entries } of sorted) {
    const keys = [
      "",
      ...Object.keys(entries).filter((key) => key !== "" && !key.startsWith(BEHAVIOUR_PREFIX)),
    ];
    for (const key of keys.sort(byDepth)) {
      if (entries[key]?.internal) continue;
      const fact = makeFact(module, key, catalogue, facts);
      if (fact) facts.set(`${module}:${key}`, fact);
    }
  }
  return [...facts.values()];
}

/** Puts facts into the form in which interpreters are asked. */
export function askFor(facts: readonly Fact[]): Questions {
  const questions: Record<string, string[]> = {};
  for (const { id, module, key, parameters, entry } of facts) {
    const keys = (questions[module] ??= []);
    const asksParameters = parameters.length > 0 || (entry.id === id && entry.signature !== undefined);
    if (key !== "") keys.push(asksParameters ? `${key}()` : key);
  }
  return questions;
}

function makeFact(
  module: string,
  key: string,
  catalogue: Catalogue,
  facts: ReadonlyMap<string, Fact>,
): Fact | undefined {
  const id = entryId(module, key);
  const entry = catalogue.lookup(id);
  if (!entry || entry.internal || (key === "" && entry.kind !== "module")) return undefined;
  const owner = findOwner(module, key, facts);
  const sort = key === "" ? "module" : key.includes(".") ? "member" : "name";
  const available = entry.available & (owner?.available ?? ~0);
  // What is only another name is checked under its own one.
  const parameters = entry.id === id ? parametersOf(entry, catalogue) : [];
  return { id, module, key, sort, entry, available, owner, parameters };
}

function findOwner(module: string, key: string, facts: ReadonlyMap<string, Fact>): Fact | undefined {
  if (key === "") {
    const dot = module.lastIndexOf(".");
    return dot < 0 ? undefined : facts.get(`${module.slice(0, dot)}:`);
  }
  for (let owner = ownerKey(key); owner !== ""; owner = ownerKey(owner)) {
    const found = facts.get(`${module}:${owner}`);
    if (found) return found;
  }
  return facts.get(`${module}:`);
}

function parametersOf(entry: Entry, catalogue: Catalogue): readonly ParameterFact[] {
  return entry.parameters.map((parameter) => {
    const own = catalogue.parameter(entry.id, parameter.name);
    return {
      ...parameter,
      id: parameterId(entry.id, parameter.name),
      unpromised: own?.unpromised ?? 0,
      micros: own?.micros,
    };
  });
}

function byDepth(left: string, right: string): number {
  return left.split(".").length - right.split(".").length || (left < right ? -1 : 1);
}
