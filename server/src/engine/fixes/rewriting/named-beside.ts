import type { Match } from "../../rewrites/matcher";
import type { Subject } from "../../rewrites/predicate";
import { Field, NodeKind } from "../../syntax/node-kind";
import { NO_NODE } from "../../syntax/syntax-tree";

/** A dotted name, and the name that it begins with. */
interface DottedName {
  readonly text: string;
  readonly first: string;
}

/**
 * How code writes an entry that is at home beside one which the code names already: `datetime.datetime.now` for
 * `datetime.datetime.utcnow`, whatever else the document imports. `undefined` where it names none of that home.
 */
export function namedBeside(
  { pattern, pairs }: Match,
  { tree, references }: Subject,
  id: string,
): DottedName | undefined {
  const home = id.slice(0, id.lastIndexOf("."));
  for (const [node, entry] of pattern.entries) {
    const given = pairs.get(node);
    if (given === undefined || tree.kind(given) !== NodeKind.Attribute) continue;
    if (home === "" || entry.slice(0, entry.lastIndexOf(".")) !== home) continue;
    const object = tree.child(given, Field.Object);
    if (object === NO_NODE || references.entryAt(object) !== home) continue;
    const text = tree.textOf(object);
    if (/^[\w.]+$/.test(text))
      return { text: `${text}${id.slice(home.length)}`, first: text.split(".", 1)[0] };
  }
  return undefined;
}
