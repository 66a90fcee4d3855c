import { type ScopeTable, scopeOfName } from "../../binding/scopes";
import type { TextReplacement } from "../../findings";
import { NodeKind } from "../../syntax/node-kind";
import type { NodeIndex, SyntaxTree } from "../../syntax/syntax-tree";
import { scopeAround } from "../../rewrites/scope-around";
import { hasOwnLines, lineEndingOf } from "../layout";
import { CannotEmit } from "./emit";

/**
 * The edit that defines a helper behind the imports of the module; none where the document has that very definition.
 * Throws `CannotEmit` where its name means something else at the place, or the place would run before it.
 */
export function addHelper(
  { tree, scopes }: { readonly tree: SyntaxTree; readonly scopes: ScopeTable },
  name: string,
  code: string,
  place: NodeIndex,
): TextReplacement | undefined {
  const own = scopes.module.bindings.get(name);
  const owner = scopeOfName(scopeAround(tree, scopes, place), name);
  if (own || owner) {
    const isSame = owner === scopes.module && own?.length === 1 && tree.textOf(own[0]) === code;
    if (!isSame) throw new CannotEmit("name-taken");
    return undefined;
  }
  const eol = lineEndingOf(tree.text);
  const last = lastOpeningImport(tree);
  if (last === undefined || last > place || !hasOwnLines(tree, last)) throw new CannotEmit("no-place");
  const rest = /^[^\r\n]*(?:\r\n|\n|\r)/.exec(tree.text.slice(tree.end(last)))?.[0];
  if (rest === undefined) throw new CannotEmit("no-place");
  const start = tree.end(last) + rest.length;
  const gap = /^[ \t]*(?:[\r\n]|$)/.test(tree.text.slice(start)) ? "" : eol.repeat(2);
  return { start, end: start, newText: eol.repeat(2) + code + eol + gap };
}

/** The last of the imports with which a module begins; its docstring where it has none. */
function lastOpeningImport(tree: SyntaxTree): NodeIndex | undefined {
  let last: NodeIndex | undefined;
  for (const statement of tree.namedChildren(0)) {
    const kind = tree.kind(statement);
    const isImport =
      kind === NodeKind.ImportStatement ||
      kind === NodeKind.ImportFromStatement ||
      kind === NodeKind.FutureImportStatement;
    const only = tree.firstNamedChild(statement);
    const isDocstring = last === undefined && only > 0 && tree.kind(only) === NodeKind.String;
    if (!isImport && !isDocstring) break;
    last = statement;
  }
  return last;
}
