import { isSimple } from "../predicates";
import type { Form, Rewrite } from "../rewrite";

/** The classes of literals that one class took the place of, and how a test for each reads now. */
const TESTS: readonly (readonly [string, string])[] = [
  ["Num", "isinstance($node.value, (int, float, complex)) and not isinstance($node.value, bool)"],
  ["Str", "isinstance($node.value, str)"],
  ["Bytes", "isinstance($node.value, bytes)"],
  ["NameConstant", "($node.value is None or isinstance($node.value, bool))"],
  ["Ellipsis", "$node.value is ..."],
];

/** Better ways of syntax trees. */
export const syntaxTreeRewrites: readonly Rewrite[] = [
  {
    id: "ast-constant",
    entry: "ast.Constant",
    since: 8,
    names: { old: "ast.Num", new: "ast.Constant" },
    forms: [
      ...TESTS.map(([name, test]): Form => ({
        old: `isinstance($node, ast.${name})`,
        new: `isinstance($node, ast.Constant) and ${test}`,
        oldAnchor: `ast.${name}`,
        modernise: { when: [isSimple("node")] },
      })),
      ...["Num", "Str", "Bytes", "NameConstant"].map((name): Form => ({
        old: `ast.${name}($value)`,
        new: "ast.Constant($value)",
      })),
      { old: "ast.Ellipsis()", new: "ast.Constant(...)" },
    ],
    downgrade: false,
  },
];
