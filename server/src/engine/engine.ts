import type { AnalysisRequest, Engine, EngineParts, ParsedDocument, TextEdit } from "./analysis";
import { collectScopes, type ScopeTable } from "./binding/scopes";
import type { Catalogue } from "./catalogue/catalogue";
import { loadCatalogue } from "./catalogue/load";
import { walkDocument } from "./evaluation/walk";
import type { DocumentAnalysis, Finding, Fix } from "./findings";
import { computeFixes, fixIdsFor } from "./fixes/fixes";
import { judge } from "./rules/judge";
import { listParseErrors, LiveSyntax, PythonParser } from "./syntax/parser";
import type { SyntaxTree } from "./syntax/syntax-tree";

/** Builds the engine from its parts. Rejects when a part is not what it should be; the engine itself throws nothing. */
export async function createEngine(parts: EngineParts): Promise<Engine> {
  const parser = await PythonParser.load(parts.runtimeWasm, parts.grammarWasm);
  return new PythonEngine(parser, loadCatalogue(parts.catalogueIndex));
}

class PythonEngine implements Engine {
  constructor(
    private readonly parser: PythonParser,
    readonly catalogue: Catalogue,
  ) {}

  parse(text: string): ParsedDocument {
    return new PythonDocument(this.parser, text);
  }

  analyse(document: ParsedDocument, request: AnalysisRequest): DocumentAnalysis {
    const { catalogue } = this;
    const { tree, scopes } = ownDocument(document);
    const { usages, tests } = walkDocument(tree, scopes, catalogue);
    const target = request.target?.range;
    const judgements = target
      ? judge({ tree, scopes, catalogue, usages, tests, target }, request.ignore ?? [])
      : [];
    return Object.freeze({
      uri: request.uri,
      version: request.version,
      target: request.target,
      usages: Object.freeze(usages),
      findings: Object.freeze(
        judgements.map((judgement) => ({ ...judgement, fixIds: fixIdsFor(judgement) })),
      ),
      parseErrors: Object.freeze(listParseErrors(tree)),
    });
  }

  fixesFor(document: ParsedDocument, analysis: DocumentAnalysis, finding: Finding): readonly Fix[] {
    const { tree, scopes } = ownDocument(document);
    return computeFixes({ tree, scopes, catalogue: this.catalogue, analysis, finding });
  }
}

class PythonDocument implements ParsedDocument {
  private readonly live: LiveSyntax;
  private known: ScopeTable | undefined;

  constructor(parser: PythonParser, text: string) {
    this.live = new LiveSyntax(parser, text);
  }

  get text(): string {
    return this.live.text;
  }

  get tree(): SyntaxTree {
    return this.live.syntax;
  }

  get scopes(): ScopeTable {
    return (this.known ??= collectScopes(this.tree));
  }

  update(text: string, edits: readonly TextEdit[]): void {
    this.live.update(text, edits);
    this.known = undefined;
  }

  dispose(): void {
    this.live.dispose();
  }
}

/** Documents come from `parse` only; anything else is a mistake in the program. */
function ownDocument(document: ParsedDocument): PythonDocument {
  if (!(document instanceof PythonDocument))
    throw new TypeError("the document was not parsed by this engine");
  return document;
}
