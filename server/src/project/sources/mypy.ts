import type { Statement, TargetSource } from "../declaration";
import { declareLowest, minorsNamed } from "../declare";
import { type IniFile, readIni } from "../ini";

/** `mypy.ini`. */
export const mypySource: TargetSource = {
  files: ["mypy.ini", ".mypy.ini"],
  ranks: ["tool"],
  read: (text) => readMypySection(readIni(text)),
};

/** Reads the Python that mypy checks for. */
export function readMypySection(ini: IniFile): Statement[] {
  const value = ini.get("mypy", "python_version");
  if (!value) return [];
  return declareLowest(minorsNamed([value.text]), {
    rank: "tool",
    role: "floor",
    key: "mypy.python_version",
    line: value.line,
    value: value.span,
  });
}
