import type { TargetSource } from "../declaration";
import { declarePin } from "../declare";
import { describeValue, isTomlProblem, readToml } from "../toml";

/** `Pipfile`: the Python that pipenv makes an environment with. */
export const pipfileSource: TargetSource = {
  files: ["Pipfile"],
  ranks: ["metadata"],
  read(text) {
    const document = readToml(text);
    if (isTomlProblem(document)) return [{ rank: "metadata", ...document }];
    for (const name of ["python_full_version", "python_version"]) {
      const path = ["requires", name];
      const value = document.get(path);
      if (value === undefined) continue;
      const place = {
        rank: "metadata",
        role: "environment",
        key: path.join("."),
        line: document.locate(path)?.line,
        value: document.span(path),
      } as const;
      if (typeof value === "string") return declarePin(value, place);
      const problem = `\`${place.key}\` must be a string such as "3.10", not ${describeValue(value)}: 3.10 is the number 3.1`;
      return [{ rank: "metadata", line: place.line, value: place.value, problem }];
    }
    return [];
  },
};
