import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from "vscode-languageserver";
import type { PositionEncoding } from "../features/line-index";
import { OpenDocument } from "./open-document";

/** The documents that the client holds open, by uri. Owns their syntax trees and frees them on close. */
export class DocumentStore {
  private readonly documents = new Map<string, OpenDocument>();

  constructor(private readonly encoding: PositionEncoding) {}

  /** Takes a document in; one that was open already is replaced. */
  open({ textDocument }: DidOpenTextDocumentParams): void {
    this.documents.get(textDocument.uri)?.dispose();
    this.documents.set(textDocument.uri, new OpenDocument(textDocument, this.encoding));
  }

  /** Applies changes. False: the document is not open, which only a confused client does. */
  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): boolean {
    const document = this.documents.get(textDocument.uri);
    document?.change(contentChanges, textDocument.version);
    return document !== undefined;
  }

  /** Forgets a document; one that is not open is none of its business. */
  close({ textDocument }: DidCloseTextDocumentParams): void {
    this.documents.get(textDocument.uri)?.dispose();
    this.documents.delete(textDocument.uri);
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
