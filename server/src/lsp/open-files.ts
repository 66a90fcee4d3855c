import type { DeclaringDocuments } from "./declaring-documents";
import type { DocumentStore } from "./document-store";
import type { OpenDocument } from "./open-document";
import { fileOf } from "./uris";

/** Finds what the client holds open by the file that it is, however the client writes its uri. */
export class OpenFiles {
  constructor(
    private readonly documents: DocumentStore,
    private readonly declaring: DeclaringDocuments,
  ) {}

  /** Gives the document that a file is open as; `undefined` for one that is not open. */
  at(file: string): OpenDocument | undefined {
    const exact = this.get(file);
    if (exact) return exact;
    const uris = [...this.documents.uris(), ...this.declaring.uris()];
    // A cell's text is not that of its notebook's file.
    const uri = uris.find((each) => fileOf(each) === file && !each.startsWith("vscode-notebook-cell:"));
    return uri === undefined ? undefined : this.get(uri);
  }

  /** Gives an open document by the client's own uri. */
  get(uri: string): OpenDocument | undefined {
    return this.documents.get(uri) ?? this.declaring.get(uri);
  }
}
