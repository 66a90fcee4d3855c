import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import type { EngineFigures } from "./measure-engine";
import { measureRefresh } from "./measure-refresh";
import { type Latency, measureLatencies, measureMemory, measureStart } from "./measure-server";

const DIST = path.resolve("dist");
const LENGTHS = [300, 3_000, 10_000];

/** Measures the built project (`npm run build` first) and prints tables, or one JSON object with `--json`. */
async function main(args: readonly string[]): Promise<void> {
  const server = path.join(DIST, "server.js");
  const engine = await measureEngine();
  const start = await measureStart(server);
  const latencies = await measureLatencies(server, LENGTHS);
  const refresh = await measureRefresh(server);
  const memory = await measureMemory(server, 20, 1_000);
  const sizes = sizesOf(DIST);
  if (args.includes("--json")) {
    console.log(JSON.stringify({ engine, start, latencies, refresh, memory, sizes }, null, 2));
    return;
  }
  printEngine(engine);
  const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
  print("Start-up", [
    ["catalogue", milliseconds(engine.catalogueLoad)],
    ["grammar (WebAssembly)", milliseconds(engine.wasmLoad)],
    ["server answers initialize", milliseconds(start.initialize)],
    ["first diagnostics", milliseconds(start.firstDiagnostics)],
  ]);
  const row = ({ p50, p95, p99 }: Latency): string[] => [p50, p95, p99].map((value) => value.toFixed(1));
  print("Latency over stdio, ms (p50, p95, p99)", [
    ...latencies.map(({ lines, hover }) => [`hover, ${lines} lines`, ...row(hover)]),
    ...latencies.map(({ lines, actions }) => [`code actions, ${lines} lines`, ...row(actions)]),
    ...latencies.map(({ lines, edit }) => [`edit to diagnostics, ${lines} lines`, ...row(edit)]),
    ...latencies.map(({ lines, editAnywhere }) => [`edit anywhere, ${lines} lines`, ...row(editAnywhere)]),
  ]);
  print(`Another target for ${refresh.documents} open documents (${refresh.lines} lines)`, [
    ["until all have their diagnostics", milliseconds(refresh.wall)],
    ["processor time", refresh.processor === undefined ? "not told here" : milliseconds(refresh.processor)],
  ]);
  print("Memory", [
    ["catalogue, heap after loading", megabytes(engine.catalogueHeap)],
    ["server, 20 files of 1,000 lines", memory === undefined ? "not told here" : megabytes(memory)],
  ]);
  print(
    "Size of dist (plain, gzip)",
    sizes.map(({ file, bytes, gzip }) => [file, megabytes(bytes), megabytes(gzip)]),
  );
}

/** Bundles the measuring program as the product is bundled, and runs it in a process of its own. */
async function measureEngine(): Promise<EngineFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), "sincewhen-bench-"));
  try {
    const program = path.join(folder, "measure-engine.cjs");
    await esbuild.build({
      entryPoints: [path.join(__dirname, "measure-engine.ts")],
      outfile: program,
      bundle: true,
      minify: true,
      platform: "node",
      format: "cjs",
      target: "es2022",
      logLevel: "warning",
      alias: { "web-tree-sitter": path.resolve("node_modules/web-tree-sitter/web-tree-sitter.cjs") },
    });
    const output = execFileSync(process.execPath, ["--expose-gc", program, DIST], { encoding: "utf8" });
    return JSON.parse(output) as EngineFigures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function printEngine(engine: EngineFigures): void {
  const [first] = engine.growth;
  print(`Analysis (${engine.corpus}: ${engine.files} files, ${engine.lines} lines; processor time)`, [
    ["bare parsing", `${engine.parse.toFixed(0)} ms`, "1.00"],
    ["whole analysis", `${engine.analyse.toFixed(0)} ms`, (engine.analyse / engine.parse).toFixed(2)],
  ]);
  print(
    "Cost of a line by length of the file (ratio to the shortest)",
    engine.growth.map(({ lines, microsecondsPerLine }) => [
      `${lines} lines`,
      `${microsecondsPerLine.toFixed(1)} µs`,
      (microsecondsPerLine / first.microsecondsPerLine).toFixed(2),
    ]),
  );
}

function sizesOf(folder: string): { file: string; bytes: number; gzip: number }[] {
  return readdirSync(folder)
    .filter((file) => !file.endsWith(".map") && statSync(path.join(folder, file)).isFile())
    .map((file) => {
      const content = readFileSync(path.join(folder, file));
      return { file, bytes: content.length, gzip: gzipSync(content).length };
    })
    .sort((left, right) => right.bytes - left.bytes);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

function print(title: string, rows: readonly (readonly string[])[]): void {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  console.log(`\n${title}`);
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
    );
    console.log(`  ${cells.join("   ")}`);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
