import { joinPath, nameOf, parentOf } from "./paths";

/** What people call a folder of files that tests read; plain `data` is one below a folder of tests only. */
const TEST_DATA = /^(?:test[-_]?data|data)$/i;
const TESTS = /^(?:tests?|tests?[-_].*|.*[-_]tests?)$/i;

/**
 * Tells whether the Python files below a folder are what tests read, and no code of the project: input for parsers and
 * type checkers, often wrong on purpose. `tests/data` and `testdata` are such folders, unless they are packages, since a
 * package is there to be imported.
 */
export function isTestData(folder: string, isPackage: boolean): boolean {
  const name = nameOf(folder);
  if (isPackage || !TEST_DATA.test(name)) return false;
  if (name.toLowerCase() !== "data") return true;
  for (let at = parentOf(folder); at !== undefined; at = parentOf(at))
    if (TESTS.test(nameOf(at))) return true;
  return false;
}

/** Leaves out the files below folders of test data; `files` lists all of the Python files of the folders in question. */
export function withoutTestData(files: readonly string[]): readonly string[] {
  const all = new Set(files);
  const known = new Map<string, boolean>();
  const isData = (folder: string | undefined): boolean => {
    if (folder === undefined) return false;
    let found = known.get(folder);
    if (found === undefined) {
      found = isTestData(folder, all.has(joinPath(folder, "__init__.py"))) || isData(parentOf(folder));
      known.set(folder, found);
    }
    return found;
  };
  return files.filter((file) => !isData(parentOf(file)));
}
