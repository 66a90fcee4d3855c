import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  TextDocumentItem,
} from "vscode-languageserver";
import type { PositionEncoding } from "../features/line-index";
import { OpenDocument } from "./open-document";

/** The documents that the client holds open, by uri. Owns their syntax trees and frees them on close. */
export class DocumentStore {
  private readonly documents = new Map<string, OpenDocument>();

  constructor(private readonly encoding: PositionEncoding) {}

  /**
   * Takes a document in; one that was open already is replaced. False: it is not Python, though the client sent it, and
   * stays outside.
   */
  open({ textDocument }: DidOpenTextDocumentParams): boolean {
    if (!isPython(textDocument)) return false;
    this.documents.get(textDocument.uri)?.dispose();
    this.documents.set(textDocument.uri, new OpenDocument(textDocument, this.encoding));
    return true;
  }

  /** Applies changes. False: the document is not open here. */
  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): boolean {
    const document = this.documents.get(textDocument.uri);
    document?.change(contentChanges, textDocument.version);
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

  /** Every open uri, in the order of opening. */
  uris(): string[] {
    return [...this.documents.keys()];
  }

  /** Frees every tree. */
  dispose(): void {
    for (const document of this.documents.values()) document.dispose();
    this.documents.clear();
  }
}

/** Editors attach servers to more than they should, and give Python's files language ids of their own. */
function isPython({ languageId, uri }: TextDocumentItem): boolean {
  return languageId.toLowerCase().startsWith("python") || /\.py[iw]?(?:$|[?#])/.test(uri);
}
