import type { ValueType } from "../../engine/declaration-problems";
import type { DeclaredItem, Statement, TargetSource } from "../declaration";
import { declareList, declareSpecifier, minorsNamed, type ValuePlace } from "../declare";
import { createLiteralFinder, type LiteralFinder, type LiteralValue } from "../python-literals";
import { tokenizePython } from "../python-tokens";
import { type PythonValue, textsOf } from "../python-value";
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
      return [{ rank: "metadata", line: openLine, problem: { kind: "never-closed" } }];
    }
    const finder = createLiteralFinder(tokens);
    return [...readRequires(finder), ...readClassifiers(finder)];
  },
};

function readRequires(finder: LiteralFinder): Statement[] {
  const requires = finder.keywordsOf("setup", "python_requires").at(-1);
  if (!requires) return [];
  const { value, line } = requires;
  const key = "python_requires";
  if (value.kind === "text") {
    return declareSpecifier(value.text, { rank: "metadata", role: "package", key, line, value: value.body });
  }
  const wanted = { kind: "string", examples: [">=3.8"] } as const;
  return [{ rank: "metadata", line, problem: { kind: "wrong-type", key, wanted, found: typeOf(value) } }];
}

function typeOf({ kind }: PythonValue): ValueType {
  return kind === "list" ? "array" : kind === "number" ? "number" : "string";
}

function readClassifiers(finder: LiteralFinder): Statement[] {
  const classifiers = finder.keywordsOf("setup", "classifiers").at(-1);
  if (!classifiers) return [];
  const { line } = classifiers;
  const place = placeOf([classifiers], { key: "classifiers", role: "advertised", line });
  return declareList(itemsOf([classifiers], minorsClassified), place);
}

/** `noxfile.py`: the Pythons that its sessions run on. */
export const noxSource: TargetSource = {
  files: ["noxfile.py"],
  ranks: ["tool"],
  read(text) {
    const finder = createLiteralFinder(tokenizePython(text).tokens);
    const sessions = [
      ...["python", "py"].flatMap((keyword) => finder.keywordsOf("session", keyword)),
      ...finder.secondArgumentsOf("parametrize", /^python$/),
    ];
    // A session with one Python is for some chore; the tests run on a list of them.
    const matrix = sessions.filter(({ value }) => value.kind === "list" && textsOf(value).length > 1);
    if (matrix.length === 0) return [];
    const [{ line }] = matrix;
    const place = placeOf(matrix, { key: "nox.session.python", role: "tested", line });
    return declareList(itemsOf(matrix, minorsNamed), place);
  },
};

/**
 * Lists the Pythons that values name, each text once: several sessions may take theirs from one constant. A text that is
 * made of others stands nowhere, so that nothing can be edited for it.
 */
function itemsOf(
  values: readonly LiteralValue[],
  read: (names: readonly string[]) => number[],
): DeclaredItem[] {
  const texts = values.flatMap(({ value }) => textsOf(value));
  const pieces = new Map(texts.map((piece) => [`${piece.start} ${piece.text}`, piece]));
  const inOrder = [...pieces.values()].sort((a, b) => a.start - b.start);
  return inOrder.flatMap(({ text, body, start, end }) =>
    read([text]).map((minor) => ({
      minor,
      start,
      end: body === undefined ? start : end,
      isRemovable: body !== undefined,
    })),
  );
}

function placeOf(
  values: readonly LiteralValue[],
  { key, role, line }: Pick<ValuePlace, "key" | "role" | "line">,
): ValuePlace {
  const texts = values.flatMap(({ value }) => textsOf(value));
  const value = texts[0] && {
    start: Math.min(...texts.map(({ start }) => start)),
    end: Math.max(...texts.map(({ end }) => end)),
  };
  return { rank: "tool", role, key, line, value };
}
