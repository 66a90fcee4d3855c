import type { OffsetRange } from "../../engine/findings";
import type { TargetRange } from "../../engine/version";
import type { Role, Statement, TargetSource } from "../declaration";
import { declareReading } from "../declare";
import { isRangeProblem, parseAlternatives, type RangeProblem } from "../range";
import { scalarsOf, type YamlScalar } from "../yaml-scalars";

/** `environment.yml` of conda: the Python among its dependencies. */
export const condaEnvironmentSource: TargetSource = {
  files: ["environment.yml", "environment.yaml"],
  ranks: ["metadata"],
  read: (text) => readDependencies(text, { key: "dependencies", role: "environment", parents: [[]] }),
};

/** `meta.yaml` of conda-build: the Python that the package runs on. */
export const condaRecipeSource: TargetSource = {
  files: ["meta.yaml", "recipe/meta.yaml", "conda/meta.yaml", "conda.recipe/meta.yaml"],
  ranks: ["metadata"],
  read: (text) =>
    readDependencies(text, {
      key: "run",
      role: "package",
      parents: [["requirements"], ["outputs", "[]", "requirements"]],
    }),
};

/** What conda calls a match specification: name, version, build; the channel may stand before. */
const PYTHON =
  /^(?:[\w./-]+::)?python(?:\s*(?=[<>=!~])|\s+|\[version=["']?)(?<version>[^\s"'\]].*?)["']?(?:[,\s]*build=[^\]]*)?\]?$/;

/** A version that is asked for, and where it stands; `undefined` where a template puts it together. */
interface AskedVersion {
  readonly text: string;
  readonly line: number;
  readonly value: OffsetRange | undefined;
}

function readDependencies(
  text: string,
  where: {
    readonly key: string;
    readonly role: Role;
    /** The keys that lead to the list's own. */
    readonly parents: readonly (readonly string[])[];
  },
): Statement[] {
  if (!text.includes("python")) return [];
  const { key, role, parents } = where;
  const lists = parents.map((names) => [...names, key, "[]"].join("\n"));
  const variables = variablesOf(text);
  const asked = scalarsOf(text)
    .filter(({ path }) => lists.includes(path.join("\n")))
    .flatMap((item) => askedVersion(item, variables));
  if (asked.length === 0) return [];
  const place = { rank: "metadata", role, key: `${key}.python` } as const;
  const [first] = asked;
  if (asked.length === 1) {
    return declareReading(
      parseCondaRange(first.text),
      { ...place, line: first.line, value: first.value },
      "conda",
    );
  }
  // Lines for several platforms or outputs: each is right somewhere, so that the whole is any of them.
  const broken = asked.find(({ text: version }) => isUnreadable(parseCondaRange(version))) ?? undefined;
  if (broken) {
    const { line, value } = broken;
    return declareReading(parseCondaRange(broken.text), { ...place, line, value }, "conda");
  }
  const union = parseCondaRange(asked.map((version) => version.text).join("|"));
  return declareReading(union, { ...place, line: first.line, value: undefined }, "conda");
}

function isUnreadable(reading: TargetRange | RangeProblem): boolean {
  return isRangeProblem(reading) && reading.problem.kind === "no-range";
}

function askedVersion(item: YamlScalar, variables: ReadonlyMap<string, string>): AskedVersion[] {
  let isPlain = true;
  const resolved = item.text.replaceAll(/\$?\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => {
    isPlain = false;
    return variables.get(name) ?? whole;
  });
  const version = PYTHON.exec(resolved)?.groups?.version;
  // A template whose value stands elsewhere tells nothing.
  if (version === undefined || resolved.includes("{{")) return [];
  const start = item.start + (item.isQuoted ? 1 : 0) + item.text.lastIndexOf(version);
  const value = isPlain ? { start, end: start + version.length } : undefined;
  return [{ text: version, line: item.line, value }];
}

/** The constants that a recipe's template sets: `{% set python_min = "3.8" %}`. */
function variablesOf(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/\{%-?\s*set\s+(\w+)\s*=\s*["']?([^"'%\r\n]*?)["']?\s*-?%\}/g);
  return new Map([...found].map(([, name, value]) => [name, value]));
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
  const fuzzy = /^=?\s*(\d+(?:\.\d+)*)(?:\.?\*)?$/.exec(withoutBuild);
  if (fuzzy) return `==${fuzzy[1]}.*`;
  return withoutBuild.replace(/^([<>]=?\s*)(\d+(?:\.\d+)*)\.\*$/, "$1$2");
}
