import type { Entry } from "../engine/catalogue/entry";
import type { CodeFindingCode, Finding, ProjectTarget } from "../engine/findings";
import { highestMinor, minorsBefore, parseMinor } from "../engine/version";
import { capitalise, nounOf, replacementName } from "./names";
import { formatMinors, formatTarget } from "./versions";

/** What a sentence on a finding is made from. */
export interface FindingContext {
  /** The entry that the finding names; `undefined` where it names none, as for an unused comment. */
  readonly entry: Entry | undefined;
  /** The sentence that tells what the entry is about; wanted for behaviours, which have no name in code. */
  readonly summary?: string;
  /** The target that the analysis was made for; `undefined` when nobody declared one. */
  readonly target: ProjectTarget | undefined;
}

type Wording = (finding: Finding, context: FindingContext) => string;

const WORDINGS: Readonly<Record<CodeFindingCode, Wording>> = {
  "added-later": wordArrival,
  "syntax-later": wordArrival,
  removed: wordRemoval,
  deprecated: wordDeprecation,
  changed: wordChange,
  modernise: wordModernisation,
  "unused-guard": wordUnusedGuard,
  "unused-ignore": (finding) => `Nothing on this line is silenced by \`${finding.entryId}\``,
};

/** Words a finding for its reader: what, since or until when, and which Pythons of whose target fail. One line, no full stop. */
export function findingMessage(finding: Finding, context: FindingContext): string {
  return capitalise(wordBehaviour(finding, context) ?? WORDINGS[finding.code](finding, context));
}

/** A behaviour has no name in code: its own sentence says what it is. */
function wordBehaviour(
  { code, failing }: Finding,
  { entry, summary, target }: FindingContext,
): string | undefined {
  if (entry?.kind !== "behaviour" || !summary) return undefined;
  const told = BEHAVIOUR_HEADS[code]?.(entry);
  if (told === undefined) return undefined;
  const sentence = summary.replace(/\.$/, "");
  return `${told}: ${sentence}${failure({ failing }, target)}${instead(entry)}`;
}

const BEHAVIOUR_HEADS: Readonly<Partial<Record<CodeFindingCode, (entry: Entry) => string | undefined>>> = {
  "added-later": ({ added }) => added && `new in Python ${added}`,
  changed: ({ added }) => added && `changed in Python ${added}`,
  removed: ({ removed }) => removed && `gone since Python ${removed}`,
  deprecated: ({ deprecated, removed, removal }) => {
    const end = removed ? ` and gone in ${removed}` : removal ? ` and to be removed in ${removal}` : "";
    return deprecated && `deprecated since Python ${deprecated}${end}`;
  },
};

/** Words the related place of a finding: where its target was declared. */
export function targetDeclaredHere(target: ProjectTarget): string {
  return `The target ${formatTarget(target)} is declared here`;
}

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
  const everywhere = target ? `; every Python of the target ${formatTarget(target)} has it` : "";
  return `${noun}${since}does this more simply${everywhere}`;
}

function wordUnusedGuard(_finding: Finding, { target }: FindingContext): string {
  const where = target ? ` of the target ${formatTarget(target)}` : "";
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

/** The minor with which an entry came back after a gap; `undefined` where there is no gap. */
function lastReturn(entry: Entry): number | undefined {
  const added = parseMinor(entry.added ?? "3.0");
  const end = entry.removed === undefined ? undefined : parseMinor(entry.removed);
  if (added === undefined) return undefined;
  const present = entry.available & (end === undefined ? -1 : minorsBefore(end));
  const last = highestMinor(present);
  if (last === undefined) return undefined;
  let gap: number | undefined;
  for (let minor = added; minor <= last; minor++) if (!(present & (1 << minor))) gap = minor;
  return gap === undefined ? undefined : gap + 1;
}

function failure(finding: Pick<Finding, "failing">, target: ProjectTarget | undefined): string {
  if (!target || finding.failing === 0) return "";
  return `; the target ${formatTarget(target)} includes ${formatMinors(finding.failing)}`;
}

function instead(entry: Entry | undefined): string {
  return entry?.replacement ? `; use ${replacementName(entry.replacement)} instead` : "";
}
