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
  "unused-ignore": (finding) => `in dieser Zeile unterdrückt \`${finding.entryId}\` nichts`,
};

export const FINDINGS: FindingWording = {
  message: (finding, context) => wordBehaviour(finding, context) ?? SENTENCES[finding.code](finding, context),
  targetDeclaredHere: (target) => `Das Ziel ${formatRange(target)} ist hier festgelegt`,
  guardLetsIn: (minors) => `Diese Versionsabfrage lässt ${minors} zu`,
  codes: {
    "added-later": "Ein Name ist neuer als ein Python des Ziels.",
    removed: "Ein Name fehlt in einem Python des Ziels, weil er entfernt wurde.",
    deprecated: "Ein Name ist in einem Python des Ziels veraltet.",
    changed: "Code bedeutet in einem Python des Ziels etwas anderes.",
    modernise: "In jedem Python des Ziels geht es besser.",
    "syntax-later": "Syntax ist neuer als ein Python des Ziels.",
    "target-mismatch": "Die festgelegte Mindestversion ist nicht die, die der Code benötigt.",
    "target-disagreement": "Zwei Angaben nennen verschiedene Python-Versionen.",
    "target-end-of-life": "Ein Python des Ziels wird nicht mehr gepflegt.",
    "target-unreadable": "Eine Angabe von Python-Versionen ist nicht lesbar.",
    "unused-guard": "Eine Versionsabfrage ergibt in jedem Python des Ziels dasselbe.",
    "unused-ignore": "Ein Kommentar unterdrückt nichts.",
  },
};

/** A behaviour has no name in code: its own sentence, which is English, says what it is. */
function wordBehaviour(finding: Finding, context: FindingContext): string | undefined {
  const told = behaviourIn(BEHAVIOUR_HEADS, finding, context);
  return told && `${told}${failure(finding, context.target)}${instead(context.entry)}`;
}

const BEHAVIOUR_HEADS: BehaviourHeads = {
  "added-later": ({ added }) => added && `neu in Python ${added}`,
  changed: ({ added }) => added && `geändert in Python ${added}`,
  removed: ({ removed }) => removed && `entfernt in Python ${removed}`,
  deprecated: (entry) => entry.deprecated && `veraltet seit Python ${entry.deprecated}${end(entry)}`,
};

function wordArrival(finding: Finding, { entry, target }: FindingContext): string {
  const kind = entry?.kind ?? (finding.code === "syntax-later" ? "syntax" : undefined);
  return `${nounOf(finding.entryId, kind)} ${arrival(entry)}${failure(finding, target)}`;
}

function wordRemoval(finding: Finding, { entry, target }: FindingContext): string {
  const noun = nounOf(finding.entryId, entry?.kind);
  const since = entry?.removed ? ` in Python ${entry.removed}` : "";
  return `${noun} wurde${since} entfernt${failure(finding, target)}${instead(entry)}`;
}

function wordDeprecation(finding: Finding, { entry }: FindingContext): string {
  const noun = nounOf(finding.entryId, entry?.kind);
  const since = entry?.deprecated && entry.deprecated !== "unknown" ? ` seit Python ${entry.deprecated}` : "";
  return `${noun} ist${since} veraltet${end(entry)}${instead(entry)}`;
}

function end(entry: Entry | undefined): string {
  if (entry?.removed) return ` und in ${entry.removed} entfernt`;
  return entry?.removal ? ` und soll in ${entry.removal} entfernt werden` : "";
}

function wordChange(finding: Finding, { entry, target }: FindingContext): string {
  const noun = nounOf(finding.entryId, entry?.kind);
  const before = entry?.added ? ` vor Python ${entry.added}` : "";
  return `${noun} bedeutet${before} etwas anderes${failure(finding, target)}`;
}

function wordModernisation(finding: Finding, { entry, target }: FindingContext): string {
  const noun = nounOf(finding.entryId, entry?.kind);
  const since = entry?.added && entry.added !== "unknown" ? `, neu in Python ${entry.added},` : "";
  if (finding.entryId.startsWith("__future__.")) {
    const of = target ? ` des Ziels ${formatTarget(target)}` : "";
    return `\`${finding.entryId}\` gilt in jedem Python${of} ohnehin; der Import bewirkt nichts`;
  }
  if (finding.fallback) {
    const of = target ? ` des Ziels ${formatTarget(target)}` : "";
    return `${noun}${since} ist in jedem Python${of} vorhanden; der Ersatz für ältere ist überflüssig`;
  }
  const everywhere = target ? `; vorhanden in jedem Python des Ziels ${formatTarget(target)}` : "";
  return `${noun}${since} erledigt das einfacher${everywhere}`;
}

function wordUnusedGuard({ entryId }: Finding, { entry, target }: FindingContext): string {
  const where = target ? ` des Ziels ${formatTarget(target)}` : "";
  if (entry && entryId !== "sys.version_info")
    return `${nounOf(entryId, entry.kind)} ist in jedem Python${where} vorhanden, die Abfrage also immer wahr`;
  return `diese Versionsabfrage ergibt in jedem Python${where} dasselbe`;
}

/** `ist neu in Python 3.8`; an entry that came and went tells the release that the code can count on. */
function arrival(entry: Entry | undefined): string {
  if (!entry?.added || entry.added === "unknown") return "ist nicht in jedem Python 3 vorhanden";
  const returned = lastReturn(entry);
  const backports = entry.micros?.length ? ` (und in ${entry.micros.join(", ")})` : "";
  return returned === undefined
    ? `ist neu in Python ${entry.added}${backports}`
    : `ist neu in Python ${entry.added}, fehlte danach und ist seit 3.${returned} wieder da`;
}

function failure(finding: Pick<Finding, "failing">, target: ProjectTarget | undefined): string {
  if (!target || finding.failing === 0) return "";
  return `; das Ziel ${formatTarget(target)} umfasst ${formatMinors(finding.failing)}`;
}

function instead(entry: Entry | undefined): string {
  return entry?.replacement ? `; Ersatz: ${replacementName(entry.replacement)}` : "";
}
