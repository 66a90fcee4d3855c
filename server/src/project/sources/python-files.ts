import type { TargetSource } from "../declaration";
import { declareMinors, declareSpecifier, minorsNamed } from "../declare";
import { createLiteralFinder } from "../python-literals";
import { tokenizePython } from "../python-tokens";
import { minorsClassified } from "./tool-tables";

/**
 * `setup.py`: the constants that are given to `setup()`. It is read, never run, so that a value which would have to be
 * computed stays unknown. Of several calls the last counts.
 */
export const setupPySource: TargetSource = {
  files: ["setup.py"],
  ranks: ["metadata", "tool"],
  read(text) {
    if (!/python_requires|classifiers/.test(text)) return [];
    const { tokens, openLine } = tokenizePython(text);
    if (openLine !== undefined) {
      return [
        {
          rank: "metadata",
          line: openLine,
          problem: "what is opened here is never closed, so this file is not read",
        },
      ];
    }
    const finder = createLiteralFinder(tokens);
    const requires = finder.keywordsOf("setup", "python_requires").at(-1);
    const classifiers = finder.keywordsOf("setup", "classifiers").at(-1);
    return [
      ...(requires?.texts.length === 1
        ? declareSpecifier(requires.texts[0], {
            rank: "metadata",
            key: "python_requires",
            line: requires.line,
          })
        : []),
      ...(classifiers
        ? declareMinors(minorsClassified(classifiers.texts), {
            rank: "tool",
            key: "classifiers",
            line: classifiers.line,
          })
        : []),
    ];
  },
};

/** `noxfile.py`: the Pythons that its sessions run on. */
export const noxSource: TargetSource = {
  files: ["noxfile.py"],
  ranks: ["tool"],
  read(text) {
    const sessions = createLiteralFinder(tokenizePython(text).tokens).keywordsOf("session", "python");
    // A session with one Python is for some chore; the tests run on a list of them.
    const matrix = sessions.filter(({ texts }) => texts.length > 1);
    if (matrix.length === 0) return [];
    const minors = minorsNamed(matrix.flatMap(({ texts }) => texts));
    return declareMinors(minors, { rank: "tool", key: "nox.session.python", line: matrix[0].line });
  },
};
