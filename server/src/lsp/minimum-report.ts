import { RequestType, type CancellationToken, type Connection } from "vscode-languageserver";
import type { Engine } from "../engine/analysis";
import { requirementsOf } from "../engine/floor/requirements";
import { LineIndex } from "../features/line-index";
import { minimumMarkdown, minimumReportJson, type FileMinimum } from "../messages";
import { nameOf, relativePath } from "../project";
import { MINIMUM_REPORT, type MinimumReportParams, type MinimumReportResult } from "../protocol";
import { analyseFully } from "./closed-files";
import { pageLink } from "./page-links";
import { requestProgress, type RequestProgress } from "./request-progress";
import { safely } from "./safely";
import type { Session } from "./session";
import { fileOf } from "./uris";
import { Slices } from "./slices";

/** Registers the request for what the code of the whole workspace needs. */
export function answerMinimumReport(connection: Connection, session: Session): void {
  const report = safely({
    name: MINIMUM_REPORT,
    log: session.log,
    empty: (): MinimumReportResult => null,
    async handle(
      _params: MinimumReportParams,
      token: CancellationToken,
      progress: RequestProgress,
    ): Promise<MinimumReportResult> {
      const engine = await session.engine;
      const files = engine && (await collectMinima(engine, session, { token, progress }));
      return files ? { markdown: minimumMarkdown(files), json: minimumReportJson(files) } : null;
    },
  });
  connection.onRequest(
    new RequestType<MinimumReportParams, MinimumReportResult, void>(MINIMUM_REPORT),
    (params, token) => report(params, token, requestProgress(params.workDoneToken, connection, session.log)),
  );
}

/** `undefined`: whoever asked wants it no more. */
async function collectMinima(
  engine: Engine,
  session: Session,
  { token, progress }: { token: CancellationToken; progress: RequestProgress },
): Promise<FileMinimum[] | undefined> {
  const listed = await listFiles(session);
  const files: FileMinimum[] = [];
  const slices = new Slices();
  for (const [index, { uri, path }] of listed.entries()) {
    if (slices.isOver) {
      progress.report(index, listed.length);
      await slices.pause();
    }
    if (token.isCancellationRequested || session.isDisposed) return undefined;
    const file = await minimumOf(uri, path, { engine, session });
    if (file) files.push(file);
  }
  return files;
}

async function listFiles(session: Session): Promise<{ uri: string; path: string }[]> {
  const folders = session.folderUris;
  const listed = await Promise.all(
    folders.map(async (folder) => {
      const before = folders.length > 1 ? `${decodeURIComponent(nameOf(folder))}/` : "";
      const uris = await session.files.findPython(folder);
      return [...uris].map((uri) => ({ uri, path: before + relativePath(uri, folder) }));
    }),
  );
  return listed.flat().sort((left, right) => (left.path < right.path ? -1 : 1));
}

/** `undefined` for a file that is excluded or cannot be read. */
async function minimumOf(
  uri: string,
  path: string,
  { engine, session }: { engine: Engine; session: Session },
): Promise<FileMinimum | undefined> {
  const open = session.openFiles.at(uri);
  const context = await session.contextOf(open?.uri ?? uri);
  const text = open?.text ?? (await session.files.read(uri).catch(() => undefined));
  if (context.excluded || text === undefined) return undefined;
  const document = engine.parse(text, fileOf(uri));
  try {
    const analysis = await analyseFully({ engine, document, uri, context }, session.modules);
    const { minimum, maximum, needs } = requirementsOf(analysis.usages, engine.catalogue);
    const lines = LineIndex.of(text, "utf-16");
    const reasons = needs
      .filter((need) => need.minimum > 0)
      .sort((left, right) => right.minimum - left.minimum || left.start - right.start)
      .map((need) => {
        const { line, character } = lines.positionAt(need.start);
        return {
          symbol: need.entry.id,
          kind: need.entry.kind,
          minimum: need.minimum,
          line: line + 1,
          column: codePoints(lines, need.start, character),
        };
      });
    const linkTo = (line?: number): string => pageLink(uri, session.folderUris, line);
    return { path, linkTo, minimum, maximum, reasons };
  } finally {
    document.dispose();
  }
}

/** Reports count columns in code points, from 1. */
function codePoints(lines: LineIndex, offset: number, character: number): number {
  return [...lines.text.slice(offset - character, offset)].length + 1;
}
