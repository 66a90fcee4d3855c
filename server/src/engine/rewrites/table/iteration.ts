import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE } from "../../syntax/syntax-tree";
import { holdsOnly } from "../older-predicates";
import { isExactType, isPositiveNumber, isSimple, isType, onHole } from "../predicates";
import type { Rewrite } from "../rewrite";
import { hasTextKeys, mayHaveTextKeys } from "../text-keys";

const isSequence = isType("items", "builtins.list", "builtins.tuple", "builtins.str", "builtins.bytes");

/** Nothing among `$$items` is unpacked itself. */
const areNotUnpacked = onHole(
  "items",
  "not-shown",
  (node, { tree }) =>
    tree.kind(node) !== NodeKind.ListSplat && tree.kind(node) !== NodeKind.ParenthesizedListSplat,
);

/** What is asked is no `super()`, which finds special methods only where they are named. */
const isNotSuper = onHole("iterator", "not-shown", (node, { tree, references }) => {
  const callee = tree.kind(node) === NodeKind.Call ? tree.child(node, Field.Function) : NO_NODE;
  return callee === NO_NODE || references.entryAt(callee) !== "builtins.super";
});

/** No argument of `$$args` has a name. */
const hasNoKeywords = onHole(
  "args",
  "has-keywords",
  (node, { tree }) => tree.kind(node) !== NodeKind.KeywordArgument,
);

/** Better ways of going through things. */
export const iterationRewrites: readonly Rewrite[] = [
  {
    id: "unpack-in-list",
    entry: "syntax:unpacking-in-display",
    names: { old: "list() + list()", new: "[*…, *…]" },
    forms: [
      { old: "list($left) + list($right)", new: "[*$left, *$right]", newAnchor: "list" },
      {
        old: "list($left) + list($middle) + list($right)",
        new: "[*$left, *$middle, *$right]",
        newAnchor: "list",
      },
      {
        old: "[$$items] + list($right)",
        new: "[$$items, *$right]",
        newAnchor: "list",
        oldAnchor: "builtins.list",
      },
      {
        old: "list($left) + [$$items]",
        new: "[*$left, $$items]",
        newAnchor: "list",
        oldAnchor: "builtins.list",
      },
    ],
    downgrade: { when: [areNotUnpacked] },
  },
  {
    id: "unpack-lists",
    entry: "syntax:unpacking-in-display",
    names: { old: "+", new: "[*…, *…]" },
    forms: [
      {
        old: "$left + $right",
        new: "[*$left, *$right]",
        oldAnchor: "binary_operator",
        when: [isExactType("left", "builtins.list"), isExactType("right", "builtins.list")],
      },
    ],
    modernise: { onRequest: true },
    downgrade: false,
  },
  {
    id: "unpack-in-dict",
    entry: "syntax:unpacking-in-display",
    names: { old: "dict(…, **…)", new: "{**…, **…}" },
    forms: [
      {
        old: "dict($left, **$right)",
        new: "{**$left, **$right}",
        newAnchor: "dictionary",
        modernise: { when: [hasTextKeys("right")] },
        downgrade: false,
      },
      {
        old: "dict($left, **$right)",
        new: "{**$left, **$right}",
        newAnchor: "dictionary",
        modernise: { safety: "unsafe", differs: "keys-of-any-kind", when: [mayHaveTextKeys("right")] },
      },
    ],
    modernise: { when: [isType("left", "builtins.dict")] },
    downgrade: { safety: "unsafe", differs: "text-keys-only" },
  },
  {
    id: "batched",
    entry: "itertools.batched",
    names: { old: "range", new: "itertools.batched" },
    forms: [
      {
        old: "[tuple($items[$i:$i + $count]) for $i in range(0, len($items), $count)]",
        new: "list(itertools.batched($items, $count))",
      },
      {
        old: "(tuple($items[$i:$i + $count]) for $i in range(0, len($items), $count))",
        new: "itertools.batched($items, $count)",
      },
      {
        old: "[$items[$i:$i + $count] for $i in range(0, len($items), $count)]",
        new: "list(itertools.batched($items, $count))",
        modernise: { safety: "unsafe", differs: "tuples-instead" },
        downgrade: false,
      },
    ],
    modernise: { when: [isSequence, isPositiveNumber("count")] },
    downgrade: { when: [isSequence, isPositiveNumber("count")], fresh: { i: "start" } },
  },
  {
    id: "zip-strict",
    entry: "builtins.zip(strict)",
    names: { old: "zip", new: "zip(strict=True)" },
    forms: [
      {
        old: "zip($$any)",
        new: "zip($$any, strict=True)",
        downgrade: { safety: "unsafe", differs: "lengths-unchecked" },
      },
      { old: "zip($$any)", new: "zip($$any, strict=False)" },
    ],
    modernise: false,
  },
  {
    id: "map-strict",
    entry: "builtins.map(strict)",
    names: { old: "map", new: "map(strict=True)" },
    forms: [
      {
        old: "map($$any)",
        new: "map($$any, strict=True)",
        downgrade: { safety: "unsafe", differs: "lengths-unchecked" },
      },
      { old: "map($$any)", new: "map($$any, strict=False)" },
    ],
    modernise: false,
  },
  {
    id: "anext",
    entry: "builtins.anext",
    names: { old: "__anext__", new: "anext" },
    forms: [
      {
        old: "await $iterator.__anext__()",
        new: "await anext($iterator)",
        oldAnchor: "await",
        when: [isNotSuper],
      },
    ],
  },
  {
    id: "asyncio-to-thread",
    entry: "asyncio.to_thread",
    names: { old: "run_in_executor", new: "asyncio.to_thread" },
    forms: [
      {
        old: "await asyncio.get_running_loop().run_in_executor(None, $function, $$args)",
        new: "await asyncio.to_thread($function, $$args)",
        when: [hasNoKeywords],
      },
    ],
    modernise: { safety: "unsafe", differs: "context-copied" },
    downgrade: { safety: "unsafe", differs: "context-not-copied" },
  },
  {
    id: "reversed-memoryview",
    entry: "behaviour:builtins.reversed-memoryview",
    names: { old: "list()[::-1]", new: "reversed" },
    forms: [
      { old: "list($view)[::-1]", new: "list(reversed($view))" },
      { old: "iter(list($view)[::-1])", new: "reversed($view)" },
    ],
    modernise: false,
    downgrade: { when: [isType("view", "builtins.memoryview")] },
  },
  {
    id: "bytes-join-buffers",
    entry: "behaviour:builtins.bytes-join-buffer",
    mends: ["behaviour:builtins.bytearray-join-buffer"],
    names: { old: "map(bytes, …)", new: "join" },
    forms: [{ old: "$separator.join(map(bytes, $items))", new: "$separator.join($items)" }],
    modernise: false,
    downgrade: {
      when: [
        holdsOnly("items", "builtins.bytes", "builtins.bytearray", "builtins.memoryview", "array.array"),
      ],
    },
  },
  {
    id: "struct-object-iter-unpack",
    entry: "struct.Struct.iter_unpack",
    names: { old: "unpack_from", new: "iter_unpack" },
    forms: [
      {
        old: "[$struct.unpack_from($data, $i) for $i in range(0, len($data), $struct.size)]",
        new: "list($struct.iter_unpack($data))",
      },
      {
        old: "($struct.unpack_from($data, $i) for $i in range(0, len($data), $struct.size))",
        new: "$struct.iter_unpack($data)",
      },
    ],
    modernise: false,
    downgrade: { fresh: { i: "offset" } },
  },
  {
    id: "take-bytes",
    entry: "builtins.bytearray.take_bytes",
    oldSince: 3,
    names: { old: "bytes", new: "bytearray.take_bytes" },
    forms: [
      {
        old: "$result = bytes($buffer)\n$buffer.clear()",
        new: "$result = $buffer.take_bytes()",
      },
    ],
    modernise: { when: [isType("buffer", "builtins.bytearray"), isSimple("buffer")] },
    downgrade: { when: [isSimple("buffer")] },
  },
];
