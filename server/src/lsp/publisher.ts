import type { Connection, Diagnostic } from "vscode-languageserver";
import { toDiagnostics } from "../features/diagnostics";
import { locateInCells } from "../features/text-edits";
import type { Analysed } from "./analyses";
import type { ClientSupport } from "./client-support";

/** Gives the diagnostics of an analysed document; none where the configuration leaves the file out. */
export function diagnosticsOf(
  { analysis, lines, context, engine, notebook }: Omit<Analysed, "document" | "modulesVersion">,
  support: ClientSupport,
): Diagnostic[] {
  if (context.excluded) return [];
  const { relatedInformation, deprecatedTag, codeDescription } = support;
  return toDiagnostics(analysis, {
    catalogue: engine.catalogue,
    lines,
    originUri: context.originUri,
    locate: (range) =>
      notebook ? locateInCells(range, notebook) : { uri: analysis.uri, range: lines.toRange(range) },
    relatedInformation,
    deprecatedTag,
    codeDescription,
  });
}

/** What declares Pythons, as far as publishing takes it. */
export interface Declarations {
  /** Tells whether a document can declare any. */
  concerns(uri: string): boolean;
  diagnostics(uri: string): Promise<Diagnostic[]>;
  /** The version that the client has now; `undefined` for a document that is closed. */
  versionOf(uri: string): number | undefined;
  onError(uri: string, error: unknown): void;
}

interface Published {
  readonly uri: string;
  readonly version: number;
  readonly diagnostics: Diagnostic[];
}

/** Pushes diagnostics to a client that does not pull them. */
export class Publisher {
  constructor(
    private readonly connection: Connection,
    private readonly support: ClientSupport,
    private readonly declarations: Declarations,
  ) {}

  /** Publishes an analysis of the present text, with its version. */
  publish(analysed: Analysed): void {
    if (this.support.pullsDiagnostics) return;
    const { uri, version } = analysed.analysis;
    const diagnostics = diagnosticsOf(analysed, this.support);
    if (this.declarations.concerns(uri)) this.publishWithDeclarations({ uri, version, diagnostics });
    else this.send({ uri, version, diagnostics });
  }

  /** Publishes what there is to say of a document that declares Pythons and holds no code. */
  publishDeclaring(uri: string, version: number): void {
    if (!this.support.pullsDiagnostics) this.publishWithDeclarations({ uri, version, diagnostics: [] });
  }

  /** Takes back whatever was published of a document that was closed. */
  clear(uri: string): void {
    if (!this.support.pullsDiagnostics) this.send({ uri, diagnostics: [] });
  }

  /** The declarations of a project take a while to gather; what is outdated by then is not sent. */
  private publishWithDeclarations(params: Published): void {
    const { uri, version, diagnostics } = params;
    this.declarations
      .diagnostics(uri)
      .then((more) => {
        if (this.declarations.versionOf(uri) !== version) return;
        this.send({ uri, version, diagnostics: [...diagnostics, ...more] });
      })
      .catch((error: unknown) => this.declarations.onError(uri, error));
  }

  private send(params: { uri: string; version?: number; diagnostics: Diagnostic[] }): void {
    this.connection.sendDiagnostics(params).catch(() => {
      // The connection is gone, and with it whoever could see the diagnostics.
    });
  }
}
