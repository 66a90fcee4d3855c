import type { FixSafety, TextReplacement } from "../../findings";
import { NodeKind } from "../../syntax/node-kind";
import type { NodeIndex } from "../../syntax/syntax-tree";
import { nodeAround } from "../downgrading/syntax-fixer";
import type { Fixer, FixInput } from "../fixer";

/** A fix that is offered to who asks at a piece of code of some kind, where every targeted Python has an entry. */
export interface RequestedFixer {
  readonly fixer: Fixer;
  readonly entryId: string;
  readonly kinds: readonly NodeKind[];
  /** Offered where some targeted Python lacks the entry instead. */
  readonly isForOlder?: true;
}

/** How a piece of code is written in the newer way. */
export interface Newer {
  readonly edits: readonly TextReplacement[];
  /** Default: `safe`. */
  readonly safety?: FixSafety;
}

/** Makes such a fix. `rewrite` gets the node of the kind, outside of what could not be parsed. */
export function requestedFixer(
  { id, ...place }: { readonly id: string } & Omit<RequestedFixer, "fixer">,
  rewrite: (node: NodeIndex, input: FixInput) => Newer | undefined,
): RequestedFixer {
  const { entryId, kinds } = place;
  const fixer: Fixer = {
    id,
    appliesTo: (finding) => finding.code === "modernise" && finding.entryId === entryId,
    compute(input) {
      const { tree, finding } = input;
      const node = nodeAround(tree, tree.innermost(finding.start, finding.end), ...kinds);
      const isThere = node > 0 && tree.start(node) === finding.start && tree.end(node) === finding.end;
      if (!isThere || nodeAround(tree, node, NodeKind.Error) > 0) return undefined;
      const newer = rewrite(node, input);
      if (!newer) return undefined;
      const edits = newer.edits.toSorted((left, right) => left.start - right.start || left.end - right.end);
      return { id, safety: newer.safety ?? "safe", details: {}, edits };
    },
  };
  return { fixer, ...place };
}
