import type { TargetSource } from "../declaration";
import { isTomlProblem, readToml } from "../toml";
import { readPoetry } from "./poetry";
import { readRequiresPython } from "./project-metadata";
import { readToolTables } from "./tool-tables";

/** Every table of `pyproject.toml` that can declare a target, the strongest first. */
const TABLES = [readRequiresPython, readPoetry, readToolTables];

/** `pyproject.toml`. A text that is no TOML is one statement: that it is none. */
export const pyprojectSource: TargetSource = {
  files: ["pyproject.toml"],
  ranks: ["metadata", "tool"],
  read(text) {
    const document = readToml(text);
    if (isTomlProblem(document)) return [{ rank: "metadata", ...document }];
    return TABLES.flatMap((read) => read(document));
  },
};
