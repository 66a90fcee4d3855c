import type { TargetFault, TargetFinding } from "../../engine/target-findings";
import { formatMinor, type MinorSet, minorSetOf } from "../../engine/version";
import type { DeclarationWording, Display } from "../wording";
import { declaredAt } from "../places";
import { formatMinors, nounOf } from "./names";
import { plural } from "./plural";
import { declarationProblem } from "./problems";

export const DECLARATIONS: DeclarationWording = {
  message: (finding, display) => word(finding, finding.fault, display),
  problem: declarationProblem,
  useNeeds: ({ entryId, minimum }) =>
    `${nounOf(entryId, entryId.startsWith("syntax:") ? "syntax" : undefined)} needs Python ${formatMinor(minimum)}`,
  says: ({ key, text, minors }) => `\`${key}\` says ${says({ text, minors })}`,
  needsHint: (minimum) => `the code needs ≥ ${formatMinor(minimum)}`,
  needsTooltip(minimum, files) {
    if (minimum === 0) return `Nothing in ${plural(files, "file")} is newer than Python 3.0.`;
    return `Everything that ${plural(files, "file")} use without a guard is in Python ${formatMinor(minimum)} and newer.`;
  },
  newerThanKnown: "newer than every known Python",
  columns: ["Python", "released", "maintained until"],
  row: (version, released, end) => `${version}: released ${released}, maintained until ${end}`,
  notReleased: "not yet",
  endUnknown: "not decided",
  over: (end) => `${end} (over)`,
  noTarget: {
    text: "No target Python",
    detail:
      "Facts only: declare `project.requires-python` in pyproject.toml, or set `sinceWhen.target`, to be warned.",
  },
  anyTarget: "Any Python",
  declaredIn: (key, place) => `${key} in ${place}`,
};

function word(finding: TargetFinding, fault: TargetFault, display: Display): string {
  const own = says(finding);
  switch (fault.kind) {
    case "too-low": {
      const uses = `${plural(fault.uses, "use")} ${fault.uses === 1 ? "needs" : "need"}`;
      return `${own} promises more than the code keeps: ${uses} up to Python ${formatMinor(fault.needed)}`;
    }
    case "too-high": {
      const needed = fault.needed === 0 ? "any Python 3" : `Python ${formatMinor(fault.needed)}`;
      return `the code runs on ${needed}: ${own} could begin with ${formatMinor(fault.enough)}`;
    }
    case "disagrees":
      return `\`${finding.key}\` says ${own}, but ${declaredAt(fault.with, display)} says ${says(fault.with)}${differenceOf(fault)}`;
    case "disputed": {
      const others = fault.by.map((place) => `${declaredAt(place, display)}: ${says(place)}`);
      return `${own} is contradicted by ${others.join("; ")}`;
    }
    case "end-of-life": {
      const ended = fault.releases.map(({ minor, endOfLife }) => `${formatMinor(minor)} (${endOfLife})`);
      return `${own} includes Pythons that get no more fixes: ${ended.join(", ")}`;
    }
    case "unreadable":
      return declarationProblem(fault.problem);
  }
}

function differenceOf({
  extra,
  missing,
}: {
  readonly extra: readonly number[];
  readonly missing: readonly number[];
}): string {
  const parts = [
    ...(extra.length > 0
      ? [`${formatMinors(minorSetOf(extra))} ${extra.length === 1 ? "is" : "are"} not promised`]
      : []),
    ...(missing.length > 0
      ? [`${formatMinors(minorSetOf(missing))} ${missing.length === 1 ? "is" : "are"} left out`]
      : []),
  ];
  return parts.length > 0 ? `; ${parts.join(" and ")}` : "";
}

function says({ text, minors }: { readonly text: string | undefined; readonly minors: MinorSet }): string {
  if (text === "") return "any Python";
  return text === undefined ? formatMinors(minors) : `\`${text}\``;
}
