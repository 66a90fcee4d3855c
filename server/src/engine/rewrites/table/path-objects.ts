import { isType } from "../predicates";
import type { Form, Rewrite } from "../rewrite";

const TAKES_PATHS = "behaviour:os.functions-take-path-objects";

/** Functions that took texts only before 3.6, most of them with more arguments. */
const FUNCTIONS = [
  "open",
  "os.listdir",
  "os.stat",
  "os.lstat",
  "os.remove",
  "os.unlink",
  "os.mkdir",
  "os.makedirs",
] as const;

/** Paths given as objects, or as their text. */
export const pathObjectRewrites: readonly Rewrite[] = [
  {
    id: "open-pathlike",
    entry: TAKES_PATHS,
    names: { old: "str(path)", new: "path" },
    forms: FUNCTIONS.map((name): Form => ({
      old: `${name}(str($path), $$any)`,
      new: `${name}($path, $$any)`,
      oldAnchor: name === "open" ? "builtins.open" : name,
      newAnchor: TAKES_PATHS,
      when: [isType("path", "pathlib.PurePath")],
    })),
    modernise: { onRequest: true },
  },
];
