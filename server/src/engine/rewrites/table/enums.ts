import { NodeKind } from "../../syntax/node-kind";
import { assignsOnly } from "../class-predicates";
import type { Rewrite } from "../rewrite";

/** Better ways of enumerations. */
export const enumRewrites: readonly Rewrite[] = [
  {
    id: "str-enum",
    entry: "enum.StrEnum",
    names: { old: "str, enum.Enum", new: "enum.StrEnum" },
    forms: [
      {
        old: "class $name(str, enum.Enum):\n    $$$body",
        new: "class $name(enum.StrEnum):\n    $$$body",
        when: [assignsOnly("body", NodeKind.String)],
      },
    ],
    modernise: { safety: "unsafe", differs: "text-is-value" },
    downgrade: { safety: "unsafe", differs: "text-is-name" },
  },
  {
    id: "int-flag",
    entry: "enum.IntFlag",
    names: { old: "enum.IntEnum", new: "enum.IntFlag" },
    forms: [
      {
        old: "class $name(enum.IntEnum):\n    $$$body",
        new: "class $name(enum.IntFlag):\n    $$$body",
        when: [assignsOnly("body", NodeKind.Integer, NodeKind.BinaryOperator)],
      },
    ],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "plain-numbers" },
  },
];
