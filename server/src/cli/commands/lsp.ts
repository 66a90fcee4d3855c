import path from "node:path";
import { BUNDLE_FOLDER } from "../engine-host";

/**
 * `lsp --stdio`: runs the language server in this process. It is the very bundle that the editor extension starts; it
 * finds its transport in the arguments of the process, and ends the process itself.
 */
export function serve(): void {
  require(path.join(BUNDLE_FOLDER, "server.js"));
}
