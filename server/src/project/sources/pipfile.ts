import type { TargetSource } from "../declaration";
import { declarePin } from "../declare";
import { isTable, isTomlProblem, readToml, wrongType } from "../toml";

/** `Pipfile`: the Python that pipenv makes an environment with. */
export const pipfileSource: TargetSource = {
  files: ["Pipfile"],
  ranks: ["metadata"],
  read(text) {
    const document = readToml(text);
    if (isTomlProblem(document)) return [{ rank: "metadata", ...document }];
    const table = document.get(["requires"]);
    if (table !== undefined && !isTable(table)) {
      const line = document.locate(["requires"])?.line;
      return [{ rank: "metadata", line, problem: wrongType("requires", { kind: "table" }, table) }];
    }
    return ["python_full_version", "python_version"].flatMap((name) => {
      const path = ["requires", name];
      const value = document.get(path);
      if (value === undefined) return [];
      const place = {
        rank: "metadata",
        role: "environment",
        key: path.join("."),
        line: document.locate(path)?.line,
        value: document.span(path),
      } as const;
      if (typeof value === "string") return declarePin(value, place);
      const problem = wrongType(place.key, { kind: "string", examples: ["3.10"] }, value);
      return [{ rank: "metadata", line: place.line, value: place.value, problem }];
    });
  },
};
