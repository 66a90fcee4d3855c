import type { TargetFault, TargetFinding } from "../../engine/target-findings";
import { formatMinor, type MinorSet, minorSetOf } from "../../engine/version";
import type { DeclarationWording, Display } from "../wording";
import { declaredAt } from "../places";
import { formatMinors, nounOf } from "./names";
import { files as countFiles, plural } from "./plural";
import { declarationProblem } from "./problems";

export const DECLARATIONS: DeclarationWording = {
  message: (finding, display) => word(finding, finding.fault, display),
  problem: declarationProblem,
  useNeeds: ({ entryId, minimum }) =>
    `${nounOf(entryId, entryId.startsWith("syntax:") ? "syntax" : undefined)} benötigt Python ${formatMinor(minimum)}`,
  says: ({ key, text, minors }) => `\`${key}\` nennt ${says({ text, minors })}`,
  needsHint: (minimum) => `der Code benötigt ≥ ${formatMinor(minimum)}`,
  needsTooltip(minimum, files) {
    if (minimum === 0) return `Nichts in ${countFiles(files)} ist neuer als Python 3.0.`;
    const version = `Python ${formatMinor(minimum)}`;
    return `Alles, was ${countFiles(files)} ohne Versionsabfrage verwenden, gibt es in ${version} und neuer.`;
  },
  newerThanKnown: "neuer als jedes bekannte Python",
  columns: ["Python", "erschienen", "gepflegt bis"],
  row: (version, released, end) => `${version}: erschienen ${released}, gepflegt bis ${end}`,
  notReleased: "noch nicht",
  endUnknown: "noch offen",
  over: (end) => `${end} (vorbei)`,
  noTarget: {
    text: "Kein Ziel-Python",
    detail:
      "Nur Fakten: Warnungen gibt es mit `project.requires-python` in pyproject.toml oder der Einstellung `sinceWhen.target`.",
  },
  anyTarget: "Jedes Python",
  declaredIn: (key, place) => `${key} in ${place}`,
};

function word(finding: TargetFinding, fault: TargetFault, display: Display): string {
  const own = says(finding);
  switch (fault.kind) {
    case "too-low": {
      const uses = plural(fault.uses, "Stelle benötigt", "Stellen benötigen");
      return `${own} verspricht mehr, als der Code hält: ${uses} bis zu Python ${formatMinor(fault.needed)}`;
    }
    case "too-high": {
      const needed = fault.needed === 0 ? "jedem Python 3" : `Python ${formatMinor(fault.needed)}`;
      return `der Code läuft auf ${needed}: ${own} könnte mit ${formatMinor(fault.enough)} beginnen`;
    }
    case "disagrees":
      return `\`${finding.key}\` nennt ${own}, aber ${declaredAt(fault.with, display)} nennt ${says(fault.with)}${differenceOf(fault)}`;
    case "disputed": {
      const others = fault.by.map((place) => `${declaredAt(place, display)}: ${says(place)}`);
      return `zu ${own} gibt es widersprechende Angaben: ${others.join("; ")}`;
    }
    case "end-of-life": {
      const ended = fault.releases.map(({ minor, endOfLife }) => `${formatMinor(minor)} (${endOfLife})`);
      return `${own} schließt Python-Versionen ein, die nicht mehr gepflegt werden: ${ended.join(", ")}`;
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
    ...(extra.length > 0 ? [`nicht zugesagt: ${formatMinors(minorSetOf(extra))}`] : []),
    ...(missing.length > 0 ? [`ausgelassen: ${formatMinors(minorSetOf(missing))}`] : []),
  ];
  return parts.length > 0 ? `; ${parts.join("; ")}` : "";
}

function says({ text, minors }: { readonly text: string | undefined; readonly minors: MinorSet }): string {
  if (text === "") return "jedes Python";
  return text === undefined ? formatMinors(minors) : `\`${text}\``;
}
