import type {
  DeclarationProblem,
  RangeAdvice,
  WantedValue,
} from "../../../server/src/engine/declaration-problems";
import type {
  DeclarationPlace,
  TargetFault,
  TargetFinding,
} from "../../../server/src/engine/target-findings";
import { minorsFrom } from "../../../server/src/engine/version";
import { type Sample, sample } from "./sample";

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

/** What is told of files that declare Pythons. */
export function declarationSamples(): Sample[] {
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
