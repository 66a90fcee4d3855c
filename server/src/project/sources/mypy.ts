import type { Statement, TargetSource } from "../declaration";
import { declareFloor } from "../declare";
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
  const { text, line, span } = value;
  return declareFloor(text, { rank: "tool", role: "floor", key: "mypy.python_version", line, value: span });
}
