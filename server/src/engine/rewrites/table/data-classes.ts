import { fieldsOfMethods, methodsOfFields } from "../data-class-code";
import { isName } from "../predicates";
import { isUndecorated } from "../document-predicates";
import type { Form, Rewrite } from "../rewrite";

/** Classes whose methods are those that `dataclass` would write, and back. */
export const dataClassRewrites: readonly Rewrite[] = [
  {
    id: "dataclass",
    entry: "dataclasses",
    mends: ["dataclasses.dataclass"],
    names: { old: "methods by hand", new: "dataclasses.dataclass" },
    forms: [
      {
        old: "class $name:\n    $$$body",
        new: "@dataclasses.dataclass\nclass $name:\n    $members",
        oldAnchor: "class_definition",
        when: [isName("name"), isUndecorated],
        downgrade: false,
      },
      ...["dataclasses.dataclass", "dataclasses.dataclass()"].map((decorator): Form => ({
        old: "class $name:\n    $members",
        new: `@${decorator}\nclass $name:\n    $$$body`,
        modernise: false,
      })),
    ],
    modernise: {
      safety: "manual",
      differs: "generated-methods",
      derive: fieldsOfMethods,
      carried: ["body"],
      onRequest: true,
    },
    downgrade: { safety: "manual", differs: "no-fields", derive: methodsOfFields, carried: ["body"] },
  },
];
