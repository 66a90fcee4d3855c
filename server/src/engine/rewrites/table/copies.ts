import { isDataclass, isNamedTuple } from "../class-predicates";
import { isType } from "../predicates";
import type { Rewrite } from "../rewrite";

/** Classes of the library whose objects copy themselves with `replace`. */
const REPLACING = [
  "datetime.date",
  "datetime.time",
  "inspect.Signature",
  "inspect.Parameter",
  "types.CodeType",
] as const;

/** Better ways of copies with changes. */
export const copyRewrites: readonly Rewrite[] = [
  {
    id: "copy-replace",
    entry: "copy.replace",
    names: { old: "dataclasses.replace", new: "copy.replace" },
    forms: [
      {
        old: "dataclasses.replace($object, $$any)",
        new: "copy.replace($object, $$any)",
        when: [isDataclass("object")],
      },
    ],
    modernise: { onRequest: true },
  },
  {
    id: "copy-replace-tuple",
    entry: "copy.replace",
    names: { old: "_replace", new: "copy.replace" },
    forms: [
      {
        old: "$object._replace($$any)",
        new: "copy.replace($object, $$any)",
        when: [isNamedTuple("object")],
      },
    ],
    modernise: false,
  },
  {
    id: "copy-replace-method",
    entry: "copy.replace",
    names: { old: "replace", new: "copy.replace" },
    forms: [
      {
        old: "$object.replace($$any)",
        new: "copy.replace($object, $$any)",
        when: [isType("object", ...REPLACING)],
      },
    ],
    modernise: false,
  },
];
