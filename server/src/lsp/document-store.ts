import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  TextDocumentItem,
} from "vscode-languageserver";
import type { PositionEncoding } from "../features/line-index";
import type { HostMemory } from "./host";
import { LiveDocuments } from "./live-documents";
import { NotebookProgram } from "./notebook-program";
import { OpenDocument } from "./open-document";

/** The documents that the client holds open, by uri. Owns their syntax trees and frees them on close. */
export class DocumentStore {
  private readonly documents = new Map<string, OpenDocument>();
  /** Open notebooks, by their own uris and by those of their cells. */
  private readonly notebooks = new Map<string, NotebookProgram>();
  private readonly programs = new Map<string, NotebookProgram>();
  private readonly live: LiveDocuments;

  /** `memory` hears of every document that is worked on, or that rests since others were later. */
  constructor(
    private readonly encoding: PositionEncoding,
    memory?: HostMemory,
  ) {
    this.live = new LiveDocuments(memory);
  }

  /**
   * Takes a document in; one that was open already is replaced. False: it is not Python, though the client sent it, and
   * stays outside.
   */
  open({ textDocument }: DidOpenTextDocumentParams): boolean {
    if (!isPython(textDocument)) return false;
    this.documents.get(textDocument.uri)?.dispose();
    this.documents.set(textDocument.uri, new OpenDocument(textDocument, this.encoding, this.live));
    return true;
  }

  /** Applies changes. False: the document is not open here. */
  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): boolean {
    const document = this.documents.get(textDocument.uri);
    document?.change(contentChanges, textDocument.version);
    this.programs.get(textDocument.uri)?.join();
    return document !== undefined;
  }

  /** Forgets a document. False: it was not open here. */
  close({ textDocument }: DidCloseTextDocumentParams): boolean {
    this.documents.get(textDocument.uri)?.dispose();
    return this.documents.delete(textDocument.uri);
  }

  get(uri: string): OpenDocument | undefined {
    return this.documents.get(uri);
  }

  /** Takes a notebook in, or the new order of its cells. Every cell must be open. */
  arrangeNotebook(uri: string, cells: readonly string[]): void {
    let notebook = this.notebooks.get(uri);
    if (!notebook) this.notebooks.set(uri, (notebook = new NotebookProgram(uri, this.encoding)));
    for (const cell of this.cellsOf(uri)) this.programs.delete(cell);
    for (const cell of cells) this.programs.set(cell, notebook);
    notebook.join(cells.flatMap((cell) => this.documents.get(cell) ?? []));
  }

  /** Gives the uris of a notebook's cells in their order; empty for one that is not open. */
  cellsOf(uri: string): readonly string[] {
    return this.notebooks.get(uri)?.places.map((place) => place.uri) ?? [];
  }

  /** Forgets a notebook. Its cells are closed one by one. */
  closeNotebook(uri: string): void {
    for (const cell of this.cellsOf(uri)) this.programs.delete(cell);
    this.notebooks.get(uri)?.document.dispose();
    this.notebooks.delete(uri);
  }

  /** Gives the notebook that a cell belongs to; `undefined` for a document of its own. */
  notebookOf(cell: string): NotebookProgram | undefined {
    return this.programs.get(cell);
  }

  /** Every open uri, in the order of opening. */
  uris(): string[] {
    return [...this.documents.keys()];
  }

  /** Frees every tree. */
  dispose(): void {
    for (const document of this.documents.values()) document.dispose();
    for (const { document } of this.notebooks.values()) document.dispose();
    this.documents.clear();
    this.notebooks.clear();
    this.programs.clear();
  }
}

/** Editors attach servers to more than they should, and give Python's files language ids of their own. */
function isPython({ languageId, uri }: TextDocumentItem): boolean {
  return languageId.toLowerCase().startsWith("python") || /\.py[iw]?(?:$|[?#])/.test(uri);
}
