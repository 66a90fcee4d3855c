import { lastName } from "../../catalogue/ids";
import type { FixSafety, TextReplacement } from "../../findings";
import { type MovedImport, readMovedImport } from "../../rewrites/moved-imports";
import { LIBRARY_PACKAGES } from "../../rewrites/packages";
import { scopeAround } from "../../rewrites/scope-around";
import { isServedBy, readWholeModule, type WholeModule } from "../../rewrites/whole-module";
import { importAround, namesOfImport } from "../../syntax/imports";
import { NodeKind } from "../../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../../syntax/syntax-tree";
import type { Fixer, FixInput } from "../fixer";
import { headerComment } from "../guards/unwrap-if";
import { isLeaving } from "../replacing/replacement";
import { addFromImport } from "../imports/add-import";
import { importedNames } from "../imports/imported";
import { isPackage } from "../imports/left-over";
import {
  hasOwnLines,
  holdsComment,
  indentationAt,
  joinEdits,
  lineEndingOf,
  mergeAdjacent,
  removeListItems,
  startOfLine,
} from "../layout";

const ID = "use-library";

/**
 * Imports from the standard library what a package brought to older Pythons. Names that only the package has stay with it.
 * Safe where both are one and the same object; a package that is ahead of the library may do more.
 */
export const useLibrary: Fixer = {
  id: ID,
  appliesTo: ({ code, entryId }) =>
    code === "modernise"
      ? HOMES.some((home) => entryId.startsWith(home))
      : isLeaving({ code }) && LIBRARY_PACKAGES.some(({ module }) => module === entryId),
  compute(input) {
    const { tree, catalogue, finding, subject } = input;
    const statement = importAround(tree, tree.innermost(finding.start, finding.end));
    if (statement === NO_NODE) return undefined;
    const { start, end } = finding.subject ?? { start: tree.start(statement), end: tree.end(statement) };
    if (tree.start(statement) !== start || tree.end(statement) !== end) return undefined;
    const minors = subject.references.reachWithin(start, end) & subject.minors;
    const moved = readMovedImport(tree, statement, catalogue, minors);
    if (!moved) return undefined;
    const move = moved.names ? { edits: moveNames(input, moved) } : moveWhole(input, moved);
    if (!move?.edits) return undefined;
    const differs = move.differs ?? (moved.differs ? "package-ahead" : undefined);
    const name = moved.names?.length === 1 ? `${moved.names[0].home}.${moved.names[0].name}` : homesOf(moved);
    return {
      id: ID,
      safety: move.safety ?? (differs ? "unsafe" : "safe"),
      details: { name, ...(differs && { differs }) },
      edits: move.edits,
    };
  },
};

/** How an import goes to the library, with what differs by how the document uses it. */
interface Move {
  readonly edits: TextReplacement[] | undefined;
  readonly differs?: string;
  readonly safety?: FixSafety;
}

const HOMES = [...new Set(LIBRARY_PACKAGES.flatMap(({ homes }) => homes))];

function homesOf({ names, entry }: MovedImport): string {
  const homes = [...new Set(names?.map(({ home }) => home) ?? [entry.id])];
  return homes.length === 1 ? homes[0] : entry.id;
}

/**
 * `import tomli` becomes `import tomllib`, and what names it follows; under an alias only the module changes. Where the module
 * goes elsewhere by itself, more may be asked of it there; and where a text may speak of it, its name stays.
 */
function moveWhole(input: FixInput, moved: MovedImport): Move | undefined {
  const { tree, scopes, catalogue, subject } = input;
  const home = moved.entry.id;
  const module = moved.whole && readWholeModule(tree, scopes, moved.whole);
  if (!module || !isServedBy(module, { catalogue, home, minors: subject.minors })) return undefined;
  const edits = editsOfWhole(input, moved, module);
  if (module.isQuoted) return { edits, differs: "named-in-text", safety: "manual" };
  const isHandedOn = module.uses.some(({ attribute }) => attribute === undefined);
  return { edits, ...(isHandedOn && { differs: "module-itself" }) };
}

function editsOfWhole(
  input: FixInput,
  { statement, whole, package: from, entry: { id: home } }: MovedImport,
  { uses, isQuoted }: WholeModule,
): TextReplacement[] | undefined {
  const { tree, scopes } = input;
  const { local, spelling } = whole!;
  const all = { start: tree.start(statement), end: tree.end(statement) };
  const [leaf, parent] = [home.slice(home.lastIndexOf(".") + 1), home.slice(0, home.lastIndexOf(".") + 1)];
  if (leaf === spelling) {
    const newText = parent === "" ? `import ${leaf}` : `from ${parent.slice(0, -1)} import ${leaf}`;
    return [{ ...all, newText }];
  }
  // What a class or a package imports is an attribute of it, whatever the file itself does with it.
  const isAttribute = scopeAround(tree, scopes, statement).kind === "class" || isPackage(input.analysis.uri);
  const isOwnName = spelling === from.module || spelling === lastName(from.module);
  const isDotted = spelling !== local;
  if (isOwnName && !isAttribute && !isQuoted && isFree(input, home.split(".", 1)[0]))
    return [
      { ...all, newText: `import ${home}` },
      ...uses.map(({ node }) => ({ start: tree.start(node), end: tree.end(node), newText: home })),
    ];
  return isDotted ? undefined : [{ ...all, newText: `import ${home} as ${local}` }];
}

/** Tells whether a name means nothing in a document but, perhaps, the module of that name. */
function isFree({ tree, scopes }: FixInput, name: string): boolean {
  for (const scope of scopes.byNode.values()) {
    const isOther = scope.bindings.has(name) && scope.kind !== "class";
    if (isOther && !importedNames(tree, scopes).some((each) => each.scope === scope && each.path === name))
      return false;
  }
  return true;
}

/** The names that the library has go to its modules; the others stay. */
function moveNames(input: FixInput, moved: MovedImport): TextReplacement[] | undefined {
  const { tree } = input;
  const { statement, module, names = [] } = moved;
  const siblings = namesOfImport(tree, statement);
  const homes = [...new Set(names.map(({ home }) => home))];
  const isWhole = names.length === siblings.length;
  if (isWhole && homes.length === 1 && homes[0] !== "builtins")
    return [{ start: tree.start(module), end: tree.end(module), newText: homes[0] }];
  const start = tree.start(statement);
  if (!hasOwnLines(tree, statement) || holdsComment(tree, start, tree.end(statement))) return undefined;
  const eol = lineEndingOf(tree.text);
  const indentation = indentationAt(tree.text, start);
  const edits: TextReplacement[] = [];
  const lines: string[] = [];
  for (const home of homes.filter((each) => each !== "builtins")) {
    const items = names.filter((each) => each.home === home).map(({ node }) => tree.textOf(node));
    const added = isWhole ? undefined : addBeside(input, statement, home, items);
    if (added) edits.push(...added);
    else lines.push(`from ${home} import ${items.join(", ")}`);
  }
  if (isWhole) return lines.length > 0 ? [replaceLines(lines)] : dropStatement(tree, statement);
  const text = lines.map((line) => `${indentation}${line}${eol}`).join("");
  if (text !== "")
    edits.push({ start: startOfLine(tree.text, start), end: startOfLine(tree.text, start), newText: text });
  const removals = removeListItems(
    tree,
    names.map(({ node }) => node),
    siblings,
  );
  return mergeAdjacent(
    joinEdits(
      edits,
      removals.map((range) => ({ ...range, newText: "" })),
    ),
  );

  function replaceLines(all: readonly string[]): TextReplacement {
    return { start, end: tree.end(statement), newText: all.join(`${eol}${indentation}`) };
  }
}

/** Adds names to an import that the document has of a module already, above the one they come from. */
function addBeside(
  { tree, scopes }: FixInput,
  statement: NodeIndex,
  home: string,
  items: readonly string[],
): TextReplacement[] | undefined {
  const own = scopeAround(tree, scopes, statement);
  const beside = importedNames(tree, scopes).find(
    (each) =>
      each.scope === own &&
      each.isUnconditional &&
      tree.kind(each.statement) === NodeKind.ImportFromStatement &&
      each.path.slice(0, each.path.lastIndexOf(".")) === home &&
      tree.parent(each.statement) === tree.parent(statement),
  )?.statement;
  if (beside === undefined) return undefined;
  const known = namesOfImport(tree, beside).map((node) => tree.textOf(node));
  return items
    .filter((item) => !known.includes(item))
    .map((item) => addFromImport(tree, beside, item, undefined));
}

/** Takes a statement with its line away, unless it is all that its block has. */
function dropStatement(tree: SyntaxTree, statement: NodeIndex): TextReplacement[] | undefined {
  const isAlone = tree.namedChildren(tree.parent(statement)).length === 1;
  if (isAlone && tree.parent(statement) !== 0) return undefined;
  const start = startOfLine(tree.text, tree.start(statement));
  const rest = /^[^\r\n]*(?:\r\n|\n|\r|$)/.exec(tree.text.slice(tree.end(statement)))![0];
  // What a comment tells tools of the import goes with it.
  if (rest.includes("#") && headerComment(tree.text, tree.end(statement)) !== "") return undefined;
  return [{ start, end: tree.end(statement) + rest.length, newText: "" }];
}
