import path from "node:path";
import { createVSIX } from "@vscode/vsce";
import { ROOT, VSIX_FILE } from "../workbench/paths";
import { writeLicences } from "./licences";

/** Packages what `npm run build` left in `dist` as an extension, with the licences of what is bundled in it. */
export async function packageExtension(): Promise<void> {
  await writeLicences();
  await createVSIX({ cwd: ROOT, packagePath: path.relative(ROOT, VSIX_FILE), dependencies: false });
}
