import type { ChangedNames } from "../binding/renew-scopes";
import type { Scope, ScopeTable } from "../binding/scopes";
import { NO_NODE, type NodeIndex } from "../syntax/syntax-tree";
import type { AskedAnswers } from "./asked-answers";
import type { Context } from "./context";
import { Field } from "../syntax/node-kind";
import type { Mentions } from "./mentions";
import { holdsFunction } from "./same-answer";

/** How far an edit reaches: no further than some outermost functions, into the loading of the module, or anywhere. */
export type Reached = ReadonlySet<Scope> | "module" | "everything";

/** More changed names than this are not followed one by one. */
const MOST_NAMES = 100;

/** A name under which something is bound in a module, or under which an attribute is found. */
export interface OwnedName {
  readonly isName: boolean;
  readonly name: string;
}

/** What an edit is followed with. */
export interface SpreadParts {
  readonly ctx: Context;
  readonly asked: AskedAnswers;
  readonly mentions: Mentions;
  /** The module was walked again: whatever is looked at while it is loaded is as new. */
  readonly isLoaded: boolean;
  /** What is read of these functions is read while the module is loaded. */
  readonly readWhileLoading: ReadonlySet<Scope>;
}

/**
 * Follows an edit from name to name. A function is walked again when it mentions a name that is bound in another way, or
 * that holds another value; where an answer that was ever given about it has become another because of that, so do those
 * who mention its name. Whoever was told something must have mentioned a name on the way there, since there is no other way
 * from one statement of a module to another.
 */
export class Spread {
  private readonly reached = new Set<Scope>();
  /** Functions of which something else comes back. */
  private readonly functions = new Set<Scope>();
  /** Every name that was added, attributes with a dot; and the same in order. */
  private readonly added = new Set<string>();
  private readonly queue: OwnedName[] = [];
  private readonly owned: ReadonlyMap<NodeIndex, OwnedName>;
  private readonly askedOf: ReturnType<AskedAnswers["byFunction"]>;
  /** By the outermost function around them: functions that were evaluated for the arguments of calls. */
  private readonly inlinedIn = new Map<Scope | undefined, readonly Scope[]>();

  constructor(private readonly parts: SpreadParts) {
    const { ctx, asked, mentions } = parts;
    this.owned = listOwned(ctx.scopes);
    this.askedOf = asked.byFunction((node) => mentions.functionAround(node)?.scope);
    for (const scope of ctx.inlined) {
      const around = mentions.functionAround(scope.node)?.scope;
      this.inlinedIn.set(around, [...(this.inlinedIn.get(around) ?? []), scope]);
    }
  }

  /** Names are bound in another way, or hold something else. */
  addNames({ names, attributes }: ChangedNames): void {
    for (const name of names) this.addOwned({ isName: true, name });
    for (const name of attributes) this.addOwned({ isName: false, name });
  }

  /** A function is walked again, whatever it mentions. */
  addFunction(scope: Scope, comesBackAnew: boolean): void {
    this.reached.add(scope);
    // What is evaluated for each call may give anything.
    const inlined = this.inlinedIn.get(scope) ?? [];
    for (const each of inlined) this.functions.add(each);
    if (comesBackAnew || inlined.length > 0) this.changedFunction(scope);
    this.recheck(scope);
  }

  /** Follows everything that was added. */
  run(): Reached {
    let isModuleReached = false;
    for (let next = 0; next < this.queue.length || this.findAliases(); next++) {
      const { isName, name } = this.queue[next];
      if (this.isTooFar(name, isName)) return "everything";
      const scopes = new Set<Scope>();
      for (const { scope, isLoaded, isFarReaching } of this.parts.mentions.of(name, isName)) {
        if (isFarReaching) return "everything";
        if (isLoaded) {
          isModuleReached = true;
          for (const each of this.inlinedIn.get(undefined) ?? []) this.functions.add(each);
        }
        if (scope) scopes.add(scope);
      }
      for (const scope of scopes) this.addFunction(scope, false);
    }
    const isRead = [...this.reached].some((scope) => this.parts.readWhileLoading.has(scope));
    return (isModuleReached || isRead) && !this.parts.isLoaded ? "module" : this.reached;
  }

  private isTooFar(name: string, isName: boolean): boolean {
    // In broken code, the parser puts names without a letter where it misses some.
    if (this.queue.length > MOST_NAMES || name === "") return true;
    if (isName) return false;
    // The language itself looks for special methods, and some calls for others, without a mention.
    return this.parts.ctx.implied.has(name) || (/^__\w+__$/.test(name) && name !== "__init__");
  }

  /** Looks whether what was ever told about a function, or about what is loaded, is still so. */
  private recheck(scope: Scope | undefined): void {
    const { ctx, asked } = this.parts;
    const isSeenOutside = (node: NodeIndex): boolean => this.owned.has(node);
    const { functions, nodes } = asked.changed(ctx, this.askedOf.get(scope), this.functions, isSeenOutside);
    for (const each of functions) {
      this.functions.add(each);
      if (scope) this.changedFunction(scope);
    }
    for (const node of nodes) this.addOwned(this.owned.get(node));
  }

  private changedFunction(scope: Scope): void {
    this.functions.add(scope);
    const { tree } = this.parts.ctx;
    const name = tree.child(scope.node, Field.Name);
    if (name === NO_NODE) return;
    this.addOwned({ isName: scope.parent?.kind === "module", name: tree.textOf(name) });
  }

  private addOwned(owned: OwnedName | undefined): void {
    const key = owned && `${owned.isName ? "" : "."}${owned.name}`;
    if (!owned || key === undefined || this.added.has(key)) return;
    this.added.add(key);
    this.queue.push(owned);
  }

  /** Finds names that hold a function of which something else comes back. Tells whether there are any yet unknown. */
  private findAliases(): boolean {
    if (this.functions.size === 0) return false;
    const { ctx } = this.parts;
    const { length } = this.queue;
    this.recheck(undefined);
    for (const [node, owned] of this.owned) {
      const value = ctx.bound.get(node);
      if (value && holdsFunction(value, this.functions)) this.addOwned(owned);
    }
    return this.queue.length > length;
  }
}

/** Lists what is bound in the module and in classes, and the attributes of their objects, by node. */
export function listOwned({ byNode }: ScopeTable): Map<NodeIndex, OwnedName> {
  const owned = new Map<NodeIndex, OwnedName>();
  for (const { kind, bindings, selfAttributes } of byNode.values()) {
    if (kind !== "module" && kind !== "class") continue;
    for (const [name, nodes] of bindings) {
      const own = { isName: kind === "module", name };
      for (const node of nodes) owned.set(node, own);
    }
    for (const [name, nodes] of selfAttributes)
      for (const node of nodes) owned.set(node, { isName: false, name });
  }
  return owned;
}
