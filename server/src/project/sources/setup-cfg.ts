import type { Statement, TargetSource } from "../declaration";
import { declareList, declareSpecifier, itemsNamed } from "../declare";
import { readIni } from "../ini";
import { withEnd } from "../text-lines";
import { minorsClassified } from "./tool-tables";
import { readMypySection } from "./mypy";
import { readToxSections } from "./tox";

/** Where setuptools and pbr look: https://setuptools.pypa.io/en/latest/userguide/declarative_config.html */
const REQUIRES = [
  ["options", "python_requires"],
  ["options", "python-requires"],
  ["metadata", "python-requires"],
  ["metadata", "requires-python"],
] as const;

/** `setup.cfg`: what setuptools and pbr read, and the sections of other tools. */
export const setupCfgSource: TargetSource = {
  files: ["setup.cfg"],
  ranks: ["metadata", "tool"],
  read(text) {
    const ini = readIni(text);
    const statements: Statement[] = [];
    if (ini.strayLine !== undefined) {
      statements.push({
        rank: "metadata",
        line: ini.strayLine,
        problem: { kind: "no-section" },
      });
    }
    for (const [section, key] of REQUIRES) {
      const value = ini.get(section, key);
      if (!value) continue;
      if (value.repeatedOn !== undefined) {
        const problem = { kind: "repeated-key", key: `${section}.${key}` } as const;
        statements.push({ rank: "metadata", line: value.repeatedOn, problem });
        continue;
      }
      const place = {
        rank: "metadata",
        role: "package",
        key: `${section}.${key}`,
        line: value.line,
        value: value.span,
      } as const;
      statements.push(...declareSpecifier(value.text.replaceAll("\n", " "), place));
    }
    statements.push(...readMypySection(ini), ...readToxSections(ini, "tox:tox"));
    const classifiers = ini.get("metadata", "classifiers") ?? ini.get("metadata", "classifier");
    if (classifiers) {
      const place = {
        rank: "tool",
        role: "advertised",
        key: "metadata.classifiers",
        line: classifiers.line,
        value: classifiers.span,
      } as const;
      const items = itemsNamed(classifiers.lines.map(withEnd), minorsClassified);
      statements.push(...declareList(items, place));
    }
    return statements;
  },
};
