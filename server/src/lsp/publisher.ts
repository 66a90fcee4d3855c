import type { Connection, Diagnostic } from "vscode-languageserver";
import { toDiagnostics } from "../features/diagnostics";
import type { Analysed } from "./analyses";
import type { ClientSupport } from "./client-support";

/** Gives the diagnostics of an analysed document; none where the configuration leaves the file out. */
export function diagnosticsOf(
  { analysis, lines, context, engine }: Omit<Analysed, "document" | "modulesVersion">,
  support: ClientSupport,
): Diagnostic[] {
  if (context.excluded) return [];
  const { relatedInformation, deprecatedTag, codeDescription } = support;
  return toDiagnostics(analysis, {
    catalogue: engine.catalogue,
    lines,
    originUri: context.originUri,
    relatedInformation,
    deprecatedTag,
    codeDescription,
  });
}

/** Pushes diagnostics to a client that does not pull them. */
export class Publisher {
  constructor(
    private readonly connection: Connection,
    private readonly support: ClientSupport,
  ) {}

  /** Publishes an analysis of the present text, with its version. */
  publish(analysed: Analysed): void {
    if (this.support.pullsDiagnostics) return;
    const { uri, version } = analysed.analysis;
    this.send({ uri, version, diagnostics: diagnosticsOf(analysed, this.support) });
  }

  /** Takes back whatever was published of a document that was closed. */
  clear(uri: string): void {
    if (!this.support.pullsDiagnostics) this.send({ uri, diagnostics: [] });
  }

  private send(params: { uri: string; version?: number; diagnostics: Diagnostic[] }): void {
    this.connection.sendDiagnostics(params).catch(() => {
      // The connection is gone, and with it whoever could see the diagnostics.
    });
  }
}
