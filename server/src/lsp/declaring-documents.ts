import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from "vscode-languageserver";
import type { PositionEncoding } from "../features/line-index";
import { isDeclaringFile } from "../project";
import { OpenDocument } from "./open-document";
import { fileOf } from "./uris";

/** The open documents that are no Python and can declare which Pythons a project runs on, by uri. */
export class DeclaringDocuments {
  private readonly documents = new Map<string, OpenDocument>();

  constructor(private readonly encoding: PositionEncoding) {}

  /** Takes a document in. False: its name declares nothing, and it stays outside. */
  open({ textDocument }: DidOpenTextDocumentParams): boolean {
    if (!isDeclaringFile(fileOf(textDocument.uri) ?? "")) return false;
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
    return this.documents.delete(textDocument.uri);
  }

  get(uri: string): OpenDocument | undefined {
    return this.documents.get(uri);
  }

  /** Every open uri, in the order of opening. */
  uris(): string[] {
    return [...this.documents.keys()];
  }
}
