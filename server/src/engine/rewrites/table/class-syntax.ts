import { NodeKind } from "../../syntax/node-kind";
import { areSlotsOf, isBoundToClass, slotsFor } from "../class-predicates";
import { readString } from "../literals";
import type { Match } from "../matcher";
import type { Subject } from "../predicate";
import { holdsIdentifier, holeOf, isName, isString } from "../predicates";
import { scopeFor } from "../subject-scope";
import type { Form, Rewrite } from "../rewrite";

/** The lines `name: type` of a class for the pairs that `typing.NamedTuple` is called with; nothing for other items. */
function annotationsFor(match: Match, subject: Subject): Record<string, string> | undefined {
  const { tree } = subject;
  const [name] = holeOf(match, "name");
  const [text] = holeOf(match, "text");
  if (readString(tree, text)?.value !== tree.textOf(name)) return undefined;
  const lines: string[] = [];
  const labels: string[] = [];
  for (const pair of holeOf(match, "fields")) {
    const items = tree.kind(pair) === NodeKind.Tuple ? tree.namedChildren(pair) : [];
    const label = items.length === 2 ? readString(tree, items[0])?.value : undefined;
    const type = items.length === 2 ? tree.textOf(items[1]) : "";
    if (label === undefined || !isFieldName(label) || /[\r\n]/.test(type)) return undefined;
    lines.push(`${label}: ${type}`);
    labels.push(label);
  }
  if (!seesSameTypes(match, subject, labels)) return undefined;
  return lines.length === 0 ? undefined : { members: lines.join("\n    ") };
}

function isFieldName(label: string): boolean {
  return /^[^\W\d]\w*$/.test(label) && !KEYWORDS.has(label);
}

const KEYWORDS = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except finally for from global if " +
    "import in is lambda nonlocal not or pass raise return try while with yield"
  ).split(" "),
);

/**
 * The types mean the same in the body of a class: annotations are no texts in this document, the body does not see the names
 * of a class around it, and what it annotates hides a name of a function around it.
 */
function seesSameTypes(match: Match, subject: Subject, labels: readonly string[]): boolean {
  const { tree, scopes } = subject;
  if (scopes.futureImports.some((node) => holdsIdentifier(tree, node, ["annotations"]))) return false;
  const scope = scopeFor(subject, match.roots[0]);
  if (scope.kind === "module") return true;
  const hidden = scope.kind === "class" ? [...scope.bindings.keys(), ...labels] : labels;
  return holeOf(match, "fields").every(
    (pair) => !tree.namedChildren(pair).some((type) => holdsIdentifier(tree, type, hidden)),
  );
}

/** The headers of a method whose `self` is typed by a variable, without and with more parameters. */
const METHODS: readonly Form[] = ["", ", $$params"].map((rest) => ({
  old: `def $name($self: $type${rest}) -> $type:\n    $$$body`,
  new: `def $name($self${rest}) -> typing.Self:\n    $$$body`,
  oldAnchor: "function_definition",
  when: [isName("self"), isBoundToClass("type", ["params", "body"])],
}));

/** Better ways of classes that hold data, and of their methods. */
export const classSyntaxRewrites: readonly Rewrite[] = [
  {
    id: "namedtuple-class",
    entry: "syntax:variable-annotation",
    names: { old: "typing.NamedTuple()", new: "class …(typing.NamedTuple)" },
    forms: [
      {
        old: "$name = typing.NamedTuple($text, [$$fields])",
        new: "class $name(typing.NamedTuple):\n    $members",
        when: [isName("name"), isString("text")],
      },
    ],
    modernise: { derive: annotationsFor, carried: ["fields"] },
    downgrade: false,
  },
  {
    id: "dataclass-slots-listed",
    entry: "dataclasses.dataclass(slots)",
    names: { old: "__slots__", new: "dataclass(slots=True)" },
    forms: [
      ["dataclasses.dataclass", "dataclasses.dataclass(slots=True)"],
      ["dataclasses.dataclass($$args)", "dataclasses.dataclass($$args, slots=True)"],
    ].flatMap(([old, now]): Form[] =>
      ["", "$doc\n    "].map((doc) => ({
        old: `@${old}\nclass $name:\n    ${doc}__slots__ = $slots\n    $$$body`,
        new: `@${now}\nclass $name:\n    ${doc}$$$body`,
        when: [isString("doc")],
      })),
    ),
    modernise: {
      safety: "unsafe",
      differs: "another-class",
      when: [areSlotsOf("slots", "body")],
    },
    downgrade: { derive: slotsFor },
  },
  {
    id: "typing-self",
    entry: "typing.Self",
    names: { old: "typing.TypeVar", new: "typing.Self" },
    forms: METHODS,
    modernise: { safety: "unsafe", differs: "read-at-run-time" },
    downgrade: false,
  },
];
