import type { Release } from "../../engine/catalogue/catalogue";
import type { OffsetRange, TargetCode } from "../../engine/findings";
import type {
  CodePlace,
  EndedRelease,
  TargetFault,
  TargetFinding,
  TargetFix,
} from "../../engine/target-findings";
import { listMinors, lowestMinor, type MinorSet, minorSetOf } from "../../engine/version";
import { isMisdeclaration } from "../declaration";
import type { DeclaringFile } from "../declaring-file";
import { nameOf } from "../paths";
import { alignTo, type Disagreement, findDisagreements } from "./agreement";
import { inFile, moveProjectFloor, sortEdits } from "./floor";
import { openProject, type Placed, placeOf, type Project, stretchOf, whatItSays } from "./project";

/** What the code of a project needs, as far as it was looked at. */
export interface CodeNeeds {
  /** The lowest minor on which nothing used is too new. */
  readonly minimum: number;
  /** How many files were looked at. */
  readonly files: number;
  /** The uses that are errors against the promise. */
  readonly shortfalls: readonly CodePlace[];
}

/** What a project is judged with. */
export interface JudgeInput {
  /** The declaring files of one folder, the strongest first. */
  readonly files: readonly DeclaringFile[];
  /** `undefined`: the code was not looked at, and nothing is said of it. */
  readonly needs: CodeNeeds | undefined;
  readonly calendar: readonly Release[];
  /** As `2025-01-31`. */
  readonly today: string;
}

/** So many uses are shown as the cause of a finding. */
const USES_SHOWN = 20;

/**
 * Judges what the files of a folder declare: whether it can be read, is what the code needs, agrees with the rest, and
 * is still maintained upstream. Silenced findings are left out: by `ignore` in the configuration, with a code or a key,
 * and by `sincewhen: ignore` in a comment on the line.
 */
export function judgeProject(input: JudgeInput): TargetFinding[] {
  const project = openProject(input.files);
  const findings = [
    ...input.files.flatMap(unreadable),
    ...mismatch(project, input),
    ...disagreements(project),
    ...endOfLife(project, input),
  ];
  const ignored = new Set(input.files.flatMap(({ configuration }) => configuration?.ignore ?? []));
  const heard = findings.filter(({ code, key }) => !ignored.has(code) && !ignored.has(key));
  return input.files.flatMap(({ path, text }) =>
    heard
      .filter((finding) => finding.file === path && !isSilenced(text, finding))
      .sort((a, b) => a.start - b.start),
  );
}

/** Gives the fix that moves the lower end of a project's promise; `undefined` where it cannot be moved. */
export function floorFix(project: Project, minor: number): TargetFix | undefined {
  const edits = moveProjectFloor(project, minor);
  const { promise } = project;
  if (!edits || edits.length === 0 || !promise) return undefined;
  const isRaise = minor > (promise.declaration.range.minimum ?? 0);
  return {
    id: isRaise ? "raise-floor" : "lower-floor",
    // Whom it leaves behind is for a person to decide.
    safety: "manual",
    details: { version: `3.${minor}`, path: nameOf(promise.file.path), files: String(filesOf(edits)) },
    edits,
  };
}

/** The lowest minor that upstream still maintains on a day; `undefined` when the calendar knows none. */
export function oldestMaintained(calendar: readonly Release[], today: string): number | undefined {
  return calendar.find(({ endOfLife }) => !hasPassed(endOfLife, today))?.minor;
}

function unreadable(file: DeclaringFile): TargetFinding[] {
  const seen = new Set<string>();
  const own = (file.configuration?.problems ?? []).map((problem) => ({ ...problem, key: "" }));
  const others = file.statements.flatMap((statement) =>
    isMisdeclaration(statement) ? [{ ...statement, key: "" }] : [],
  );
  return [...own, ...others].flatMap(({ line, value, problem }) => {
    const told = `${line} ${JSON.stringify(problem)}`;
    if (seen.has(told)) return [];
    seen.add(told);
    const finding: TargetFinding = {
      file: file.path,
      key: "",
      code: "target-unreadable",
      severity: "warning",
      text: undefined,
      minors: 0,
      fault: { kind: "unreadable", problem },
      uses: [],
      fixes: [],
      ...stretchOf(file, { value, line }),
    };
    return [finding];
  });
}

function mismatch(project: Project, { needs, calendar, today }: JudgeInput): TargetFinding[] {
  const { promise } = project;
  const declared = promise?.declaration.range.minimum;
  if (!promise || !needs || declared === undefined || needs.files === 0) return [];
  const uses = needs.shortfalls.toSorted(byDemand);
  if (uses.length > 0) {
    const needed = uses[0].minimum;
    const fix = floorFix(project, needed);
    const fault: TargetFault = { kind: "too-low", needed, uses: uses.length };
    return [
      {
        ...about(promise, "target-mismatch", fault),
        severity: "warning",
        uses: uses.slice(0, USES_SHOWN),
        fixes: fix ? [fix] : [],
      },
    ];
  }
  const enough = Math.max(needs.minimum, oldestMaintained(calendar, today) ?? declared);
  const isFloor = promise.declaration.notation !== "pin" && promise.declaration.role !== "environment";
  if (enough >= declared || !isFloor) return [];
  const fix = floorFix(project, enough);
  const fault: TargetFault = { kind: "too-high", enough, needed: needs.minimum };
  return [
    { ...about(promise, "target-mismatch", fault), severity: "hint", uses: [], fixes: fix ? [fix] : [] },
  ];
}

function disagreements(project: Project): TargetFinding[] {
  const { reference } = project;
  const found = findDisagreements(project);
  if (!reference || found.length === 0) return [];
  const { range } = reference.declaration;
  const aligned = found.map((each) => ({ each, edits: inFile(each.placed, alignTo(each, range) ?? []) }));
  const findings = aligned.map(({ each, edits }): TargetFinding => {
    const fix = alignFix("align", edits, reference);
    const fault = faultOf(each, reference);
    return {
      ...about(each.placed, "target-disagreement", fault),
      severity: "information",
      uses: [],
      fixes: fix,
    };
  });
  const all = sortEdits(aligned.flatMap(({ edits }) => edits));
  const disputed: TargetFault = { kind: "disputed", by: found.map(({ placed }) => placeOf(placed)) };
  return [
    {
      ...about(reference, "target-disagreement", disputed),
      severity: "information",
      uses: [],
      fixes: alignFix("align-others", all, reference),
    },
    ...findings,
  ];
}

function faultOf({ extra, missing }: Disagreement, reference: Placed): TargetFault {
  return { kind: "disagrees", with: placeOf(reference), extra, missing };
}

function alignFix(id: "align" | "align-others", edits: TargetFix["edits"], to: Placed): TargetFix[] {
  if (edits.length === 0) return [];
  const { key } = to.declaration;
  return [{ id, safety: "manual", details: { key, files: String(filesOf(edits)) }, edits }];
}

function endOfLife(project: Project, { calendar, today }: JudgeInput): TargetFinding[] {
  const { promise } = project;
  const declared = promise?.declaration.range.minimum;
  if (!promise || declared === undefined) return [];
  const { minors } = promise.declaration.range;
  const releases = endedReleases(minors, calendar, today);
  if (releases.length === 0) return [];
  const alive = lowestMinor(minors & ~setOf(releases));
  const fix = alive === undefined ? undefined : floorFix(project, alive);
  const fault: TargetFault = { kind: "end-of-life", releases };
  return [
    { ...about(promise, "target-end-of-life", fault), severity: "hint", uses: [], fixes: fix ? [fix] : [] },
  ];
}

function endedReleases(minors: MinorSet, calendar: readonly Release[], today: string): EndedRelease[] {
  return listMinors(minors).flatMap((minor) => {
    const end = calendar.find((release) => release.minor === minor)?.endOfLife;
    return end !== undefined && hasPassed(end, today) ? [{ minor, endOfLife: end }] : [];
  });
}

/** The most demanding first; equal ones as they stand, so that the order is the same whatever was looked at first. */
function byDemand(one: CodePlace, other: CodePlace): number {
  const inText = one.line - other.line || one.column - other.column;
  const inFiles = one.file === other.file ? inText : one.file < other.file ? -1 : 1;
  return other.minimum - one.minimum || inFiles;
}

function setOf(releases: readonly EndedRelease[]): MinorSet {
  return minorSetOf(releases.map(({ minor }) => minor));
}

/** A day that is known to the month only has passed when the month has. */
function hasPassed(endOfLife: string | undefined, today: string): boolean {
  if (endOfLife === undefined) return false;
  return (endOfLife.length > "2026-10".length ? endOfLife : `${endOfLife}-31`) < today;
}

function about(
  placed: Placed,
  code: TargetCode,
  fault: TargetFault,
): Omit<TargetFinding, "severity" | "uses" | "fixes"> {
  const { file, declaration } = placed;
  const stretch: OffsetRange = stretchOf(file, declaration);
  return { file: file.path, key: declaration.key, code, fault, ...whatItSays(declaration), ...stretch };
}

/** A comment on the line silences it, as in code: `# sincewhen: ignore`, `# sincewhen: ignore[target-mismatch]`. */
function isSilenced(text: string, { start, code, key }: TargetFinding): boolean {
  const from = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(from))?.[0] ?? "";
  const match = /[#;]\s*sincewhen:\s*ignore(?:\[([^\]]*)\])?\s*(?:[#;]|$)/.exec(line);
  if (!match) return false;
  const [, listed] = match;
  return listed === undefined || listed.split(",").some((name) => [code, key].includes(name.trim()));
}

function filesOf(edits: TargetFix["edits"]): number {
  return new Set(edits.map(({ file }) => file)).size;
}
