import type {
  DeclarationProblem,
  RangeAdvice,
  WantedValue,
} from "../../../server/src/engine/declaration-problems";
import type { Entry } from "../../../server/src/engine/catalogue/entry";
import type { Finding, FindingCode, ProjectTarget } from "../../../server/src/engine/findings";
import type { FloorPlace } from "../../../server/src/engine/floor/report";
import type {
  DeclarationPlace,
  TargetFault,
  TargetFinding,
} from "../../../server/src/engine/target-findings";
import { ALL_MINORS, minorsFrom } from "../../../server/src/engine/version";
import type { Wording } from "../../../server/src/messages/wording";
import { isRangeProblem, parsePythonRange } from "../../../server/src/project";

/** One sentence, as each language words it. `name` says which, for a failing test. */
export interface Sample {
  readonly name: string;
  word(wording: Wording): string;
}

/** Every sentence of a wording, with parameters that can be found again in it. */
export function samples(): Sample[] {
  return [
    ...nameSamples(),
    ...findingSamples(),
    ...declarationSamples(),
    ...fixSamples(),
    ...cardSamples(),
    ...releaseSamples(),
    ...floorSamples(),
    ...minimumSamples(),
    ...serverSamples(),
  ];
}

function sample(name: string, word: (wording: Wording) => string): Sample {
  return { name, word };
}

const SYNTAX = ["walrus", "match-statement"];

function nameSamples(): Sample[] {
  return [
    sample("parameter", ({ names }) => names.parameter("text", "subprocess.run")),
    ...SYNTAX.map((name) => sample(`syntax ${name}`, ({ names }) => names.syntax(name) ?? "")),
    sample("other syntax", ({ names }) => names.otherSyntax("xyz xyz")),
    sample("behaviour", ({ names }) => names.behaviour("xyz xyz")),
    sample("interpreter", ({ names }) => names.interpreter("xyz")),
    sample("module", ({ names }) => names.module("tomllib")),
    sample("no Python", ({ versions }) => versions.none),
    sample("any Python", ({ versions }) => versions.anyPython),
    sample("and newer", ({ versions }) => versions.andNewer("3.8")),
    sample("span", ({ versions }) => versions.span("3.6", "3.9")),
    sample("list", ({ versions }) => versions.list(["3.0", "3.2", "3.9"])),
    sample("selected interpreter", ({ versions }) => versions.interpreter),
    sample("setting", ({ versions }) => versions.setting("sinceWhen.target")),
  ];
}

const RANGE = parsePythonRange(">=3.6");
if (isRangeProblem(RANGE)) throw new Error(JSON.stringify(RANGE.problem));
const TARGET: ProjectTarget = {
  range: RANGE,
  origin: { path: "pyproject.toml", key: "project.requires-python", line: 7 },
};

/** An entry that came in 3.8 and is said to leave. */
const ENTRY: Entry = {
  id: "pkg.name",
  kind: "function",
  available: minorsFrom(8),
  added: "3.8",
  deprecated: "3.12",
  removed: undefined,
  removal: "3.15",
  replacement: "pkg.other",
  dropIn: undefined,
  backport: undefined,
  hook: false,
  older: "fails",
  unpromised: 0,
  platforms: undefined,
  pep: undefined,
  micros: ["3.7.9"],
  provisional: false,
  changes: [],
  parameters: [],
  signature: undefined,
  anyKeyword: false,
  url: undefined,
  sources: ["docs"],
  type: undefined,
};

const CODES = [
  "added-later",
  "syntax-later",
  "removed",
  "deprecated",
  "changed",
  "modernise",
  "unused-guard",
  "unused-ignore",
] as const;

function findingSamples(): Sample[] {
  const entries: Readonly<Record<string, Entry>> = {
    plain: ENTRY,
    gone: { ...ENTRY, removed: "3.14" },
    returned: { ...ENTRY, available: ALL_MINORS & ~(1 << 10) },
    untold: { ...ENTRY, added: "unknown", deprecated: "unknown", replacement: undefined },
    behaviour: { ...ENTRY, id: "behaviour:pkg.slug", kind: "behaviour" },
    goneBehaviour: { ...ENTRY, id: "behaviour:pkg.slug", kind: "behaviour", removed: "3.14" },
  };
  const found = CODES.flatMap((code) =>
    Object.entries(entries).map(([name, entry]) =>
      sample(`${code} of ${name}`, ({ findings }) =>
        findings.message(finding(code, entry.id), {
          entry,
          target: TARGET,
          ...(entry.kind === "behaviour" ? { summary: "Xyz." } : {}),
        }),
      ),
    ),
  );
  return [
    ...found,
    sample("guard lets in", ({ findings }) => findings.guardLetsIn("3.6")),
    sample("target declared here", ({ findings }) => findings.targetDeclaredHere(TARGET)),
  ];
}

function finding(code: Finding["code"], entryId: string): Finding {
  return { code, severity: "error", entryId, failing: 0b11 << 6, fixIds: [], start: 0, end: 1 };
}

const PLACE: DeclarationPlace = {
  file: "tox.ini",
  key: "tox.envlist",
  line: 3,
  text: undefined,
  minors: 0b111 << 6,
  start: 0,
  end: 1,
};

const FAULTS: Readonly<Record<string, TargetFault>> = {
  "too low once": { kind: "too-low", needed: 9, uses: 1 },
  "too low": { kind: "too-low", needed: 9, uses: 4 },
  "too high for any": { kind: "too-high", needed: 0, enough: 4 },
  "too high": { kind: "too-high", needed: 7, enough: 7 },
  disagrees: { kind: "disagrees", with: PLACE, extra: [5], missing: [11, 12] },
  disputed: { kind: "disputed", by: [PLACE] },
  ended: { kind: "end-of-life", releases: [{ minor: 6, endOfLife: "2021-12-23" }] },
};

const KEY = "tool.x.python";
const TYPES = ["array", "boolean", "date", "number", "string", "table"] as const;
const WANTED: readonly WantedValue[] = [
  { kind: "string", examples: ["3.10"] },
  { kind: "string", examples: ["3.8", ">=3.8,<3.13"] },
  { kind: "names" },
  { kind: "strings" },
  { kind: "table" },
  { kind: "patterns" },
];
const ADVICE: readonly RangeAdvice[] = [
  { kind: "example" },
  { kind: "no-or" },
  { kind: "poetry", write: "==3.8.*" },
  { kind: "two-numbers", write: ">=3" },
  { kind: "no-parentheses", write: ">=3.8" },
  { kind: "instead", write: ">=3.8" },
];

const PROBLEMS: readonly DeclarationProblem[] = [
  { kind: "invalid-toml", reason: "xyz" },
  { kind: "invalid-toml", reason: undefined },
  { kind: "invalid-json" },
  ...TYPES.map((found) => ({ kind: "wrong-type", key: KEY, wanted: WANTED[0], found }) as const),
  ...WANTED.map((wanted) => ({ kind: "wrong-type", key: KEY, wanted, found: "array" }) as const),
  { kind: "wrong-elements", key: KEY },
  ...ADVICE.map((advice) => ({ kind: "no-range", key: KEY, written: "^3.8", advice }) as const),
  { kind: "no-range", written: "^3.8", advice: ADVICE[0] },
  { kind: "no-python3", key: KEY, written: "<3" },
  { kind: "no-python", key: KEY, written: "xyz", example: "3.10" },
  { kind: "number", key: KEY, written: "3.10", number: "3.1" },
  { kind: "repeated-key", key: KEY },
  { kind: "no-section" },
  { kind: "never-closed" },
  { kind: "several-blocks" },
  { kind: "unknown-key", key: KEY, near: undefined },
  { kind: "unknown-key", key: KEY, near: "target" },
  { kind: "no-choice", key: KEY, choices: ["error", "hint"] },
];

function declarationSamples(): Sample[] {
  const faults = Object.entries(FAULTS).map(([name, fault]) =>
    sample(name, ({ declarations }) => declarations.message(targetFinding(fault), (file) => file)),
  );
  const problems = PROBLEMS.map((problem) =>
    sample(`problem ${JSON.stringify(problem)}`, ({ declarations }) => declarations.problem(problem)),
  );
  return [
    ...faults,
    ...problems,
    sample("use needs", ({ declarations }) => declarations.useNeeds({ entryId: "pkg.name", minimum: 8 })),
    sample("syntax needs", ({ declarations }) =>
      declarations.useNeeds({ entryId: "syntax:walrus", minimum: 8 }),
    ),
    sample("declaration says", ({ declarations }) => declarations.says(PLACE)),
    sample("declaration lets all in", ({ declarations }) => declarations.says({ ...PLACE, text: "" })),
    sample("needs hint", ({ declarations }) => declarations.needsHint(8)),
    ...[0, 8].flatMap((minimum) =>
      [1, 3].map((files) =>
        sample(`needs tooltip ${minimum} ${files}`, ({ declarations }) =>
          declarations.needsTooltip(minimum, files),
        ),
      ),
    ),
    sample("newer than known", ({ declarations }) => declarations.newerThanKnown),
    sample("columns", ({ declarations }) => declarations.columns.join(" | ")),
    sample("row", ({ declarations }) => declarations.row("3.8", "2019-10-14", "2024-10")),
    sample("not released", ({ declarations }) => declarations.notReleased),
    sample("end unknown", ({ declarations }) => declarations.endUnknown),
    sample("over", ({ declarations }) => declarations.over("2024-10")),
    sample("no target", ({ declarations }) => declarations.noTarget.text),
    sample("no target, in detail", ({ declarations }) => declarations.noTarget.detail),
    sample("any target", ({ declarations }) => declarations.anyTarget),
    sample("declared in", ({ declarations }) => declarations.declaredIn("requires-python", "pyproject.toml")),
  ];
}

function targetFinding(fault: TargetFault): TargetFinding {
  return {
    file: "pyproject.toml",
    key: "project.requires-python",
    code: "target-mismatch",
    severity: "warning",
    text: ">=3.6",
    minors: minorsFrom(6),
    fault,
    uses: [],
    fixes: [],
    start: 0,
    end: 1,
  };
}

const DETAILS: Readonly<Record<string, string>> = {
  package: "pkg-backport",
  name: "pkg.name",
  module: "pkg",
  names: "pkg.a, pkg.b",
  version: "3.8",
  from: "3.7",
  path: "setup.cfg",
  key: "tox.envlist",
  files: "3",
  holds: "true",
};

function fixSamples(): Sample[] {
  const of = (id: string, details: Readonly<Record<string, string>>): Sample =>
    sample(`title of ${id} (${Object.keys(details).join(" ")})`, ({ fixes }) => fixes.title({ id, details }));
  return [
    ...["replace-name", "replace-module", "align"].map((id) => of(id, { name: "pkg.name", module: "pkg" })),
    ...["raise-floor", "lower-floor", "align-others", "declare-target"].flatMap((id) => [
      of(id, { version: "3.8", key: "xyz", path: "setup.cfg", files: "2" }),
      of(id, { version: "3.8", key: "xyz" }),
    ]),
    ...["modernise-xyz", "downgrade-xyz"].map((id) => of(id, { name: "pkg.name" })),
    sample("fix all", ({ fixes }) => fixes.all(undefined)),
    sample("fix all of a code", ({ fixes }) => fixes.all("removed")),
    sample("fixes of a code in a preview", ({ fixes }) => fixes.group("removed", true)),
    ...(["import", "left-over"] as const).flatMap((kind) => [
      sample(`name of ${kind}`, ({ fixes }) => fixes.shared[kind].name),
      sample(`summary of ${kind}`, ({ fixes }) => fixes.shared[kind].summary),
    ]),
  ];
}

/** The sentences of tables, whose keys are taken from the language itself. */
export function tableSamples(wording: Wording): Sample[] {
  const { codes } = wording.findings;
  const { differences, reasons, titles } = wording.fixes.worded;
  return [
    ...titles.map((id) =>
      sample(`title of ${id}`, ({ fixes }) => fixes.title({ id, details: detailsOf(id) })),
    ),
    ...differences.map((differs) =>
      sample(`difference ${differs}`, ({ fixes }) =>
        fixes.title({ id: "modernise-xyz", details: { name: "pkg.name", differs } }),
      ),
    ),
    ...reasons.map((reason) => sample(`reason ${reason}`, ({ fixes }) => fixes.refusal({ reason }))),
    ...(Object.keys(codes) as FindingCode[]).map((code) =>
      sample(`code ${code}`, ({ findings }) => findings.codes[code]),
    ),
  ];
}

/** A title that begins like that of a rewrite is one of the table only where the fix has no name. */
function detailsOf(id: string): Readonly<Record<string, string>> {
  if (!id.startsWith("downgrade-")) return DETAILS;
  const { name: _name, ...rest } = DETAILS;
  return rest;
}

function cardSamples(): Sample[] {
  return [
    sample("arrival unknown", ({ headline }) => headline.arrivalUnknown),
    sample("added", ({ headline }) => headline.added("3.8")),
    sample("deprecated since", ({ headline }) => headline.deprecated("3.8")),
    sample("deprecated", ({ headline }) => headline.deprecated(undefined)),
    sample("removed in", ({ headline }) => headline.removed("3.12")),
    sample("removal", ({ headline }) => headline.removal("3.12")),
    sample("always", ({ headline }) => headline.always),
    sample("use", ({ headline }) => headline.use("`pkg.name`")),
    sample("fails", ({ headline }) => headline.fails(headline.needs("3.8"), "3.6", "pyproject.toml:7")),
    sample("fails on newer", ({ headline }) =>
      headline.fails(headline.removed("3.14"), "3.14", "pyproject.toml:7"),
    ),
    sample("missing", ({ headline }) => headline.missing("3.6", "pyproject.toml:7")),
    sample("everywhere", ({ headline }) => headline.everywhere("pyproject.toml:7")),
    sample("hint gone", ({ headline }) => headline.hintGone("3.12")),
    sample("hint deprecated", ({ headline }) => headline.hintDeprecated("3.12")),
    sample("open feature", ({ headline }) => headline.openFeature),
    sample("backport", ({ card }) => card.backport("pkg-backport", "pkg_backport", undefined)),
    sample("backport for some", ({ card }) => card.backport("pkg-backport", "pkg_backport", ">=3.6")),
    sample("backport of gone", ({ card }) => card.backportOfGone("pkg-backport", "pkg_backport", ">=3.13")),
    sample("platforms", ({ card }) => card.platforms(["Linux", "macOS"])),
    sample("provisional", ({ card }) => card.provisional),
    sample("documentation", ({ card }) => card.documentation),
    sample("before", ({ card }) => card.before),
    sample("now", ({ card }) => card.now),
    sample("example", ({ card }) => card.example),
    sample("timeline: added", ({ timeline }) => timeline.added([])),
    sample("timeline: added in micros", ({ timeline }) => timeline.added(["3.6.12", "3.7.9"])),
    sample("timeline: deprecated", ({ timeline }) => timeline.deprecated),
    sample("timeline: removed", ({ timeline }) => timeline.removed),
    sample("timeline: to be removed", ({ timeline }) => timeline.toBeRemoved),
    sample("timeline: parameter", ({ timeline }) => timeline.parameter("xyz")),
    sample("timeline: parameter deprecated", ({ timeline }) => timeline.parameterDeprecated("xyz")),
    sample("timeline: parameter removed", ({ timeline }) => timeline.parameterRemoved("xyz")),
  ];
}

function releaseSamples(): Sample[] {
  const events = ["added", "changed", "deprecated", "removed"] as const;
  return [
    ...events.map((event) => sample(`event ${event}`, ({ releases }) => releases.event(event, "3.8"))),
    sample("due", ({ releases }) => releases.due("xyz")),
    sample("until", ({ releases }) => releases.until("xyz")),
    sample("ended", ({ releases }) => releases.ended("xyz")),
  ];
}

function floorSamples(): Sample[] {
  const kinds: readonly FloorPlace["kind"][] = ["need", "guard", "backport", "modernise"];
  const titles = ["title", "broken", "idle", "below", "above"] as const;
  const counts = [1, 7];
  return [
    ...titles.map((title) => sample(`floor ${title}`, ({ floor }) => floor[title])),
    ...[undefined, "3.7", "3.9"].map((declared) =>
      sample(`summary, declared ${declared}`, ({ floor }) => floor.summary(5, "3.9", declared)),
    ),
    ...counts.map((count) => sample(`lower ${count}`, ({ floor }) => floor.lower("3.8", count))),
    ...counts.map((count) => sample(`higher ${count}`, ({ floor }) => floor.higher("3.8", count))),
    sample("maintained until", ({ floor }) => floor.maintainedUntil("2027-10")),
    sample("more places", ({ floor }) => floor.more(4)),
    ...kinds.map((kind) =>
      sample(`floor group ${kind}`, ({ floor }) =>
        floor.group({ kind, symbol: "pkg.name", minor: 8, places: [] }, { backport: "pkg-backport" }),
      ),
    ),
  ];
}

function minimumSamples(): Sample[] {
  const texts = ["title", "everyPython", "none", "byFolder", "byFile", "runsOnEvery", "runsOnNone"] as const;
  return [
    ...texts.map((text) => sample(`minimum ${text}`, ({ minimum }) => minimum[text])),
    sample("from", ({ minimum }) => minimum.from("3.8")),
    sample("only", ({ minimum }) => minimum.only("3.8")),
    sample("from to", ({ minimum }) => minimum.span("3.8", "3.11")),
    sample("looked at", ({ minimum }) => minimum.lookedAt(5)),
    sample("columns of folders", ({ minimum }) => minimum.columns.join(" | ")),
    ...[1, 5].map((files) => sample(`rest ${files}`, ({ minimum }) => minimum.rest(files))),
    sample("line", ({ minimum }) => minimum.line(12)),
    sample("and more", ({ minimum }) => minimum.andMore(4)),
    sample("progress", ({ minimum }) => minimum.progress(3, 17)),
    sample("runs on", ({ minimum }) => minimum.runsOn("xyz", "pkg.name")),
    sample("short list", ({ minimum }) => minimum.shortList(["pkg.name"], 2)),
    sample("whole list", ({ minimum }) => minimum.shortList(["pkg.a", "pkg.b"], 0)),
    ...[1, 3].map((count) => sample(`needed by ${count}`, ({ minimum }) => minimum.neededBy("pkg.a", count))),
  ];
}

function serverSamples(): Sample[] {
  const kinds = ["range", "globs", "codes", "boolean", "backport-style", "hint-mode"] as const;
  return [
    ...kinds.map((kind) =>
      sample(`setting of ${kind}`, ({ server }) => server.settingProblem("sinceWhen.xyz", kind)),
    ),
    sample("start failure", ({ server }) => server.startFailure("XYZ")),
    sample("no text", ({ server }) => server.fileProblem({ kind: "not-utf8" })),
    sample("system's refusal", ({ server }) => server.fileProblem({ kind: "system", text: "EACCES" })),
  ];
}
