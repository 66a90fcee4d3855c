import type { Statement, TargetSource } from "../declaration";
import { declareList, itemsNamed } from "../declare";
import { isTable, isTomlProblem, readToml, type TomlDocument } from "../toml";
import { textsAt } from "./toml-texts";

/** `hatch.toml`, which holds what `pyproject.toml` has below `tool.hatch`. */
export const hatchSource: TargetSource = {
  files: ["hatch.toml"],
  ranks: ["tool"],
  read(text) {
    const document = readToml(text);
    if (isTomlProblem(document)) return [{ rank: "tool", ...document }];
    return readHatchEnvironments(document, []);
  },
};

/** Reads the Pythons that Hatch runs the environments of a matrix on; those of a single environment are for some chore. */
export function readHatchEnvironments(document: TomlDocument, table: readonly string[]): Statement[] {
  const environments = document.get([...table, "envs"]);
  if (!isTable(environments)) return [];
  return Object.entries(environments).flatMap(([name, environment]) => {
    const matrices = isTable(environment) ? environment.matrix : undefined;
    if (!Array.isArray(matrices)) return [];
    return matrices.flatMap((matrix: unknown, index) => {
      const key = isTable(matrix) ? ["python", "py"].find((each) => each in matrix) : undefined;
      if (key === undefined) return [];
      const path = [...table, "envs", name, "matrix", String(index), key];
      const items = itemsNamed(textsAt(document, path));
      return declareList(items, {
        rank: "tool",
        role: "tested",
        key: [...table, "envs", name, "matrix", key].join("."),
        line: document.locate(path)?.line,
        value: document.span(path),
      });
    });
  });
}
