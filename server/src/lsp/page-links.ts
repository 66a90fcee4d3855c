import { relativePath } from "../project";
import { encodePath } from "./uris";

/**
 * Writes the address of a file as a page of Markdown can link to it. VS Code's preview shows no link to a `file:` address;
 * what begins with a slash is looked up from the first folder of the workspace, also where the page is no file itself.
 * Without a folder, or for another file system than its, the address stays as it is.
 *
 * @param uri a document, percent-encoded as clients send it
 * @param folders the folders of the workspace, first one first
 * @param line where in the document, 1-based
 */
export function pageLink(uri: string, folders: readonly string[], line?: number): string {
  const path = folders.length === 0 ? uri : relativePath(uri, folders[0]);
  const address = path === uri ? uri : `/${encodePath(path)}`;
  return line === undefined ? address : `${address}#L${line}`;
}
