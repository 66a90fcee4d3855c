import type { Catalogue } from "./catalogue/catalogue";
import type { FloorFacts } from "./floor/facts";
import type { DocumentAnalysis, Finding, Fix, ProjectTarget, TextReplacement } from "./findings";

/** What the engine is made from: bytes and text that the host has read, since the engine reads nothing itself. */
export interface EngineParts {
  /** `web-tree-sitter.wasm`. */
  readonly runtimeWasm: Uint8Array;
  /** `tree-sitter-python.wasm`. */
  readonly grammarWasm: Uint8Array;
  /** `catalogue.index` as `data/build` writes it. */
  readonly catalogueIndex: string;
}

/** What an analysis depends on besides the text. */
export interface AnalysisRequest {
  readonly uri: string;
  /** Version of the document as the client counts it. */
  readonly version: number;
  readonly target: ProjectTarget | undefined;
  /** Codes and symbols that the configuration silences. */
  readonly ignore?: readonly string[];
}

/** A text with its syntax tree, which is made when somebody first needs it. */
export interface ParsedDocument {
  readonly text: string;
  /** Takes the text after an edit and re-parses what changed. `edits` are in the order in which they were made. */
  update(text: string, edits: readonly TextEdit[]): void;
  /** Forgets everything but the text. Whoever asks afterwards has it parsed anew. */
  dispose(): void;
}

/** One change to a text: what stood at `start` to `end` (UTF-16 offsets of the text before this edit) became `newText`. */
export type TextEdit = TextReplacement;

/** The one way into the engine. Throws nothing for any text. */
export interface Engine {
  readonly catalogue: Catalogue;
  parse(text: string): ParsedDocument;
  analyse(document: ParsedDocument, request: AnalysisRequest): DocumentAnalysis;
  /** Tells what speaks for and against each lower end of the target: cheap beside the analysis of the same text. */
  floorFacts(document: ParsedDocument, request: AnalysisRequest): FloorFacts;
  /** Computes the fixes of one finding, the safest first; empty when none can be shown to be right. */
  fixesFor(document: ParsedDocument, analysis: DocumentAnalysis, finding: Finding): readonly Fix[];
}
