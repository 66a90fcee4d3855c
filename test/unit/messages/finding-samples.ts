import type { Entry } from "../../../server/src/engine/catalogue/entry";
import type { Finding, ProjectTarget } from "../../../server/src/engine/findings";
import { ALL_MINORS, minorsFrom } from "../../../server/src/engine/version";
import { isRangeProblem, parsePythonRange } from "../../../server/src/project";
import { type Sample, sample } from "./sample";

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

/** What findings in code say. */
export function findingSamples(): Sample[] {
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
