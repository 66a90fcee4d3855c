import type { Statement, TargetSource } from "../declaration";
import { declareList, declareSpecifier, itemsNamed } from "../declare";
import { createLiteralFinder, type LiteralFinder } from "../python-literals";
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
    return [...readRequires(finder), ...readClassifiers(finder)];
  },
};

function readRequires(finder: LiteralFinder): Statement[] {
  const requires = finder.keywordsOf("setup", "python_requires").at(-1);
  if (requires?.strings.length !== 1) return [];
  const [{ text, body }] = requires.strings;
  const { line } = requires;
  return declareSpecifier(text, {
    rank: "metadata",
    role: "package",
    key: "python_requires",
    line,
    value: body,
  });
}

function readClassifiers(finder: LiteralFinder): Statement[] {
  const classifiers = finder.keywordsOf("setup", "classifiers").at(-1);
  if (!classifiers) return [];
  const { strings, line } = classifiers;
  const value = strings[0] && { start: strings[0].start, end: strings.at(-1)!.end };
  const place = { rank: "tool", role: "advertised", key: "classifiers", line, value } as const;
  return declareList(itemsNamed(strings, minorsClassified), place);
}

/** `noxfile.py`: the Pythons that its sessions run on. */
export const noxSource: TargetSource = {
  files: ["noxfile.py"],
  ranks: ["tool"],
  read(text) {
    const sessions = createLiteralFinder(tokenizePython(text).tokens).keywordsOf("session", "python");
    // A session with one Python is for some chore; the tests run on a list of them.
    const matrix = sessions.filter(({ strings }) => strings.length > 1);
    if (matrix.length === 0) return [];
    // Several sessions may take their Pythons from one constant, which stands in the text once.
    const pieces = new Map(matrix.flatMap(({ strings }) => strings.map((piece) => [piece.start, piece])));
    const inOrder = [...pieces.values()].sort((a, b) => a.start - b.start);
    const value = { start: inOrder[0].start, end: inOrder.at(-1)!.end };
    const { line } = matrix[0];
    const place = { rank: "tool", role: "tested", key: "nox.session.python", line, value } as const;
    return declareList(itemsNamed(inOrder), place);
  },
};
