import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { packageExtension } from "../package/package-extension";
import { checkWorkbench } from "./check-workbench";
import { findDesktopCode, openDesktop } from "./desktop";
import { openInBrowser } from "./open-in-browser";
import { ROOT, SAMPLE_FOLDER, VSIX_FILE } from "./paths";
import { findNpm, runCommand } from "./run-command";
import { startServer, type WorkbenchServer } from "./server";

const usage = `npm start [-- [options] [folder]]

Builds SinceWhen, prints what it finds in a folder, and opens a VS Code workbench with SinceWhen on that folder.
Without a folder it shows a copy of the sample project in test/sample.

  --desktop     open the installed desktop VS Code instead of the one in the browser
  --no-open     print the address and leave opening it to you
  --port PORT   listen on this port instead of a free one
  --check       open the page in Chromium without a window, see that hovering works, and end
  --help        print this`;

interface StartOptions {
  /** What the person asked for, absolute. */
  readonly folder: string;
  readonly desktop: boolean;
  readonly open: boolean;
  readonly check: boolean;
  readonly port: number;
}

async function main(): Promise<number> {
  const options = readOptions();
  if (!options) return 0;
  await build();
  await printFindings(options.folder);
  if (options.desktop) return startDesktop(options.folder);
  await packageExtension();
  const work = options.folder === SAMPLE_FOLDER ? copySample() : undefined;
  try {
    return await showWorkbench(options, work ?? options.folder);
  } finally {
    if (work) rmSync(path.dirname(work), { recursive: true, force: true });
  }
}

function readOptions(): StartOptions | undefined {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      desktop: { type: "boolean", default: false },
      "no-open": { type: "boolean", default: false },
      check: { type: "boolean", default: false },
      port: { type: "string", default: "0" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return undefined;
  }
  if (positionals.length > 1) throw new Error(`One folder at a time, please.\n\n${usage}`);
  // npm runs scripts in the package's folder and tells in INIT_CWD where the person stands.
  const folder = path.resolve(process.env["INIT_CWD"] ?? ".", positionals[0] ?? SAMPLE_FOLDER);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder`);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${values.port} is not a port`);
  return { folder, desktop: values.desktop, open: !values["no-open"], check: values.check, port };
}

async function build(): Promise<void> {
  const { status } = await runCommand(process.execPath, [findNpm(), "run", "--silent", "build"], {
    cwd: ROOT,
    output: "show",
  });
  if (status !== 0) throw new Error("The build failed.");
}

/** Findings give status 1, which is what the sample is for; only a check that could not be made stops the start. */
async function printFindings(folder: string): Promise<void> {
  const shown = path.relative(ROOT, folder) || ".";
  const named = shown.startsWith("..") ? folder : shown;
  console.log(`\nsincewhen check ${named}`);
  const cli = path.join(ROOT, "dist/cli.js");
  const { status } = await runCommand(process.execPath, [cli, "check", named], { cwd: ROOT, output: "show" });
  if (status > 1) throw new Error("The check could not be made.");
}

async function startDesktop(folder: string): Promise<number> {
  const code = findDesktopCode();
  if (!code) {
    console.error(
      "\nNo desktop VS Code was found on the path. Install it, or run its command " +
        "\"Shell Command: Install 'code' command in PATH\"; or leave out --desktop to use the browser.",
    );
    return 1;
  }
  console.log(`\nOpening ${folder} in ${code}`);
  await openDesktop(code, ROOT, folder);
  return 0;
}

/** People try the fixes out: that should not change the files of this checkout. */
function copySample(): string {
  const copy = path.join(mkdtempSync(path.join(tmpdir(), "sincewhen-")), "sample");
  cpSync(SAMPLE_FOLDER, copy, { recursive: true });
  return copy;
}

async function showWorkbench(options: StartOptions, folder: string): Promise<number> {
  const server = await startServer({
    extensions: [VSIX_FILE],
    port: options.port,
    token: randomBytes(16).toString("hex"),
  });
  try {
    const file = path.join(folder, "app.py");
    if (options.check) return await checkWorkbench(server, folder);
    const url = server.urlFor(folder, existsSync(file) ? server.payloadFor({ file, line: 1 }) : []);
    const opened = options.open && (await openInBrowser(url));
    console.log(
      `\nVS Code with SinceWhen on ${folder}${opened ? " opens in your browser" : ""}:\n\n  ${url}\n`,
    );
    console.log("Ctrl+C ends it.");
    return await untilStopped(server);
  } finally {
    await server.stop();
  }
}

/** Resolves with 0 when the person ends it, with the server's status when that stops by itself. */
function untilStopped(server: WorkbenchServer): Promise<number> {
  const asked = new Promise<number>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => {
        resolve(0);
      });
    }
    // Whoever stops npm stops the shell between it and us, which passes nothing on: we are then handed to another parent.
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid !== parent) resolve(0);
    }, 1000);
    watch.unref();
  });
  return Promise.race([asked, server.stopped]);
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  },
);
