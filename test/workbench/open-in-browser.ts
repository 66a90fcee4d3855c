import { spawn } from "node:child_process";

/**
 * Opens an address in the user's own browser. Gives false where this machine has no desktop to show it on, or no
 * program that opens addresses.
 */
export async function openInBrowser(url: string): Promise<boolean> {
  const opener = findOpener(url);
  if (!opener) return false;
  return new Promise((resolve) => {
    const child = spawn(opener.file, opener.args, { stdio: "ignore", detached: true });
    child.on("error", () => {
      resolve(false);
    });
    child.on("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}

function findOpener(url: string): { file: string; args: string[] } | undefined {
  if (process.platform === "darwin") return { file: "open", args: [url] };
  // `start` is a command of the shell, where & would end the address; this program takes it as it is.
  if (process.platform === "win32") return { file: "rundll32", args: ["url.dll,FileProtocolHandler", url] };
  const desktop = process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"] ?? process.env["WSL_DISTRO_NAME"];
  return desktop ? { file: "xdg-open", args: [url] } : undefined;
}
