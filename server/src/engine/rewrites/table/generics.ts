import { TYPING_ALIASES } from "../../evaluation/type-names";
import { isInAnnotation } from "../document-predicates";
import type { Form, Rewrite } from "../rewrite";

/** Names of `typing` for classes that take type arguments themselves since 3.9, and those classes. */
const NAMES = Object.entries(TYPING_ALIASES)
  .filter(([old]) => old !== "typing.Text")
  .map(([old, now]) => [old, now.replace(/^builtins\./, "")]);

/** What older Pythons have instead of classes with type arguments. */
export const genericRewrites: readonly Rewrite[] = [
  {
    id: "generics",
    entry: "syntax:class[...] subscript",
    names: { old: "typing.List", new: "list[…]" },
    forms: NAMES.flatMap(([old, now]): Form[] => {
      const form: Form = { old: `${old}[$$args]`, new: `${now}[$$args]` };
      return [
        { ...form, when: [isInAnnotation] },
        { ...form, downgrade: { safety: "unsafe", differs: "another-object" } },
      ];
    }),
    modernise: false,
  },
];
