import path from "node:path";
import { ROOT, VSIX_FILE } from "../workbench/paths";
import { runCommand } from "../workbench/run-command";
import { writeLicences } from "./licences";

/**
 * Packages what `npm run build` left in `dist` as an extension, with the licences of what is bundled in it. Rejects
 * with what the packager said when it refuses.
 */
export async function packageExtension(): Promise<void> {
  await writeLicences();
  const packager = path.join(ROOT, "node_modules/@vscode/vsce/vsce");
  const args = [packager, "package", "--no-dependencies", "--out", path.relative(ROOT, VSIX_FILE)];
  const { status, output } = await runCommand(process.execPath, args, { cwd: ROOT });
  if (status !== 0) throw new Error(`The extension could not be packaged:\n${output}`);
}
