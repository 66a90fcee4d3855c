import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";
import type { Match } from "./matcher";
import { unwrap } from "./node-parts";
import type { Predicate, Subject } from "./predicate";
import { everyMember, hasType, holeOf, isOwnClass, onHole, predicate } from "./predicates";
import { scopeFor } from "./subject-scope";
import { readString } from "./literals";
import { membersOf } from "../evaluation/values";
import { isSubset, minorsFrom } from "../version";

/** `$name` is an object of a class of this document that `dataclasses.dataclass` decorates, and copied as such. */
export function isDataclass(name: string): Predicate {
  return onHole(name, "type-unknown", (node, subject) =>
    everyMember(subject.valueAt(node), (member) => {
      if (member.tag !== "object" || !isOwnClass(subject, member.of)) return false;
      if (member.of.scope.bindings.has("__replace__")) return false;
      const { tree, references } = subject;
      const decorated = tree.parent(member.of.scope.node);
      if (tree.kind(decorated) !== NodeKind.DecoratedDefinition) return false;
      return tree.namedChildren(decorated).some((child) => {
        if (tree.kind(child) !== NodeKind.Decorator) return false;
        const inner = tree.firstNamedChild(child);
        const isCall = inner !== NO_NODE && tree.kind(inner) === NodeKind.Call;
        return (
          references.entryAt(isCall ? tree.child(inner, Field.Function) : inner) === "dataclasses.dataclass"
        );
      });
    }),
  );
}

/** `$name` is a named tuple of a class of this document. */
export function isNamedTuple(name: string): Predicate {
  return onHole(name, "type-unknown", (node, subject) =>
    everyMember(
      subject.valueAt(node),
      (member) => member.tag === "object" && hasType(subject, node, ["typing.NamedTuple"]),
    ),
  );
}

/** `$name` is no class of this document, which may have any attributes. */
export function isNoUserClass(name: string): Predicate {
  return onHole(name, "type-unknown", (node, { valueAt }) =>
    membersOf(valueAt(node)).every(({ tag }) => tag !== "class" && tag !== "object"),
  );
}

/** Objects do not get a dictionary from `abc.ABC`, which has slots of its own from 3.7 on, where `$$$body` has slots. */
export function keepsSlots(body: string): Predicate {
  return predicate("other-members", (match, { tree, minors }) => {
    if (isSubset(minors, minorsFrom(7))) return true;
    return holeOf(match, body).every((statement) => !/^__slots__\b/.test(tree.textOf(statement)));
  });
}

/** `$name` is no object of a class of this document that defines a method itself. */
export function hasNoOwn(name: string, method: string): Predicate {
  return onHole(name, "other-class", (node, { valueAt }) =>
    membersOf(valueAt(node)).every(
      (member) => member.tag !== "object" || !member.of.scope.bindings.has(method),
    ),
  );
}

/** The arguments of a named tuple give it no defaults, and as many fields as there are defaults, as far as is known. */
export function hasFieldsFor(args: string, defaults: string): Predicate {
  return predicate("other-arguments", (match, { tree }) => {
    const items = holeOf(match, args);
    const isGiven = items.some(
      (item) =>
        tree.kind(item) === NodeKind.KeywordArgument &&
        tree.textOf(tree.child(item, Field.Name)) === "defaults",
    );
    const [fields] = items.slice(1);
    const names = fields === undefined ? undefined : fieldsIn(tree, fields);
    const [display] = holeOf(match, defaults);
    return !isGiven && (names === undefined || tree.namedChildren(display).length <= names);
  });
}

/** How many fields a text or a display names. */
function fieldsIn(tree: SyntaxTree, node: NodeIndex): number | undefined {
  const text = readString(tree, node)?.value;
  if (text !== undefined) return text.split(/[\s,]+/).filter((part) => part !== "").length;
  const kind = tree.kind(node);
  return kind === NodeKind.List || kind === NodeKind.Tuple ? tree.namedChildren(node).length : undefined;
}

/** The statements of `$$$name` give attributes values of some kinds only; methods and docstrings may stand beside them. */
export function assignsOnly(name: string, ...kinds: readonly NodeKind[]): Predicate {
  return predicate("other-members", (match, { tree }) =>
    holeOf(match, name).every((statement) => {
      switch (tree.kind(statement)) {
        case NodeKind.FunctionDefinition:
        case NodeKind.DecoratedDefinition:
        case NodeKind.PassStatement:
        case NodeKind.Comment:
          return true;
        case NodeKind.ExpressionStatement: {
          const inner = tree.firstNamedChild(statement);
          if (tree.kind(inner) === NodeKind.String) return true;
          if (tree.kind(inner) !== NodeKind.Assignment) return false;
          const value = tree.child(inner, Field.Right);
          return value !== NO_NODE && kinds.includes(tree.kind(value)) && !isFormattedText(tree, value);
        }
        default:
          return false;
      }
    }),
  );
}

/** `$name` is a bare name of whose object nothing but some attributes is used in its function, or in the module. */
export function usesOnlyAttributes(name: string, attributes: readonly string[]): Predicate {
  return onHole(name, "used-elsewhere", (own, subject, { roots }) => {
    const { tree } = subject;
    if (tree.kind(own) !== NodeKind.Identifier) return false;
    const text = tree.textOf(own);
    const scope = scopeFor(subject, own);
    // What a class binds is an attribute that anybody may ask for.
    if (scope.kind === "class" || scope.bindings.get(text)?.length !== 1 || scope.globals.has(text))
      return false;
    const [first, last] = [roots[0], tree.lastInside(roots[roots.length - 1])];
    for (let node = scope.node; node <= tree.lastInside(scope.node); node++) {
      if ((node >= first && node <= last) || tree.kind(node) !== NodeKind.Identifier) continue;
      if (tree.field(node) === Field.Attribute || tree.textOf(node) !== text) continue;
      const parent = tree.parent(node);
      const isRead = tree.kind(parent) === NodeKind.Attribute && tree.field(node) === Field.Object;
      if (!isRead || !attributes.includes(tree.textOf(tree.child(parent, Field.Attribute)))) return false;
      if (tree.field(parent) === Field.Left) return false;
    }
    return true;
  });
}

/** The text of `$slots` names the attributes that `$$$body` annotates, in order, none has a default, and `$$args` says nothing of it. */
export function areSlotsOf(slots: string, body: string): Predicate {
  return predicate("other-members", (match, subject) => {
    const [node] = holeOf(match, slots);
    const { tree } = subject;
    const hasSlots = /^(?:slots\s*=|\*)/;
    if (holeOf(match, "args").some((argument) => hasSlots.test(tree.textOf(argument)))) return false;
    const display = node === undefined ? NO_NODE : unwrap(tree, node);
    const items = tree.kind(display) === NodeKind.String ? [display] : tree.namedChildren(display);
    const names = items.map((item) => readString(tree, item)?.value ?? "?");
    const fields = plainFields(tree, holeOf(match, body));
    return fields?.join() === names.join();
  });
}

/** Code for the slots that `$$$body` needs; nothing where an attribute has a default, which slots refuse. */
export function slotsFor(match: Match, { tree }: Subject): Record<string, string> | undefined {
  const body = holeOf(match, "body");
  const fields = plainFields(tree, body);
  if (!fields || fields.length === 0 || tree.kind(tree.firstNamedChild(body[0])) === NodeKind.String)
    return undefined;
  const items = fields.map((field) => `"${field}"`).join(", ");
  return { slots: fields.length === 1 ? `(${items},)` : `(${items})` };
}

/** The names of the annotated attributes of a class body; `undefined` where one has a value or is no plain name. */
function plainFields(tree: SyntaxTree, body: readonly NodeIndex[]): string[] | undefined {
  const fields: string[] = [];
  for (const statement of body) {
    if (tree.kind(statement) !== NodeKind.ExpressionStatement) continue;
    const inner = tree.firstNamedChild(statement);
    if (tree.kind(inner) !== NodeKind.Assignment) continue;
    const left = tree.child(inner, Field.Left);
    const type = tree.child(inner, Field.Type);
    const isPlain = type !== NO_NODE && tree.child(inner, Field.Right) === NO_NODE;
    if (
      !isPlain ||
      tree.kind(left) !== NodeKind.Identifier ||
      /\b(?:Class|Init)Var\b/.test(tree.textOf(type))
    )
      return undefined;
    fields.push(tree.textOf(left));
  }
  return fields;
}

/**
 * `$type` is a type variable of this document that is bound to the class around the method, and stands in the method's
 * header for `self` and the result only.
 */
export function isBoundToClass(type: string, rest: readonly string[]): Predicate {
  return onHole(type, "type-unknown", (node, subject, match) => {
    const { tree, scopes, references } = subject;
    const name = tree.textOf(node);
    const around = scopeFor(subject, match.roots[0]);
    const [binding, ...others] = scopes.module.bindings.get(name) ?? [];
    if (tree.kind(node) !== NodeKind.Identifier || around.kind !== "class" || binding === undefined)
      return false;
    const assignment = tree.parent(binding);
    const call =
      tree.kind(assignment) === NodeKind.Assignment ? tree.child(assignment, Field.Right) : NO_NODE;
    if (others.length > 0 || call === NO_NODE || tree.kind(call) !== NodeKind.Call) return false;
    if (references.entryAt(tree.child(call, Field.Function)) !== "typing.TypeVar") return false;
    const bound = tree
      .namedChildren(tree.child(call, Field.Arguments))
      .find(
        (item) =>
          tree.kind(item) === NodeKind.KeywordArgument &&
          tree.textOf(tree.child(item, Field.Name)) === "bound",
      );
    if (bound === undefined) return false;
    const value = tree.child(bound, Field.Value);
    const owner = tree.textOf(tree.child(around.node, Field.Name));
    if (readString(tree, value)?.value !== owner && tree.textOf(value) !== owner) return false;
    return rest.every((hole) => holeOf(match, hole).every((each) => !holdsName(tree, each, name)));
  });
}

function holdsName(tree: SyntaxTree, node: NodeIndex, name: string): boolean {
  for (let at = node; at <= tree.lastInside(node); at++) {
    const kind = tree.kind(at);
    if (kind === NodeKind.Identifier && tree.textOf(at) === name) return true;
    if (kind === NodeKind.StringContent && new RegExp(`\\b${name}\\b`).test(tree.textOf(at))) return true;
  }
  return false;
}

function isFormattedText(tree: SyntaxTree, node: NodeIndex): boolean {
  return tree.kind(node) === NodeKind.String && readString(tree, node) === undefined;
}
