import type { CodeAction, WorkspaceEdit } from "vscode-languageserver";
import type { FixDependency, TextReplacement } from "../engine/findings";
import { LineIndex } from "../features/line-index";
import { addDependency, DEPENDENCY_FILES, joinPath, parentOf } from "../project";
import { folderOf } from "./find-context";
import type { Session } from "./session";
import { fileOf, liesIn } from "./uris";

/**
 * Adds to an action the edit by which the project depends on the package that the action's code imports: in the nearest
 * file that lists dependencies. The action stays as it is where there is none, and where the package is listed.
 */
export async function withDependency(
  action: CodeAction,
  dependency: FixDependency,
  { session, uri }: { readonly session: Session; readonly uri: string },
): Promise<CodeAction> {
  const { edit } = action;
  const found = edit && (await findPlace(dependency, session, uri));
  if (!found || found.edits.length === 0) return action;
  return { ...action, edit: joined(edit, found, session) };
}

/** Edits to one file, by its uri as the client knows it. */
interface FileEdits {
  readonly uri: string;
  readonly text: string;
  /** `null`: the file is not open. */
  readonly version: number | null;
  readonly edits: readonly TextReplacement[];
}

async function findPlace(
  dependency: FixDependency,
  session: Session,
  uri: string,
): Promise<FileEdits | undefined> {
  const boundary = folderOf(uri, session.folderUris);
  const file = fileOf(uri);
  const requirement = { name: dependency.package, pythons: dependency.pythons };
  let folder = file === undefined ? boundary : parentOf(file);
  while (folder !== undefined && (boundary === undefined || liesIn(folder, boundary))) {
    for (const name of DEPENDENCY_FILES) {
      const path = joinPath(folder, name);
      const text = await readOrNothing(session, path);
      const edits = text === undefined ? undefined : addDependency({ path, text }, requirement);
      const open = session.openFiles.at(path);
      if (edits) return { uri: open?.uri ?? path, text: text!, version: open?.version ?? null, edits };
    }
    folder = parentOf(folder);
  }
  return undefined;
}

async function readOrNothing(session: Session, uri: string): Promise<string | undefined> {
  try {
    return await session.files.read(uri);
  } catch {
    // A file that cannot be read is one that cannot be edited.
    return undefined;
  }
}

function joined(
  edit: WorkspaceEdit,
  { uri, text, version, edits }: FileEdits,
  session: Session,
): WorkspaceEdit {
  const lines = LineIndex.of(text, session.support.encoding);
  const textEdits = edits.map((each) => ({ range: lines.toRange(each), newText: each.newText }));
  if (!session.support.versionedEdits) return { changes: { ...edit.changes, [uri]: textEdits } };
  const change = { textDocument: { uri, version }, edits: textEdits };
  return { documentChanges: [...(edit.documentChanges ?? []), change] };
}
