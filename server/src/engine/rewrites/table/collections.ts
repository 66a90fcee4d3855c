import { NodeKind } from "../../syntax/node-kind";
import { hasNoOrderedUse } from "../document-predicates";
import { isIterated } from "../older-predicates";
import {
  holdsIdentifier,
  holdsNone,
  holeOf,
  isExactType,
  isName,
  isNotNone,
  isSimple,
  isType,
  isUsedOnlyHere,
  onHole,
  predicate,
} from "../predicates";
import { isNotChangedInLoop } from "../uses";
import type { Form, Rewrite } from "../rewrite";
import { hasFieldsFor, hasNoOwn } from "../class-predicates";
import { isNoUserObject, isThere, runsNoCode } from "../result-predicates";
import { isWordNowhere } from "../use-predicates";

const CONTAINERS = [
  "builtins.list",
  "builtins.tuple",
  "builtins.set",
  "builtins.frozenset",
  "builtins.dict",
  "builtins.str",
];

/** `min` or `max` with what it gives for an empty container. */
function extreme(name: "min" | "max"): Form[] {
  return [
    {
      old: `${name}($items) if $items else $fallback`,
      new: `${name}($items, default=$fallback)`,
    },
    {
      old: `${name}($items, key=$key) if $items else $fallback`,
      new: `${name}($items, key=$key, default=$fallback)`,
    },
  ].map((form) => ({
    ...form,
    when: [isType("items", ...CONTAINERS), isNoUserObject("items"), isSimple("fallback")],
    modernise: { when: [isThere("fallback")] },
  }));
}

/** The same by catching what an empty container raises. */
function caught(name: "min" | "max"): Form {
  return {
    old: `try:
    $result = ${name}($items)
except ValueError:
    $result = $fallback`,
    new: `$result = ${name}($items, default=$fallback)`,
    when: [isSimple("fallback"), runsNoCode("items")],
    modernise: { when: [isThere("fallback")] },
  };
}

const isDisplay = onHole(
  "defaults",
  "not-a-literal",
  (node, { tree }, match) =>
    tree.kind(node) === NodeKind.Tuple &&
    !holdsIdentifier(
      tree,
      node,
      holeOf(match, "type").map((each) => tree.textOf(each)),
    ),
);

/** The names of a namedtuple's class and its fields do not matter to `when`; what it is assigned to is a bare name. */
const isPlainName = predicate("not-a-name", (match, { tree }) =>
  holeOf(match, "type").every((node) => tree.kind(node) === NodeKind.Identifier),
);

/** Better ways of collections and iteration. */
export const collectionRewrites: readonly Rewrite[] = [
  {
    id: "min-default",
    entry: "builtins.min(default)",
    names: { old: "min() if … else …", new: "min(default=…)" },
    forms: extreme("min"),
  },
  {
    id: "max-default",
    entry: "builtins.max(default)",
    names: { old: "max() if … else …", new: "max(default=…)" },
    forms: extreme("max"),
  },
  {
    id: "max-default-try",
    entry: "builtins.max(default)",
    names: { old: "try/except", new: "max(default=…)" },
    forms: [caught("max")],
    modernise: { safety: "unsafe", differs: "errors-get-through" },
    downgrade: { safety: "unsafe", differs: "errors-are-caught" },
  },
  {
    id: "min-default-try",
    entry: "builtins.min(default)",
    names: { old: "try/except", new: "min(default=…)" },
    forms: [caught("min")],
    modernise: { safety: "unsafe", differs: "errors-get-through" },
    downgrade: { safety: "unsafe", differs: "errors-are-caught" },
  },
  {
    id: "namedtuple-defaults",
    entry: "collections.namedtuple(defaults)",
    names: { old: "__new__.__defaults__", new: "namedtuple(defaults=…)" },
    forms: [
      {
        old: "$type = collections.namedtuple($$args)\n$type.__new__.__defaults__ = $defaults",
        new: "$type = collections.namedtuple($$args, defaults=$defaults)",
        when: [isPlainName, isDisplay, isWordNowhere(/\b_field_defaults\b/)],
        modernise: { when: [hasFieldsFor("args", "defaults")] },
      },
    ],
    modernise: { safety: "unsafe", differs: "field-defaults" },
    downgrade: { safety: "unsafe", differs: "no-field-defaults" },
  },
  {
    id: "accumulate-initial",
    entry: "itertools.accumulate(initial)",
    names: { old: "itertools.chain", new: "accumulate(initial=…)" },
    forms: [
      {
        old: "itertools.accumulate(itertools.chain([$start], $items))",
        new: "itertools.accumulate($items, initial=$start)",
      },
      {
        old: "itertools.accumulate(itertools.chain([$start], $items), $function)",
        new: "itertools.accumulate($items, $function, initial=$start)",
      },
    ],
    modernise: { when: [isNotNone("start"), isSimple("start")] },
    downgrade: { when: [isNotNone("start"), isSimple("start")] },
  },
  {
    id: "struct-iter-unpack",
    entry: "struct.iter_unpack",
    names: { old: "struct.unpack_from", new: "struct.iter_unpack" },
    forms: [
      {
        old: `$size = struct.calcsize($format)
$result = [struct.unpack_from($format, $data, $i) for $i in range(0, len($data), $size)]`,
        new: "$result = list(struct.iter_unpack($format, $data))",
      },
      {
        old: "[struct.unpack_from($format, $data, $i) for $i in range(0, len($data), struct.calcsize($format))]",
        new: "list(struct.iter_unpack($format, $data))",
        downgrade: false,
      },
      {
        old: "(struct.unpack_from($format, $data, $i) for $i in range(0, len($data), struct.calcsize($format)))",
        new: "struct.iter_unpack($format, $data)",
        modernise: false,
      },
    ],
    modernise: { safety: "unsafe", differs: "other-message", when: [isUsedOnlyHere("size")] },
    downgrade: { fresh: { size: "size", i: "offset" } },
  },
  {
    id: "pprint-pp",
    entry: "pprint.pp",
    names: { old: "pprint.pprint", new: "pprint.pp" },
    forms: [{ old: "pprint.pprint($$args, sort_dicts=False)", new: "pprint.pp($$args)" }],
    downgrade: false,
  },
  {
    id: "asdict-ordereddict",
    entry: "behaviour:collections.namedtuple-asdict-is-dict",
    names: { old: "collections.OrderedDict", new: "_asdict" },
    forms: [{ old: "collections.OrderedDict($point._asdict())", new: "$point._asdict()" }],
    modernise: {
      safety: "unsafe",
      differs: "plain-dict",
      when: [hasNoOrderedUse, hasNoOwn("point", "_asdict")],
    },
    downgrade: { safety: "unsafe", differs: "ordered-dict" },
  },
  {
    id: "csv-dictreader-rows",
    entry: "csv.DictReader",
    mends: ["behaviour:csv.DictReader-plain-dict"],
    since: 8,
    names: { old: "collections.OrderedDict", new: "csv.DictReader" },
    forms: [
      {
        old: "[collections.OrderedDict($row) for $row in csv.DictReader($$any_args)]",
        new: "list(csv.DictReader($$any_args))",
        modernise: { when: [isName("row")] },
        downgrade: { fresh: { row: "row" } },
      },
      {
        old: "map(collections.OrderedDict, csv.DictReader($$any_args))",
        new: "csv.DictReader($$any_args)",
        downgrade: { when: [isIterated] },
      },
    ],
    modernise: { safety: "unsafe", differs: "plain-dict", when: [hasNoOrderedUse] },
    downgrade: { safety: "unsafe", differs: "ordered-dict" },
  },
  {
    id: "dict-or",
    entry: "builtins.dict.__or__",
    oldSince: 5,
    names: { old: "{**…}", new: "|" },
    forms: [{ old: "{**$left, **$right}", new: "$left | $right", oldAnchor: "dictionary" }],
    modernise: { when: [isExactType("left", "builtins.dict"), isExactType("right", "builtins.dict")] },
    downgrade: { when: [isExactType("left", "builtins.dict"), isExactType("right", "builtins.dict")] },
  },
  {
    id: "pairwise",
    entry: "itertools.pairwise",
    names: { old: "zip", new: "itertools.pairwise" },
    forms: [
      {
        old: "zip($items, $items[1:])",
        new: "itertools.pairwise($items)",
        when: [isNotChangedInLoop("items")],
      },
    ],
    modernise: {
      when: [
        isType("items", "builtins.list", "builtins.tuple", "builtins.str", "builtins.bytes"),
        holdsNone("items", NodeKind.Call),
      ],
    },
    downgrade: {
      when: [isType("items", "builtins.list", "builtins.tuple", "builtins.str", "builtins.bytes")],
    },
  },
];
