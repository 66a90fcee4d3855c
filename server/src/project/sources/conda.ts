import type { TargetRange } from "../../engine/version";
import type { Role, Statement, TargetSource } from "../declaration";
import { declareReading } from "../declare";
import { parseAlternatives, type RangeProblem } from "../range";
import { listItems } from "../yaml-lists";

/** `environment.yml` of conda: the Python among its dependencies. */
export const condaEnvironmentSource: TargetSource = {
  files: ["environment.yml", "environment.yaml"],
  ranks: ["metadata"],
  read: (text) => readDependencies(text, { key: "dependencies", role: "environment" }),
};

/** `meta.yaml` of conda-build: the Python that the package runs on. */
export const condaRecipeSource: TargetSource = {
  files: ["meta.yaml", "recipe/meta.yaml", "conda/meta.yaml", "conda.recipe/meta.yaml"],
  ranks: ["metadata"],
  read: (text) => readDependencies(text, { key: "run", role: "package" }),
};

/** What conda calls a match specification: name, version, build; the channel may stand before. */
const PYTHON = /^(?:[\w./-]+::)?python(?:\s*(?<operator>==?|[<>!~]=?)|\s+)\s*(?<rest>\S.*)$/;

function readDependencies(
  text: string,
  { key, role }: { readonly key: string; readonly role: Role },
): Statement[] {
  for (const { text: item, line, start, end } of listItems(text, key)) {
    const match = PYTHON.exec(item);
    if (!match?.groups) continue;
    const { operator = "", rest } = match.groups;
    const reading = parseCondaRange(`${operator}${rest}`);
    const quotes = (end - start - item.length) / 2;
    const from = start + quotes + item.lastIndexOf(operator, item.length - rest.length - operator.length);
    const value = { start: from, end: end - quotes };
    const place = { rank: "metadata", role, key: `${key}.python`, line, value } as const;
    return declareReading(reading, place, "conda");
  }
  return [];
}

/**
 * Reads a version of conda: `=3.9` is any 3.9, `==3.9.7=build` that release, `,` is “and”, `|` is “or”:
 * https://docs.conda.io/projects/conda-build/en/stable/resources/package-spec.html
 */
export function parseCondaRange(text: string): TargetRange | RangeProblem {
  const [version = ""] = text.trim().split(/(?<=[\w.*])\s+(?=[\w*])/);
  const alternatives = version.split("|").map((alternative) =>
    alternative
      .split(",")
      .map((clause) => toSpecifier(clause.trim()))
      .join(","),
  );
  return parseAlternatives(alternatives, version);
}

function toSpecifier(clause: string): string {
  const withoutBuild = clause.replace(/^((?:==?)?\d[\w.*]*)=[\w*]+$/, "$1");
  const fuzzy = /^=?(\d+(?:\.\d+)*)(?:\.?\*)?$/.exec(withoutBuild);
  if (fuzzy) return `==${fuzzy[1]}.*`;
  return withoutBuild.replace(/^([<>]=?)(\d+(?:\.\d+)*)\.\*$/, "$1$2");
}
