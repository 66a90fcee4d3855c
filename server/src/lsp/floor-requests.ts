import { RequestType, type Connection, type WorkspaceEdit } from "vscode-languageserver";
import type { FloorPlace } from "../engine/floor/report";
import { reportFloor } from "../engine/floor/report";
import { LineIndex } from "../features/line-index";
import { toFilesEdit } from "../features/target-diagnostics";
import { floorMarkdown } from "../messages";
import { declareTarget, joinPath, openProject, parentOf, relativePath, rewriteDeclared } from "../project";
import {
  DECLARE_TARGET,
  EXPLORE_FLOOR,
  type DeclareTargetParams,
  type DeclareTargetResult,
  type DocumentParams,
  type ExploreFloorResult,
} from "../protocol";
import { folderOf } from "./find-context";
import { pageLink } from "./page-links";
import { safely } from "./safely";
import type { Session } from "./session";
import { encodePath, fileOf } from "./uris";
import { Slices } from "./slices";

/** Registers the requests about the lower end of targets. */
export function answerFloor(connection: Connection, session: Session): void {
  connection.onRequest(
    new RequestType<DocumentParams, ExploreFloorResult, void>(EXPLORE_FLOOR),
    safely({
      name: EXPLORE_FLOOR,
      log: session.log,
      empty: () => ({ markdown: null }),
      handle: (params: DocumentParams) => exploreFloor(params, session),
    }),
  );
  connection.onRequest(
    new RequestType<DeclareTargetParams, DeclareTargetResult, void>(DECLARE_TARGET),
    safely({
      name: DECLARE_TARGET,
      log: session.log,
      empty: () => ({ edit: null, uri: null }),
      handle: (params: DeclareTargetParams) => declare(params, session),
    }),
  );
}

/** Looks through every file below the workspace folder of a document that has the same target. */
async function exploreFloor({ uri }: DocumentParams, session: Session): Promise<ExploreFloorResult> {
  const engine = await session.engine;
  const file = fileOf(uri) ?? uri;
  const folder = folderOf(uri, session.folderUris) ?? parentOf(file);
  if (!engine || folder === undefined) return { markdown: null };
  const { target, originUri } = await session.contextOf(uri);
  const places: FloorPlace[] = [];
  let files = 0;
  const slices = new Slices();
  for (const each of await session.files.findPython(folder)) {
    if (slices.isOver) await slices.pause();
    if (session.isDisposed) return { markdown: null };
    const context = await session.contextOf(each);
    const isSame = context.originUri === originUri && context.target?.origin.key === target?.origin.key;
    const text =
      isSame && !context.excluded ? await session.files.read(each).catch(() => undefined) : undefined;
    if (text === undefined) continue;
    files++;
    places.push(...placesIn(each, text));
  }
  const report = reportFloor(places, { declared: target?.range.minimum, files });
  const { catalogue } = engine;
  const linkTo = ({ path, line }: FloorPlace): string =>
    pageLink(joinPath(folder, encodePath(path)), session.folderUris, line);
  return { markdown: floorMarkdown(report, { catalogue, linkTo }) };

  function placesIn(each: string, text: string): FloorPlace[] {
    const document = engine!.parse(text, fileOf(each));
    try {
      const { modules } = session;
      const facts = engine!.floorFacts(document, { uri: each, version: 0, target, modules });
      const lines = LineIndex.of(text, session.support.encoding);
      const path = relativePath(each, folder!);
      const lineOf = (start: number): number => lines.lineAt(start) + 1;
      return [
        ...facts.needs.map(({ entryId, minimum, start }) => {
          return { kind: "need" as const, symbol: entryId, minor: minimum, path, line: lineOf(start) };
        }),
        ...facts.gains.map(({ kind, entryId, from, start }) => {
          return { kind, symbol: entryId, minor: from, path, line: lineOf(start) };
        }),
      ];
    } finally {
      document.dispose();
    }
  }
}

/**
 * Writes a target where the project of a document declares it, or would; the client makes the file if it is new.
 */
export async function declare(
  { uri, range }: DeclareTargetParams,
  session: Session,
): Promise<DeclareTargetResult & { readonly edit: WorkspaceEdit | null }> {
  const folder = folderOf(uri, session.folderUris) ?? parentOf(fileOf(uri) ?? uri);
  if (folder === undefined) return { edit: null, uri: null };
  const files = await session.declaringFiles(folder);
  const { promise } = openProject(files);
  const { path, isNew, edits } =
    (promise && rewriteDeclared(promise, range)) ?? declareTarget(files, { folder, range });
  const text = files.find((file) => file.path === path)?.text ?? "";
  const open = session.openFiles.at(path);
  const lines = LineIndex.of(text, session.support.encoding);
  const target = { uri: open?.uri ?? path, lines, version: open?.version ?? null };
  const { documentChanges = [] } = toFilesEdit(
    edits.map((edit) => ({ file: path, ...edit })),
    { fileAt: () => target, versionedEdits: true },
  );
  const creation = isNew ? [{ kind: "create" as const, uri: path, options: { ignoreIfExists: true } }] : [];
  return { edit: { documentChanges: [...creation, ...documentChanges] }, uri: target.uri };
}
