import { namesOfImport, originalName, withoutBlanks } from "../syntax/imports";
import { Field, NodeKind } from "../syntax/node-kind";
import { NO_NODE, type NodeIndex, type SyntaxTree } from "../syntax/syntax-tree";

/** What an import statement runs: a module, or a name of a package that may be one. */
export interface DottedImport {
  /** The number of dots before the name; 0: an absolute import. */
  readonly level: number;
  /** Dotted; empty for `from . import`. */
  readonly name: string;
}

/** Everything that a module imports while it is imported itself: whatever stands outside of its functions. */
export function importsAtStart(tree: SyntaxTree): DottedImport[] {
  const found: DottedImport[] = [];
  const last = tree.lastInside(0);
  for (let node = 0; node <= last; node++) {
    switch (tree.kind(node)) {
      case NodeKind.FunctionDefinition:
      case NodeKind.Lambda:
        node = tree.lastInside(node);
        break;
      case NodeKind.ImportStatement:
        found.push(...importedNames(tree, node).map((name) => ({ level: 0, name })));
        break;
      case NodeKind.ImportFromStatement:
        found.push(...importedFrom(tree, node));
        break;
      default:
        break;
    }
  }
  return found;
}

/** `from a import b` runs `a`, and `a.b` where that is a module. */
function importedFrom(tree: SyntaxTree, statement: NodeIndex): DottedImport[] {
  const module = tree.child(statement, Field.ModuleName);
  if (module === NO_NODE) return [];
  const text = withoutBlanks(tree.textOf(module));
  const name = text.replace(/^\.+/, "");
  const level = text.length - name.length;
  const names = importedNames(tree, statement);
  const members = names.map((each) => ({ level, name: name === "" ? each : `${name}.${each}` }));
  return members.length > 0 ? members : [{ level, name }];
}

function importedNames(tree: SyntaxTree, statement: NodeIndex): string[] {
  return namesOfImport(tree, statement).map((name) => withoutBlanks(originalName(tree, name)));
}
