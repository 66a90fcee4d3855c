import type { AnalysisRequest, Engine, EngineParts, ParsedDocument, TextEdit } from "./analysis";
import { collectScopes, type ScopeTable } from "./binding/scopes";
import type { Catalogue } from "./catalogue/catalogue";
import { loadCatalogue } from "./catalogue/load";
import { type Walk, walkDocument } from "./evaluation/walk";
import type { DocumentAnalysis, Finding, Fix, ProjectTarget } from "./findings";
import { computeFixes, fixIdsFor } from "./fixes/fixes";
import { collectFloorFacts, type FloorFacts } from "./floor/facts";
import { RewriteBook } from "./rewrites/book";
import type { Subject } from "./rewrites/predicate";
import { References } from "./rewrites/references";
import { REWRITES } from "./rewrites/table";
import { judge } from "./rules/judge";
import { LiveSyntax } from "./syntax/live-syntax";
import { listParseErrors, PythonParser } from "./syntax/parser";
import type { SyntaxTree } from "./syntax/syntax-tree";
import { ALL_MINORS } from "./version";

/** Builds the engine from its parts. Rejects when a part is not what it should be; the engine itself throws nothing. */
export async function createEngine(parts: EngineParts): Promise<Engine> {
  const parser = await PythonParser.load(parts.runtimeWasm, parts.grammarWasm);
  return new PythonEngine(parser, loadCatalogue(parts.catalogueIndex));
}

class PythonEngine implements Engine {
  private readonly book: RewriteBook;

  constructor(
    private readonly parser: PythonParser,
    readonly catalogue: Catalogue,
  ) {
    this.book = new RewriteBook(REWRITES, (text) => parser.parseOnce(text), catalogue);
  }

  parse(text: string): ParsedDocument {
    return new PythonDocument(this.parser, text);
  }

  analyse(document: ParsedDocument, request: AnalysisRequest): DocumentAnalysis {
    const { catalogue, book } = this;
    const own = ownDocument(document);
    const { tree, scopes } = own;
    const { usages, tests } = own.walk(catalogue);
    const target = request.target?.range;
    const subject = subjectOf(own, catalogue, target?.minors);
    const judgements = target
      ? judge({ tree, scopes, catalogue, usages, tests, target, book, subject }, request.ignore ?? [])
      : [];
    return Object.freeze({
      uri: request.uri,
      version: request.version,
      target: request.target,
      usages: Object.freeze(usages),
      findings: Object.freeze(
        judgements.map((judgement) => ({ ...judgement, fixIds: fixIdsFor(judgement, book) })),
      ),
      parseErrors: Object.freeze(listParseErrors(tree)),
    });
  }

  floorFacts(document: ParsedDocument, request: AnalysisRequest): FloorFacts {
    const { tree } = ownDocument(document);
    const analyse = (target: ProjectTarget): DocumentAnalysis =>
      this.analyse(document, { ...request, target });
    return collectFloorFacts({ tree, catalogue: this.catalogue, target: request.target, analyse });
  }

  fixesFor(document: ParsedDocument, analysis: DocumentAnalysis, finding: Finding): readonly Fix[] {
    const { catalogue, book } = this;
    const own = ownDocument(document);
    const { tree, scopes } = own;
    const subject = subjectOf(own, catalogue, analysis.target?.range.minors);
    return computeFixes({ tree, scopes, catalogue, analysis, finding, book, subject });
  }
}

class PythonDocument implements ParsedDocument {
  private live: LiveSyntax | undefined;
  private known: ScopeTable | undefined;
  private walked: Walk | undefined;

  constructor(
    private readonly parser: PythonParser,
    private current: string,
  ) {}

  get text(): string {
    return this.current;
  }

  get tree(): SyntaxTree {
    return (this.live ??= new LiveSyntax(this.parser, this.current)).syntax;
  }

  get scopes(): ScopeTable {
    return (this.known ??= collectScopes(this.tree));
  }

  /** The walk over the present text, kept until it changes: whoever asks for fixes needs its values. */
  walk(catalogue: Catalogue): Walk {
    return (this.walked ??= walkDocument(this.tree, this.scopes, catalogue));
  }

  update(text: string, edits: readonly TextEdit[]): void {
    this.live?.update(text, edits);
    this.current = text;
    this.known = undefined;
    this.walked = undefined;
  }

  dispose(): void {
    this.live = undefined;
    this.known = undefined;
    this.walked = undefined;
  }
}

/** A document as rewrites see it. */
function subjectOf(document: PythonDocument, catalogue: Catalogue, minors = ALL_MINORS): Subject {
  const { tree, scopes } = document;
  const { usages, valueAt } = document.walk(catalogue);
  return { tree, scopes, catalogue, references: new References(tree, usages), valueAt, minors };
}

/** Documents come from `parse` only; anything else is a mistake in the program. */
function ownDocument(document: ParsedDocument): PythonDocument {
  if (!(document instanceof PythonDocument))
    throw new TypeError("the document was not parsed by this engine");
  return document;
}
