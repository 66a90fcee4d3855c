import type { Entry } from "../../engine/catalogue/entry";
import type { CodeFindingCode, Finding, ProjectTarget } from "../../engine/findings";
import { type BehaviourHeads, behaviourIn } from "../behaviours";
import { lastReturn } from "../returns";
import type { FindingContext, FindingWording } from "../wording";
import { formatMinors, formatRange, formatTarget, nounOf, replacementName } from "./names";

type Sentence = (finding: Finding, context: FindingContext) => string;

const SENTENCES: Readonly<Record<CodeFindingCode, Sentence>> = {
  "added-later": wordArrival,
  "syntax-later": wordArrival,
  removed: wordRemoval,
  deprecated: wordDeprecation,
  changed: wordChange,
  modernise: wordModernisation,
  "unused-guard": wordUnusedGuard,
  "unused-ignore": (finding) => `nothing on this line is silenced by \`${finding.entryId}\``,
};

export const FINDINGS: FindingWording = {
  message: (finding, context) => wordBehaviour(finding, context) ?? SENTENCES[finding.code](finding, context),
  targetDeclaredHere: (target) => `The target ${formatRange(target)} is declared here`,
  guardLetsIn: (minors) => `This version test lets in ${minors}`,
  codes: {
    "added-later": "A name is newer than some targeted Python.",
    removed: "A name is gone in some targeted Python.",
    deprecated: "A name is deprecated in some targeted Python.",
    changed: "Code means something else in some targeted Python.",
    modernise: "Every targeted Python has a better way of doing this.",
    "syntax-later": "Syntax is newer than some targeted Python.",
    "target-mismatch": "The declared minimum is not what the code needs.",
    "target-disagreement": "Two declarations name other Pythons.",
    "target-end-of-life": "A targeted Python gets no more fixes.",
    "target-unreadable": "A declaration of Pythons cannot be read.",
    "unused-guard": "A version test has the same answer on every targeted Python.",
    "unused-ignore": "A comment silences nothing.",
  },
};

/** A behaviour has no name in code: its own sentence says what it is. */
function wordBehaviour(finding: Finding, context: FindingContext): string | undefined {
  const told = behaviourIn(BEHAVIOUR_HEADS, finding, context);
  return told && `${told}${failure(finding, context.target)}${instead(context.entry)}`;
}

const BEHAVIOUR_HEADS: BehaviourHeads = {
  "added-later": ({ added }) => added && `new in Python ${added}`,
  changed: ({ added }) => added && `changed in Python ${added}`,
  removed: ({ removed }) => removed && `gone since Python ${removed}`,
  deprecated: ({ deprecated, removed, removal }) => {
    const end = removed ? ` and gone in ${removed}` : removal ? ` and to be removed in ${removal}` : "";
    return deprecated && `deprecated since Python ${deprecated}${end}`;
  },
};

function wordArrival(finding: Finding, { entry, target }: FindingContext): string {
  const noun = nounOf(
    finding.entryId,
    entry?.kind ?? (finding.code === "syntax-later" ? "syntax" : undefined),
  );
  return `${noun} ${arrival(entry)}${failure(finding, target)}`;
}

function wordRemoval(finding: Finding, { entry, target }: FindingContext): string {
  const noun = nounOf(finding.entryId, entry?.kind);
  const since = entry?.removed ? ` since Python ${entry.removed}` : "";
  return `${noun} is gone${since}${failure(finding, target)}${instead(entry)}`;
}

function wordDeprecation(finding: Finding, { entry }: FindingContext): string {
  const noun = nounOf(finding.entryId, entry?.kind);
  const since =
    entry?.deprecated && entry.deprecated !== "unknown" ? ` since Python ${entry.deprecated}` : "";
  const end = entry?.removed ?? entry?.removal;
  const plan =
    end === undefined ? "" : entry?.removed ? ` and gone in ${end}` : ` and to be removed in ${end}`;
  return `${noun} is deprecated${since}${plan}${instead(entry)}`;
}

function wordChange(finding: Finding, { entry, target }: FindingContext): string {
  const noun = nounOf(finding.entryId, entry?.kind);
  const before = entry?.added ? ` before Python ${entry.added}` : "";
  return `${noun} means something else${before}${failure(finding, target)}`;
}

function wordModernisation(finding: Finding, { entry, target }: FindingContext): string {
  const noun = nounOf(finding.entryId, entry?.kind);
  const since = entry?.added && entry.added !== "unknown" ? `, new in Python ${entry.added}, ` : " ";
  if (finding.entryId.startsWith("__future__.")) {
    const of = target ? ` of the target ${formatTarget(target)}` : "";
    return `\`${finding.entryId}\` is the rule in every Python${of}; the import does nothing`;
  }
  if (finding.fallback) {
    const of = target ? ` of the target ${formatTarget(target)}` : "";
    return `${noun}${since}is in every Python${of}; what provides for its absence is needless`;
  }
  const everywhere = target ? `; every Python of the target ${formatTarget(target)} has it` : "";
  return `${noun}${since}does this more simply${everywhere}`;
}

function wordUnusedGuard({ entryId }: Finding, { entry, target }: FindingContext): string {
  const where = target ? ` of the target ${formatTarget(target)}` : "";
  if (entry && entryId !== "sys.version_info")
    return `${nounOf(entryId, entry.kind)} is in every Python${where}, so that this test is always true`;
  return `this version test has the same answer on every Python${where}`;
}

/** `is new in Python 3.8`; an entry that came and went tells the release that the code can count on. */
function arrival(entry: Entry | undefined): string {
  if (!entry?.added || entry.added === "unknown") return "is not in every Python 3";
  const returned = lastReturn(entry);
  const backports = entry.micros?.length ? ` (and in ${entry.micros.join(", ")})` : "";
  return returned === undefined
    ? `is new in Python ${entry.added}${backports}`
    : `is new in Python ${entry.added}, was absent later and is back since 3.${returned}`;
}

function failure(finding: Pick<Finding, "failing">, target: ProjectTarget | undefined): string {
  if (!target || finding.failing === 0) return "";
  return `; the target ${formatTarget(target)} includes ${formatMinors(finding.failing)}`;
}

function instead(entry: Entry | undefined): string {
  return entry?.replacement ? `; use ${replacementName(entry.replacement)} instead` : "";
}
