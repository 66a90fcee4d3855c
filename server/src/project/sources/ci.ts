import type { DeclaredItem, Statement, TargetSource } from "../declaration";
import { declareList, itemsNamed, minorsNamed, type NamePiece, type ValuePlace } from "../declare";
import { scalarsOf, type YamlScalar } from "../yaml-scalars";

/** Workflows of GitHub: the Pythons of a matrix. A single version is only what some step happens to run on. */
export const workflowSource: TargetSource = {
  files: [".github/workflows/*.yml", ".github/workflows/*.yaml"],
  ranks: ["tool"],
  read: readPipeline,
};

/** Pipelines of other services: their matrices, too, and the images of jobs. */
export const pipelineSource: TargetSource = {
  files: [".gitlab-ci.yml", ".travis.yml", "azure-pipelines.yml", ".circleci/config.yml"],
  ranks: ["tool"],
  read: readPipeline,
};

/** Keys whose value is a version of Python wherever they stand. */
const VERSION_KEY = /^(?:python[-_. ]?versions?|py[-_]?versions?)$/i;
/** Keys that people give such a value in a matrix. */
const MATRIX_KEY = /^(?:pythons?|py|pyver|(?:tox|nox)[-_]?(?:envs?|factors?|sessions?)|envs?)$/i;
const IMAGE = /^(?:[\w.-]+(?::\d+)?\/)*python:(3\.\d+(?:\.\d+)?)/;

/** A version that a pipeline names, and how it does. */
interface NamedVersion {
  readonly key: string;
  readonly piece: NamePiece & Pick<YamlScalar, "isQuoted" | "line">;
  /** It stands in a matrix or a list, not alone behind its key. */
  readonly isListed: boolean;
  readonly isRemovable: boolean;
}

function readPipeline(text: string): Statement[] {
  if (!/py/i.test(text)) return [];
  const named = scalarsOf(text).flatMap(versionAt);
  const items = named.flatMap(({ piece, isRemovable }) =>
    itemsNamed([piece]).map((item): DeclaredItem => ({
      ...item,
      isRemovable,
      ...(!piece.isQuoted && { isNumber: true }),
    })),
  );
  const isMatrix = named.some(({ isListed, piece }) => isListed && minorsNamed([piece.text]).length > 0);
  if (!isMatrix && new Set(items.map(({ minor }) => minor)).size < 2) return [];
  const [first] = named;
  const place: ValuePlace = {
    rank: "tool",
    role: "tested",
    key: first.key,
    line: first.piece.line,
    value: { start: items[0].start, end: items.at(-1)!.end },
  };
  return [...named.flatMap(numberAt), ...declareList(items, place)];
}

/** `3.10` without quotes is the number 3.1, which is what the service goes on with. */
function numberAt({ key, piece: { text, isQuoted, line, start, end } }: NamedVersion): Statement[] {
  if (isQuoted || !/^3\.\d0$/.test(text)) return [];
  const problem = { kind: "number", key, written: text, number: String(Number(text)) } as const;
  return [{ rank: "tool", line, value: { start, end }, problem }];
}

function versionAt({ path, text, line, start, end, isQuoted }: YamlScalar): NamedVersion[] {
  const isTextLine = path.at(-1) === "|";
  const isItem = isTextLine || path.at(-1) === "[]";
  const key = path.findLast((name) => name !== "[]" && name !== "|") ?? "";
  const isLeftOut = path.includes("exclude");
  const isInMatrix = path.includes("matrix") || isOfTravis(path);
  const isListed = isItem || isInMatrix;
  const image = /^(?:image|name)$/.test(key) ? IMAGE.exec(text) : null;
  if (image) {
    const from = start + (isQuoted ? 1 : 0) + image[0].length - image[1].length;
    const piece = { text: image[1], line, start: from, end: from + image[1].length, isQuoted: true };
    return [{ key, piece, isListed: false, isRemovable: false }];
  }
  if (isLeftOut || !(VERSION_KEY.test(key) || (isInMatrix && MATRIX_KEY.test(key)))) return [];
  if (minorsNamed([text]).length > 0) {
    const piece = { text, line, start, end, isQuoted: isQuoted || isTextLine };
    return [{ key, piece, isListed, isRemovable: isItem }];
  }
  // An environment of tox names its Python among other things: `py38-django32`, `py38,docs`.
  const offset = start + (isQuoted ? 1 : 0);
  return [...text.matchAll(/[^\s,]+/g)].flatMap(({ 0: environment, index }) =>
    [...environment.matchAll(/[^-]+/g)].flatMap(({ 0: factor, index: at }) => {
      if (/^\d+$/.test(factor) || minorsNamed([factor]).length === 0) return [];
      const from = offset + index + at;
      const piece = { text: factor, line, start: from, end: from + factor.length, isQuoted: true };
      return [{ key, piece, isListed, isRemovable: false }];
    }),
  );
}

/** Travis has its matrix at the top: `python: ["3.8"]`, and jobs besides. */
function isOfTravis(path: readonly string[]): boolean {
  const [first, second] = path;
  return (
    path.at(-1) !== "with" &&
    ((first === "python" && path.length <= 2) || (first === "jobs" && second === "include"))
  );
}
