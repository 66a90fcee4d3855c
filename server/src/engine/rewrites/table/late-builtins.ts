import { isName } from "../predicates";
import { isInNoUnion, isNoKey } from "../uses";
import type { Rewrite } from "../rewrite";

/** What older Pythons have in the place of late builtins. */
export const lateBuiltinRewrites: readonly Rewrite[] = [
  {
    id: "frozendict",
    entry: "builtins.frozendict",
    names: { old: "types.MappingProxyType", new: "frozendict" },
    forms: [{ old: "types.MappingProxyType(dict($$any))", new: "frozendict($$any)" }],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "no-hash", when: [isNoKey] },
  },
  {
    id: "sentinel",
    entry: "builtins.sentinel",
    names: { old: "object", new: "sentinel" },
    forms: [{ old: "$name = object()", new: "$name = sentinel($label)", when: [isName("name")] }],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "nameless", when: [isInNoUnion("name")] },
  },
  {
    id: "flattening-list",
    entry: "syntax:comprehension-unpacking",
    names: { old: "for … for …", new: "[*… for …]" },
    forms: [
      { old: "[$item for $each in $items for $item in $each]", new: "[*$each for $each in $items]" },
      { old: "{$item for $each in $items for $item in $each}", new: "{*$each for $each in $items}" },
    ].map((form, index) => ({
      ...form,
      oldAnchor: index === 0 ? "list_comprehension" : "set_comprehension",
      when: [isName("item"), isName("each")],
    })),
    downgrade: false,
  },
];
