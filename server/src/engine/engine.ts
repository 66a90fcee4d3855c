import type { AnalysisRequest, Engine, EngineParts, ModuleSource, ParsedDocument } from "./analysis";
import { KeptModules } from "./binding/kept-modules";
import { isPython2 } from "./binding/python-2";
import type { Catalogue } from "./catalogue/catalogue";
import { loadCatalogue } from "./catalogue/load";
import type { Surroundings } from "./evaluation/context";
import { type HelperRead, narrowedToCallers } from "./evaluation/helper-reads";
import { providedFor, withoutRunning } from "./evaluation/installed";
import { narrowedToImporters } from "./evaluation/loaded-on";
import { ModuleTable } from "./evaluation/module-table";
import { withoutDisabledTests } from "./evaluation/test-marks";
import type {
  DocumentAnalysis,
  Finding,
  Fix,
  FixRefusal,
  OffsetRange,
  ProjectTarget,
  TextReplacement,
  Usage,
} from "./findings";
import type { FixInput } from "./fixes/fixer";
import { computeFixes, fixIdsFor } from "./fixes/fixes";
import { mayImport } from "./fixes/imports/circles";
import { importsLeftOver } from "./fixes/imports/left-over";
import { requestsAt } from "./fixes/requested/requests";
import { rewriteRefusals } from "./fixes/rewriting/refusals";
import { collectFloorFacts, type FloorFacts } from "./floor/facts";
import { PythonDocument } from "./python-document";
import { RewriteBook } from "./rewrites/book";
import type { Subject } from "./rewrites/predicate";
import { References } from "./rewrites/references";
import { REWRITES } from "./rewrites/table";
import { judge } from "./rules/judge";
import { listParseErrors, PythonParser } from "./syntax/parser";
import { ALL_MINORS } from "./version";

/** Builds the engine from its parts. Rejects when a part is not what it should be; the engine itself throws nothing. */
export async function createEngine(parts: EngineParts): Promise<Engine> {
  const parser = await PythonParser.load(parts.runtimeWasm, parts.grammarWasm);
  return new PythonEngine(parser, loadCatalogue(parts.catalogueIndex));
}

class PythonEngine implements Engine {
  private readonly book: RewriteBook;
  private readonly kept: KeptModules;
  private table: ModuleTable | undefined;

  constructor(
    private readonly parser: PythonParser,
    readonly catalogue: Catalogue,
  ) {
    this.book = new RewriteBook(REWRITES, (text) => parser.parseOnce(text), catalogue);
    this.kept = new KeptModules((text) => parser.parseOnce(text));
  }

  parse(text: string, uri?: string): ParsedDocument {
    return new PythonDocument(
      this.parser,
      text,
      uri === undefined ? undefined : this.kept.get({ uri, text }),
    );
  }

  analyse(document: ParsedDocument, request: AnalysisRequest): DocumentAnalysis {
    const { catalogue, book } = this;
    const own = ownDocument(document);
    const { tree, scopes } = own;
    const around = this.surroundingsOf(request);
    const { usages: found, tests, helperReads } = own.walk(catalogue, around);
    const isOfPython2 = isPython2(tree, scopes);
    const usages =
      isOfPython2 || request.uri.endsWith(".pyi")
        ? withoutRunning(found)
        : providedFor(reachedUsages(own, around, found, helperReads), request.packages ?? [], {
            tree,
            catalogue,
          });
    const target = request.target?.range;
    const subject = subjectOf(own, catalogue, target?.minors);
    const judgements =
      target && !isOfPython2
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
      ...(request.packages?.length && { packages: request.packages }),
      ...(request.backportStyle && { backportStyle: request.backportStyle }),
    });
  }

  prepare(document: ParsedDocument, request: AnalysisRequest): Generator<void, void> {
    return ownDocument(document).prepare(this.catalogue, this.surroundingsOf(request));
  }

  floorFacts(document: ParsedDocument, request: AnalysisRequest): FloorFacts {
    const { tree } = ownDocument(document);
    const analyse = (target: ProjectTarget): DocumentAnalysis =>
      this.analyse(document, { ...request, target });
    return collectFloorFacts({ tree, catalogue: this.catalogue, target: request.target, analyse });
  }

  fixesFor(document: ParsedDocument, analysis: DocumentAnalysis, finding: Finding): readonly Fix[] {
    return computeFixes(this.fixInput(document, analysis, finding));
  }

  importsLeftOver(path: string, before: ParsedDocument, after: ParsedDocument): readonly TextReplacement[] {
    return importsLeftOver(path, ownDocument(before), ownDocument(after));
  }

  refusalsFor(document: ParsedDocument, analysis: DocumentAnalysis, finding: Finding): readonly FixRefusal[] {
    return rewriteRefusals(this.fixInput(document, analysis, finding));
  }

  requestsAt(document: ParsedDocument, analysis: DocumentAnalysis, range: OffsetRange): readonly Finding[] {
    return requestsAt(this.placeInput(document, analysis), range);
  }

  private fixInput(document: ParsedDocument, analysis: DocumentAnalysis, finding: Finding): FixInput {
    return { ...this.placeInput(document, analysis), finding };
  }

  private placeInput(document: ParsedDocument, analysis: DocumentAnalysis): Omit<FixInput, "finding"> {
    const { catalogue, book } = this;
    const own = ownDocument(document);
    const { tree, scopes } = own;
    const subject = subjectOf(own, catalogue, analysis.target?.range.minors);
    return { tree, scopes, catalogue, analysis, book, subject };
  }

  private surroundingsOf({ uri, modules }: AnalysisRequest): Surroundings {
    return { uri, modules: modules && this.tableFor(modules) };
  }

  /** The table of the last analysis goes on as long as it may. */
  private tableFor(source: ModuleSource): ModuleTable {
    if (!this.table?.fits(source)) this.table = new ModuleTable(source, this.kept, this.catalogue);
    this.table.begin();
    return this.table;
  }
}

/** Usages with what the whole document tells of where they are reached. */
function reachedUsages(
  { tree, scopes }: PythonDocument,
  { uri, modules }: Surroundings,
  found: readonly Usage[],
  helperReads: readonly HelperRead[],
): readonly Usage[] {
  const subject = { tree, scopes };
  const loaded = narrowedToImporters(found, uri, modules);
  return withoutDisabledTests(narrowedToCallers(loaded, helperReads, subject), subject);
}

/** A document as rewrites see it. */
function subjectOf(document: PythonDocument, catalogue: Catalogue, minors = ALL_MINORS): Subject {
  const { tree, scopes } = document;
  const { usages, valueAt } = document.walk(catalogue);
  return {
    tree,
    scopes,
    catalogue,
    references: new References(tree, scopes, usages),
    valueAt,
    minors,
    mayImport: (module) => mayImport(module, { tree, ...document.surroundings }, catalogue),
  };
}

/** Documents come from `parse` only; anything else is a mistake in the program. */
function ownDocument(document: ParsedDocument): PythonDocument {
  if (!(document instanceof PythonDocument))
    throw new TypeError("the document was not parsed by this engine");
  return document;
}
