import type { ProjectTarget } from "../engine/findings";
import { declarationProblem } from "../messages";
import { joinPath, nameOf, relativePath, type TargetAnswer, type TargetFinder } from "../project";
import type { EditorSettings } from "../protocol";
import type { FileContext } from "./file-contexts";
import { fileOf, liesIn } from "./uris";

/** What finding out about a file takes. */
export interface ContextParts {
  readonly targets: TargetFinder;
  readonly settingsOf: (uri: string) => Promise<EditorSettings>;
  /** Uris of the workspace's folders, in the user's order. */
  readonly folders: () => readonly string[];
  /** The Python that is selected for a workspace folder, as `3.11`. */
  readonly interpreterOf: (folder: string | undefined) => string | undefined;
  /** The text of a document that the client holds open. */
  readonly textOf: (uri: string) => string | undefined;
}

/** Finds out what applies to one document: the settings of its resource, and what its project declares. */
export async function findContext(uri: string, parts: ContextParts): Promise<FileContext> {
  const folder = folderOf(uri, parts.folders());
  const settings = await parts.settingsOf(uri);
  const answer = await parts.targets.find(placeOf(uri, folder), {
    boundary: folder,
    text: parts.textOf(uri),
    interpreter: parts.interpreterOf(folder),
    editor: { ...settings, folder },
  });
  return {
    settings,
    target: answer.target && displayTarget(answer.target, answer.declaredIn, folder),
    originUri: answer.declaredIn,
    ignore: answer.ignore,
    packages: answer.packages,
    backportStyle: answer.backportStyle ?? "version",
    excluded: answer.excluded,
    problems: answer.problems.map((problem) => toProblem(problem, folder)),
  };
}

/** Gives the innermost workspace folder around a document; for one that lies nowhere the first folder. */
export function folderOf(uri: string, folders: readonly string[]): string | undefined {
  const file = fileOf(uri);
  if (file === undefined) return folders[0];
  const around = folders.filter((folder) => liesIn(file, folder));
  return around.toSorted((a, b) => b.length - a.length)[0];
}

/** An untitled document counts as if it lay at the top of the workspace, where saving it is likely to put it. */
function placeOf(uri: string, folder: string | undefined): string {
  return fileOf(uri) ?? (folder === undefined ? uri : joinPath(folder, nameOf(uri)));
}

function displayTarget(
  target: ProjectTarget,
  declaredIn: string | undefined,
  folder: string | undefined,
): ProjectTarget {
  if (declaredIn === undefined) return target;
  return { ...target, origin: { ...target.origin, path: displayPath(declaredIn, folder) } };
}

function toProblem(
  { path, line, problem }: TargetAnswer["problems"][number],
  folder: string | undefined,
): FileContext["problems"][number] {
  const isUri = path.includes("://");
  const shown = { path: isUri ? displayPath(path, folder) : path, message: declarationProblem(problem) };
  return { ...shown, ...(isUri && { uri: path }), ...(line !== undefined && { line }) };
}

/** People know a file by its way from the workspace folder; without one by its name. */
function displayPath(uri: string, folder: string | undefined): string {
  return folder === undefined ? decodeURIComponent(nameOf(uri)) : relativePath(uri, folder);
}
