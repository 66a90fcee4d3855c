import type { TargetSource } from "../declaration";
import { isTomlProblem, readToml } from "../toml";
import { readRequiresPython } from "./project-metadata";

/** Every table of `pyproject.toml` that can declare a target, the strongest first. */
const TABLES = [readRequiresPython];

/** `pyproject.toml`. A text that is no TOML is one statement: that it is none. */
export const pyprojectSource: TargetSource = {
  files: ["pyproject.toml"],
  read(text) {
    const document = readToml(text);
    if (isTomlProblem(document)) return [{ rank: "metadata", ...document }];
    return TABLES.flatMap((read) => read(document));
  },
};
