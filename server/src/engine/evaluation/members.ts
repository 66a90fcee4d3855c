import type { Entry } from "../catalogue/entry";
import { NodeKind } from "../syntax/node-kind";
import type { NodeIndex } from "../syntax/syntax-tree";
import { ALL_MINORS, type MinorSet, NO_MINORS } from "../version";
import { valueOfAttributeSite } from "./assignment";
import { basesOf } from "./base-classes";
import type { Context } from "./context";
import { decoratorsOf } from "./decorators";
import { memberOfModule } from "./exports";
import { returnValueOf } from "./functions";
import { specialSymbol, valueOfSymbol } from "./library-symbols";
import { homeOf } from "./module-table";
import { boundValue } from "./names";
import { assumedValue } from "./self-reference";
import { isClass, isSubclass, memberResult } from "./types";
import { partOfPackagedVersion, typeOfVersion, type VersionValue } from "./version-values";
import {
  type ClassValue,
  instance,
  type InstanceValue,
  isSettledFlag,
  union,
  UNKNOWN,
  type Value,
  withoutVerdict,
} from "./values";

/** What stands behind `object.name`. */
export interface Member {
  readonly value: Value;
  /** The entry that the name refers to, where it refers to one. */
  readonly entry?: Entry;
  /** Minors on which another member of a union has the name although the entry is not there. */
  readonly forgiven?: MinorSet;
}

const UNKNOWN_MEMBER: Member = { value: UNKNOWN };

/** What every class has of its own before anything that its objects have under the name. */
const TYPE_ATTRIBUTES = new Set(
  "__annotations__ __bases__ __dict__ __doc__ __module__ __mro__ __name__ __qualname__ __type_params__".split(
    " ",
  ),
);

/** Objects in a class body that give something else when they are read through an object of the class. */
const DESCRIPTORS = new Set(["builtins.property", "functools.cached_property"]);

const VERSION_PARTS: Readonly<Record<string, number>> = {
  major: 0,
  minor: 1,
  micro: 2,
  releaselevel: 3,
  serial: 4,
};

/** What classes, functions and modules are called: a text, whatever it is that has one. */
const OWN_NAMES = new Set(["__name__", "__qualname__"]);

/** Finds `object.name` without telling of a usage. */
export function resolveMember(ctx: Context, object: Value, name: string): Member {
  const member = findMember(ctx, object, name);
  const isOpen = member.entry === undefined && member.value.tag === "unknown";
  if (isOpen && OWN_NAMES.has(name)) return { value: instance("builtins.str") };
  return object.tag === "object" || object.tag === "super" ? overridable(member, name) : member;
}

function findMember(ctx: Context, object: Value, name: string): Member {
  switch (object.tag) {
    case "symbol":
      return memberOfSymbol(ctx, object.entry, name);
    case "external":
      return { value: { tag: "external", path: `${object.path}.${name}` } };
    case "module":
      return { value: memberOfModule(ctx, object, name) };
    case "instance":
      return memberOfInstance(ctx, object, name);
    case "tuple":
      return memberOfInstance(ctx, instance("builtins.tuple", [union(object.items)]), name);
    case "test":
      return memberOfInstance(ctx, instance("builtins.bool"), name);
    case "object":
      if (name === "__class__") return { value: object.of };
      return memberOfClass(ctx, object.of, name, object, 0);
    case "class":
      return memberOfClass(ctx, object, name, undefined, 0);
    case "super":
      return memberOfBases(ctx, object.of, name, object.receiver, 0);
    case "version":
      return memberOfVersion(ctx, object, name);
    case "union":
      return memberOfUnion(ctx, object.members, name);
    default:
      return UNKNOWN_MEMBER;
  }
}

/** A member that an object's own class, or whoever holds the object, may have set to something else of its kind. */
function overridable(member: Member, name: string): Member {
  const value = withoutVerdict(member.value);
  return value === member.value || isSettledFlag(name) ? member : { ...member, value };
}

function memberOfSymbol(ctx: Context, owner: Entry, name: string): Member {
  const { catalogue } = ctx;
  if (owner.kind === "module") {
    const entry = catalogue.member(owner.id, name) ?? catalogue.lookup(`${owner.id}.${name}`);
    if (!entry)
      return isSpecial(name) ? memberOfInstance(ctx, instance("types.ModuleType"), name) : UNKNOWN_MEMBER;
    return { value: specialSymbol(entry), entry };
  }
  if (isClass(owner)) {
    const own = TYPE_ATTRIBUTES.has(name) ? "builtins.type" : owner.id;
    const entry = catalogue.member(own, name);
    return entry ? { value: classMember(ctx, owner, entry), entry } : UNKNOWN_MEMBER;
  }
  const held = valueOfSymbol(ctx, owner);
  return held.tag === "unknown" ? UNKNOWN_MEMBER : resolveMember(ctx, held, name);
}

/** What every module has (`__spec__`) has a name of this form. */
function isSpecial(name: string): boolean {
  return name.startsWith("__") && name.endsWith("__");
}

/** A member taken from the class itself: bound for class and static methods, else as it stands in the class. */
function classMember(ctx: Context, owner: Entry, entry: Entry): Value {
  if (isClass(entry) || entry.kind === "function") return { tag: "symbol", entry };
  const receiver = instance(owner.id);
  if (entry.type?.binds === "class" || entry.type?.binds === "static")
    return { tag: "method", entry, receiver };
  if (entry.kind === "method") return { tag: "symbol", entry };
  return entry.type?.binds === "property" ? UNKNOWN : memberResult(ctx.catalogue, entry, receiver);
}

function memberOfInstance(ctx: Context, object: InstanceValue, name: string): Member {
  const entry = ctx.catalogue.member(object.classId, name);
  if (!entry) return UNKNOWN_MEMBER;
  if (isCalled(entry)) {
    return { value: { tag: "method", entry, receiver: object }, entry };
  }
  if (isClass(entry)) return { value: { tag: "symbol", entry }, entry };
  return { value: memberResult(ctx.catalogue, entry, object), entry };
}

/** Methods of classes that are written in C may look like attributes to whoever lists them; what calls give tells. */
function isCalled({ kind, type }: Entry): boolean {
  if (kind === "method" || kind === "function") return true;
  return kind === "attribute" && type?.returns !== undefined && type.type === undefined && !type.binds;
}

/** A member of a class of this document or of an object of it: its own, or what its bases have, left to right. */
function memberOfClass(
  ctx: Context,
  of: ClassValue,
  name: string,
  object: Value | undefined,
  depth: number,
): Member {
  const { scope } = of;
  const home = homeOf(ctx, scope);
  const nodes = scope.bindings.get(name);
  if (nodes) {
    if (isEnumMember(home, of, nodes)) return { value: { tag: "object", of } };
    const values = nodes.map((node) => boundValue(home, scope, node));
    if (object && values.some((value) => value.tag === "instance" && DESCRIPTORS.has(value.classId)))
      return UNKNOWN_MEMBER;
    return { value: bindMethod(ctx, union(values), object ?? of) };
  }
  const assumed = object && assumedValue(home, { scope, name: `.${name}` });
  if (assumed) return { value: assumed };
  const sites = scope.selfAttributes.get(name);
  if (sites && object) return { value: union(sites.map((site) => valueOfAttributeSite(home, site))) };
  if (sites) return UNKNOWN_MEMBER;
  const inherited = memberOfBases(ctx, of, name, object, depth + 1);
  // What every object has, `self` may have of a class that inherits from this one.
  const isOfAll = object && inherited.entry?.id.startsWith("builtins.object.");
  return isOfAll ? { ...inherited, forgiven: ALL_MINORS } : inherited;
}

/** What a class of this document has from the library, whatever it has of its own under that name. */
export function inheritedEntry(ctx: Context, of: ClassValue, name: string): Entry | undefined {
  return memberOfBases(ctx, of, name, { tag: "object", of }, 0).entry;
}

function memberOfBases(
  ctx: Context,
  of: ClassValue,
  name: string,
  object: Value | undefined,
  depth: number,
): Member {
  if (depth > 20) return UNKNOWN_MEMBER;
  for (const base of basesOf(ctx, of)) {
    let member: Member;
    if (base.tag === "class") member = memberOfClass(ctx, base, name, object, depth + 1);
    else if (base.tag === "symbol" && isClass(base.entry)) {
      member = object
        ? memberOfInstance(ctx, instance(base.entry.id), name)
        : memberOfSymbol(ctx, base.entry, name);
    } else return UNKNOWN_MEMBER;
    if (member.entry || member.value.tag !== "unknown") return member;
    // A class that the document or the catalogue describes in full does not have it: the next base may.
  }
  return UNKNOWN_MEMBER;
}

/** A name that the body of an enumeration assigns is a member of it: an object of the class. */
function isEnumMember(ctx: Context, of: ClassValue, nodes: readonly NodeIndex[]): boolean {
  const assigned = nodes.every((node) => ctx.tree.kind(node) === NodeKind.Identifier);
  return assigned && isEnumeration(ctx, of, 0);
}

/** Tells whether a class of the project inherits from `enum.Enum`; `depth` counts the classes on the way. */
export function isEnumeration(ctx: Context, of: ClassValue, depth: number): boolean {
  return basesOf(ctx, of).some((base) => {
    if (base.tag === "class") return depth < 20 && isEnumeration(ctx, base, depth + 1);
    return base.tag === "symbol" && isSubclass(ctx.catalogue, base.entry.id, "enum.Enum");
  });
}

/** Makes a method of a function that stands in a class; a property gives what it returns. */
function bindMethod(ctx: Context, value: Value, receiver: Value): Value {
  if (value.tag !== "function") return value;
  const { role } = decoratorsOf(homeOf(ctx, value.scope).tree, value.scope.node);
  if (role === "property") return receiver.tag === "object" ? returnValueOf(ctx, value.scope) : UNKNOWN;
  return role === "static" ? value : { ...value, receiver };
}

function memberOfVersion(ctx: Context, version: VersionValue, name: string): Member {
  const index = version.shape.kind === "tuple" ? VERSION_PARTS[name] : undefined;
  if (index !== undefined) return { value: { tag: "version", shape: { kind: "part", index } } };
  const part = partOfPackagedVersion(version, name);
  if (part) return { value: part };
  const type = typeOfVersion(version);
  const member = type ? memberOfInstance(ctx, type, name) : UNKNOWN_MEMBER;
  return member.value.tag === "method"
    ? { ...member, value: { ...member.value, receiver: version } }
    : member;
}

/**
 * A member of a union is spoken of only when every member but `None` has an entry for it. Plain values that never had such
 * a name are none that the code expects there: `datetime - other` is a difference where its seconds are asked for.
 */
function memberOfUnion(ctx: Context, members: readonly Value[], name: string): Member {
  const found = members
    .filter((member) => member.tag !== "none" && !(isPlainValue(member) && lacks(ctx, member, name)))
    .map((member) => resolveMember(ctx, member, name));
  const value = union(found.map((member) => member.value));
  const [first] = found;
  if (!first?.entry || found.some((member) => !member.entry)) return { value };
  const others = found
    .slice(1)
    .reduce((set, member) => set | (member.entry?.available ?? ALL_MINORS), NO_MINORS);
  return { value, entry: first.entry, forgiven: others & ~first.entry.available };
}

/** Modules whose classes the catalogue lists with all that they have, and whose objects take no further attributes. */
const PLAIN_MODULES = /^(?:builtins|datetime)\.[a-z]+$/;

function isPlainValue(value: Value): value is InstanceValue {
  return value.tag === "instance" && PLAIN_MODULES.test(value.classId) && value.classId !== "builtins.object";
}

function lacks({ catalogue }: Context, { classId }: InstanceValue, name: string): boolean {
  return catalogue.lookup(classId) !== undefined && catalogue.member(classId, name) === undefined;
}
