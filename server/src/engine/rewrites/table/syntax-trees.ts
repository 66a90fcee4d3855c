import { Field, NodeKind } from "../../syntax/node-kind";
import { minorsBefore, minorsFrom, NO_MINORS } from "../../version";
import type { Match } from "../matcher";
import type { Subject } from "../predicate";
import { isSimple, predicate } from "../predicates";
import type { Form, Rewrite } from "../rewrite";

const NUMBER = "isinstance($node.value, (int, float, complex)) and not isinstance($node.value, bool)";

/** The classes of literals that one class took the place of, and how a test for each reads now. */
const TESTS: readonly (readonly [string, string])[] = [
  ["ast.Num", NUMBER],
  ["ast.Str", "isinstance($node.value, str)"],
  ["ast.Bytes", "isinstance($node.value, bytes)"],
  ["ast.NameConstant", "($node.value is None or isinstance($node.value, bool))"],
  ["ast.Ellipsis", "$node.value is ..."],
  ["(ast.Str, ast.Bytes)", "isinstance($node.value, (str, bytes))"],
  ["(ast.Bytes, ast.Str)", "isinstance($node.value, (str, bytes))"],
  ...["(ast.Num, ast.Str)", "(ast.Str, ast.Num)"].map(
    (classes) => [classes, NUMBER.replace("complex", "complex, str")] as const,
  ),
];

/** What each class calls its value. */
const VALUES = { Num: "n", Str: "s", Bytes: "s", NameConstant: "value" };

/** The older forms, and what says the same of one class for all literals. */
const PAIRS: readonly Form[] = [
  ...TESTS.map(([classes, test]): Form => ({
    old: `isinstance($node, ${classes})`,
    new: `isinstance($node, ast.Constant) and ${test}`,
    oldAnchor: /ast\.\w+/.exec(classes)![0],
    modernise: { when: [isSimple("node")] },
  })),
  ...Object.entries(VALUES).flatMap(([name, value]): Form[] => [
    { old: `ast.${name}($value)`, new: "ast.Constant($value)" },
    { old: `ast.${name}(${value}=$value)`, new: "ast.Constant(value=$value)" },
  ]),
  { old: "ast.Ellipsis()", new: "ast.Constant(...)" },
];

/**
 * Some targeted Python parses literals into the older classes, and some into the one: but not in a visitor of one of those,
 * which newer Pythons have no node for.
 */
const servesBothParsers = predicate("not-shown", ({ roots }, { tree, minors }) => {
  if ((minors & minorsBefore(8)) === NO_MINORS || (minors & minorsFrom(8)) === NO_MINORS) return false;
  for (let at = roots[0]; at > 0; at = tree.parent(at)) {
    if (tree.kind(at) !== NodeKind.FunctionDefinition) continue;
    if (/^visit_(?:Num|Str|Bytes|NameConstant|Ellipsis)$/.test(tree.textOf(tree.child(at, Field.Name))))
      return false;
  }
  return true;
});

/** The code as it stands, for the Pythons that parse literals so. */
function asItStands({ roots: [root] }: Match, { tree }: Subject): { older: string } {
  return { older: tree.textOf(root) };
}

/** Better ways of syntax trees. */
export const syntaxTreeRewrites: readonly Rewrite[] = [
  {
    id: "ast-constant",
    entry: "ast.Constant",
    since: 8,
    names: { old: "ast.Num", new: "ast.Constant" },
    forms: PAIRS,
    downgrade: false,
  },
  {
    id: "ast-constant-guarded",
    entry: "ast.Constant",
    names: { old: "ast.Num", new: "ast.Constant" },
    forms: PAIRS.map((form): Form => ({
      ...form,
      new: `${form.new} if sys.version_info >= (3, 8) else $older`,
    })),
    modernise: { derive: asItStands, carried: ["node", "value"], when: [servesBothParsers] },
    downgrade: false,
  },
];
