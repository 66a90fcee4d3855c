import type { Finding, FindingCode, Fix, FixRefusal, ProjectTarget } from "../engine/findings";
import { wording } from "./language";
import { capitalise } from "./names";
import { formatMinors } from "./versions";
import type { FindingContext, SharedEdits } from "./wording";

/** Words a finding for its reader: what, since or until when, and which Pythons of whose target fail. One line, no full stop. */
export function findingMessage(finding: Finding, context: FindingContext): string {
  return capitalise(wording().findings.message(finding, context));
}

/** Words the related place of a finding: where its target was declared. */
export function targetDeclaredHere(target: ProjectTarget): string {
  return wording().findings.targetDeclaredHere(target);
}

/** Words the related place of a finding: the version test around it that lets in the Pythons on which it fails. */
export function guardLetsIn({ failing }: Pick<Finding, "failing">): string {
  return wording().findings.guardLetsIn(formatMinors(failing));
}

/** Tells what a code stands for, for a list of rules. One sentence. */
export function codeSummary(code: FindingCode): string {
  return wording().findings.codes[code];
}

/** Words the title of a fix, as a menu shows it. Throws for an id that no title is written for. */
export function fixTitle(fix: Pick<Fix, "id" | "details">): string {
  return wording().fixes.title(fix);
}

/** The title of the action that applies every safe fix of a file, or those of one sort of finding. */
export function fixAllTitle(code?: FindingCode): string {
  return wording().fixes.all(code);
}

/** Names the edits that mend one sort of finding, for a preview; `mayChange`: what the code does may change. */
export function fixGroupName(code: FindingCode, mayChange: boolean): string {
  return wording().fixes.group(code, mayChange);
}

/** Names the edits that fixes of several sorts share, for a preview. */
export function sharedEditsName(kind: SharedEdits): string {
  return wording().fixes.shared[kind].name;
}

/** Tells what the edits are that fixes of several sorts share. */
export function sharedEditsSummary(kind: SharedEdits): string {
  return wording().fixes.shared[kind].summary;
}

/** Words why a rewrite is not offered, as a menu shows it beside the title. Throws for a reason without words. */
export function refusalReason(refusal: Pick<FixRefusal, "reason">): string {
  return wording().fixes.refusal(refusal);
}
