import { availability } from "./availability";
import { captureOutput } from "./capture-output";
import { changes } from "./changes";
import { deprecation } from "./deprecation";
import { eventLoopDance } from "./event-loop-dance";
import { fStringEquals } from "./f-string-equals";
import { formatCall } from "./format-call";
import { modernise } from "./modernise";
import { pointAtGuards } from "./nearest-guard";
import type { Judgement, Rule, RuleInput } from "./rule";
import { suppress } from "./suppression";
import { NodeKind } from "../syntax/node-kind";
import { needlessFallback } from "./needless-fallback";
import { needlessFuture } from "./needless-future";
import { needlessPackage } from "./needless-package";
import { needlessPresenceTest } from "./needless-presence-test";
import { unusedGuard } from "./unused-guard";
import { listUsages } from "./usage-lists";

/** Every rule; of two that speak of the same entry at the same place, the earlier is heard. */
const RULES: readonly Rule[] = [
  availability,
  changes,
  deprecation,
  captureOutput,
  eventLoopDance,
  formatCall,
  fStringEquals,
  needlessFallback,
  needlessFuture,
  needlessPackage,
  modernise,
  unusedGuard,
  needlessPresenceTest,
];

/** Judges a document: what every rule says, without what is silenced, one finding for a place and entry, in document order. */
export function judge(document: Omit<RuleInput, "lists">, ignore: readonly string[]): Judgement[] {
  const { usages, catalogue, book, target } = document;
  const input = { ...document, lists: listUsages(usages, target.minors, catalogue, book) };
  const seen = new Set<string>();
  const faulty = new Faults(input);
  const judgements: Judgement[] = [];
  for (const rule of RULES) {
    for (const judgement of rule(input)) {
      const key = `${judgement.start} ${judgement.entryId}`;
      if (seen.has(key) || faulty.sayItAll(judgement)) continue;
      faulty.add(judgement);
      seen.add(key);
      judgements.push(judgement);
    }
  }
  const heard = suppress(input.tree, judgements, ignore).sort(
    (left, right) => left.start - right.start || left.end - right.end,
  );
  return pointAtGuards(heard, input);
}

/** What is wrong with a name says more than that there is a better one; the fix is the same. */
class Faults {
  private readonly starts = new Set<number>();
  private readonly imported = new Set<string>();
  /** Where the statements start that only provide for what is never missing. */
  private readonly needless = new Set<number>();

  constructor(private readonly input: RuleInput) {}

  add({ code, severity, entryId, start, end, fallback, subject }: Judgement): void {
    if (fallback && subject) this.needless.add(subject.start);
    const isPast = code === "deprecated" || code === "removed";
    if (severity !== "hint" || isPast) this.starts.add(start);
    if (!isPast) return;
    const { tree } = this.input;
    for (let node = tree.innermost(start, end); node > 0; node = tree.parent(node)) {
      if (tree.kind(node) === NodeKind.ImportFromStatement) this.imported.add(entryId);
    }
  }

  /** Tells whether a better way was told of at the same place, or where the name is imported. */
  sayItAll({ code, start, end, subject, fallback }: Judgement): boolean {
    if (code !== "modernise") return false;
    if (!fallback && subject && this.needless.has(subject.start)) return true;
    if (this.starts.has(start)) return true;
    if (this.imported.size === 0) return false;
    const usage = this.input.subject.references.usageAt(this.input.tree.innermost(start, end));
    return usage?.kind === "reference" && this.imported.has(usage.entryId);
  }
}
