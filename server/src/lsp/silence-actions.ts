import { CodeActionKind, type CodeAction, type CodeActionParams } from "vscode-languageserver";
import type { Finding } from "../engine/findings";
import type { TargetFix } from "../engine/target-findings";
import { LineIndex } from "../features/line-index";
import { toTargetAction } from "../features/target-diagnostics";
import { overlaps } from "../features/usages";
import { joinPath, nameOf, parentOf, silenceInConfiguration } from "../project";
import type { Analysed } from "./analyses";
import { folderOf } from "./find-context";
import type { Session } from "./session";
import { fileOf, liesIn } from "./uris";

/** Findings on a use of something that has a name; what a version test or a comment says has none. */
const SILENCED = new Set(["added-later", "syntax-later", "removed", "deprecated", "changed", "modernise"]);

/** Gives the actions that silence what is found at a selection in the project's configuration. */
export async function silenceActions(
  { range, context: { diagnostics, only = [""] } }: CodeActionParams,
  { analysis, lines, context, notebook }: Analysed,
  session: Session,
): Promise<CodeAction[]> {
  if (!only.some((kind) => kind === "" || kind === CodeActionKind.QuickFix)) return [];
  const { start, end } = lines.toOffsets(range);
  const base = notebook?.start ?? 0;
  const selected = { start: start + base, end: end + base };
  const findings = (notebook?.whole ?? { analysis }).analysis.findings.filter(
    (finding) => SILENCED.has(finding.code) && overlaps(finding, selected),
  );
  if (findings.length === 0) return [];
  const files = await configurationsAround(analysis.uri, session);
  // A list of the project's own would take the place of the editor's, and what that silences would be back.
  const isEditors =
    context.settings.ignore.length > 0 &&
    context.settings.ignore.every((name) => context.ignore.includes(name));
  if (isEditors) return [];
  return [...new Set(findings.map(nameOfFinding))].flatMap((name) => {
    const silencing = silenceInConfiguration(files, name);
    if (!silencing) return [];
    const { path, edits } = silencing;
    const fix: TargetFix = {
      id: "suppress-in-configuration",
      safety: "manual",
      details: { name, path: nameOf(path) },
      edits: edits.map((edit) => ({ file: path, ...edit })),
    };
    const codes = new Set<unknown>(
      findings.filter((finding) => nameOfFinding(finding) === name).map(({ code }) => code),
    );
    const about = diagnostics.filter(({ code }) => codes.has(code));
    const { versionedEdits, encoding } = session.support;
    const open = session.openFiles.at(path);
    const text = files.find((file) => file.path === path)!.text;
    const target = {
      uri: open?.uri ?? path,
      lines: LineIndex.of(text, encoding),
      version: open?.version ?? null,
    };
    return [toTargetAction(fix, about, { fileAt: () => target, versionedEdits })];
  });
}

/** The files that may configure a document's checks, the nearest first. */
async function configurationsAround(
  uri: string,
  session: Session,
): Promise<{ path: string; text: string }[]> {
  const boundary = folderOf(uri, session.folderUris);
  const file = fileOf(uri);
  const found: { path: string; text: string }[] = [];
  let folder = file === undefined ? boundary : parentOf(file);
  while (folder !== undefined && (boundary === undefined || liesIn(folder, boundary))) {
    for (const name of ["sincewhen.toml", "pyproject.toml"]) {
      const path = joinPath(folder, name);
      // What cannot be read cannot be edited.
      const text =
        session.openFiles.at(path)?.text ?? (await session.files.read(path).catch(() => undefined));
      if (text === undefined) continue;
      found.push({ path, text });
      // Where both are there the other one is not looked at.
      break;
    }
    folder = parentOf(folder);
  }
  return found;
}

/** The name that reports give, which is what lists of silenced symbols hold. */
function nameOfFinding({ about, entryId }: Finding): string {
  return about ?? entryId;
}
