import type { InstalledPackage } from "./catalogue/backports";
import type { Catalogue } from "./catalogue/catalogue";
import type { IndexText } from "./catalogue/index-text";
import type { FloorFacts } from "./floor/facts";
import type {
  BackportStyle,
  DocumentAnalysis,
  Finding,
  Fix,
  FixRefusal,
  OffsetRange,
  ProjectTarget,
  TextReplacement,
} from "./findings";

/** What the engine is made from: bytes and text that the host has read, since the engine reads nothing itself. */
export interface EngineParts {
  /** `web-tree-sitter.wasm`. */
  readonly runtimeWasm: Uint8Array;
  /** `tree-sitter-python.wasm`. */
  readonly grammarWasm: Uint8Array;
  /** `catalogue.index` as `data/build` writes it: a string, or what reads its parts when they are asked for. */
  readonly catalogueIndex: IndexText;
}

/** A Python file, by its uri. */
export interface ModuleFile {
  readonly uri: string;
  readonly text: string;
}

/** What an import leads to: a file, or, without any text, a folder that is a package all the same. */
export interface FoundModule extends ModuleFile {
  /** The stub beside the file: it is asked for what the file itself does not tell. */
  readonly stub?: ModuleFile;
}

/** What an import asks for: `from ..a import b` asks from its file for `a`, two levels up. */
export interface ModuleRequest {
  /** The file that imports. */
  readonly from: string;
  /** The number of dots before the name; 0: an absolute import. */
  readonly level: number;
  /** Dotted; empty for `from . import`. */
  readonly name: string;
  /** The standard library has this module, too: only what Python finds before that counts. */
  readonly isLibrary: boolean;
}

/**
 * Finds modules among the files that belong to the project. It answers at once, from what the host has at hand; what it
 * finds is parsed, never run. Answers must not change during an analysis.
 */
export interface ModuleSource {
  /** `undefined`: the project has no such module, or it is not at hand. */
  find(request: ModuleRequest): FoundModule | undefined;
  /**
   * Another value whenever an answer may have become another, for whoever keeps results that rest on answers. Equal
   * values promise equal answers.
   */
  readonly version: number;
}

/** What an analysis depends on besides the text. */
export interface AnalysisRequest {
  readonly uri: string;
  /** Version of the document as the client counts it. */
  readonly version: number;
  readonly target: ProjectTarget | undefined;
  /** Codes and symbols that the configuration silences. */
  readonly ignore?: readonly string[];
  /** Where the names come from that the document imports; absent: every other file is unknown. */
  readonly modules?: ModuleSource;
  /** Packages that the project depends on, or says that it may import. */
  readonly packages?: readonly InstalledPackage[];
  /** How fixes shall import from packages. Absent: under a test of the version. */
  readonly backportStyle?: BackportStyle;
}

/** A text with its syntax tree, which is made when somebody first needs it. */
export interface ParsedDocument {
  readonly text: string;
  /** Takes the text after an edit and re-parses what changed. `edits` are in the order in which they were made. */
  update(text: string, edits: readonly TextEdit[]): void;
  /**
   * Gives back most of the memory, since nobody works on the text. What is asked afterwards is answered as before, at once
   * where it only takes another target to judge by; the next edit has the text parsed anew.
   */
  rest(): void;
  /** Forgets everything but the text. Whoever asks afterwards has it parsed anew. */
  dispose(): void;
}

/** One change to a text: what stood at `start` to `end` (UTF-16 offsets of the text before this edit) became `newText`. */
export type TextEdit = TextReplacement;

/** The one way into the engine. Throws nothing for any text. */
export interface Engine {
  readonly catalogue: Catalogue;
  /**
   * Parses a text. With `uri`, the tree is shared with imports of that file, which spares parsing it twice: for files
   * that are not edited.
   */
  parse(text: string, uri?: string): ParsedDocument;
  analyse(document: ParsedDocument, request: AnalysisRequest): DocumentAnalysis;
  /**
   * Does most of the work of an analysis, a step at a time, so that `analyse` with the same request is quick afterwards.
   * Anything else may be asked of the engine between two steps; they are of no use once the document or the modules change.
   */
  prepare(document: ParsedDocument, request: AnalysisRequest): Generator<void, void>;
  /** Tells what speaks for and against each lower end of the target: cheap beside the analysis of the same text. */
  floorFacts(document: ParsedDocument, request: AnalysisRequest): FloorFacts;
  /** Computes the fixes of one finding, the safest first; empty when none can be shown to be right. */
  fixesFor(document: ParsedDocument, analysis: DocumentAnalysis, finding: Finding): readonly Fix[];
  /**
   * The edits that drop from a document the imports that it has no use for any more, though it had before something was
   * edited. Nothing is dropped from a package's own module, whose imports are there for others.
   */
  importsLeftOver(path: string, before: ParsedDocument, after: ParsedDocument): readonly TextReplacement[];
  /** Tells which rewrites a finding's code has the form of, but must not have, and why. */
  refusalsFor(document: ParsedDocument, analysis: DocumentAnalysis, finding: Finding): readonly FixRefusal[];
  /**
   * Finds what could be written in a better way at a stretch of code though no finding tells of it, since it is a matter of
   * taste: for who asks. The findings are good for `fixesFor` with this analysis.
   */
  requestsAt(document: ParsedDocument, analysis: DocumentAnalysis, range: OffsetRange): readonly Finding[];
}
