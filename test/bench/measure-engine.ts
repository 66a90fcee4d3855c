import { readFileSync } from "node:fs";
import path from "node:path";
import type { AnalysisRequest } from "../../server/src/engine/analysis";
import { loadCatalogue } from "../../server/src/engine/catalogue/load";
import { createEngine } from "../../server/src/engine/engine";
import { PythonParser } from "../../server/src/engine/syntax/parser";
import { minorsFrom } from "../../server/src/engine/version";
import { generatePython } from "./generate-python";
import { gatherPython } from "./real-python";

/** What one run of this program prints, as JSON. Times in milliseconds of processor time, unless they say otherwise. */
export interface EngineFigures {
  readonly corpus: string;
  readonly files: number;
  readonly lines: number;
  readonly parse: number;
  readonly analyse: number;
  /** Microseconds a line, by the number of lines of one generated module. */
  readonly growth: readonly { readonly lines: number; readonly microsecondsPerLine: number }[];
  readonly catalogueLoad: number;
  readonly catalogueHeap: number;
  readonly wasmLoad: number;
}

const ROUNDS = 3;
const GROWTH = [1_000, 10_000, 100_000];

const request: AnalysisRequest = {
  uri: "file:///bench.py",
  version: 1,
  target: {
    range: { text: ">=3.8", minors: minorsFrom(8), minimum: 8, maximum: undefined },
    origin: { path: "pyproject.toml", key: "project.requires-python" },
  },
};

async function main(dist: string): Promise<void> {
  const read = (name: string): Buffer => readFileSync(path.join(dist, name));
  const index = read("catalogue.index").toString("latin1");
  globalThis.gc?.();
  const heapBefore = process.memoryUsage().heapUsed;
  const loading = performance.now();
  const catalogue = loadCatalogue(index);
  const catalogueLoad = performance.now() - loading;
  globalThis.gc?.();
  const catalogueHeap = process.memoryUsage().heapUsed - heapBefore;
  const starting = performance.now();
  const parser = await PythonParser.load(read("web-tree-sitter.wasm"), read("tree-sitter-python.wasm"));
  const wasmLoad = performance.now() - starting;
  const engine = await createEngine({
    runtimeWasm: read("web-tree-sitter.wasm"),
    grammarWasm: read("tree-sitter-python.wasm"),
    catalogueIndex: index,
  });
  const parse = (text: string): void => parser.parse(text).delete();
  const analyse = (text: string): void => {
    const document = engine.parse(text);
    engine.analyse(document, request);
    document.dispose();
  };
  const library = measureLibrary(parse, analyse);
  globalThis.gc?.();
  const growth = GROWTH.map((lines) => {
    const text = generatePython({ lines, seed: 1 });
    const times = Math.max(1, Math.round(30_000 / lines));
    const [cost] = alternate(ROUNDS, [() => repeat(times, () => analyse(text))]);
    return { lines, microsecondsPerLine: (cost * 1000) / times / lines };
  });
  const figures: EngineFigures = {
    ...library,
    growth,
    catalogueLoad,
    catalogueHeap,
    wasmLoad,
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  if (catalogue.modules().length === 0) throw new Error("the catalogue is empty");
}

/** The whole library: the share of code that V8 has yet to compile is then that of a project, and not of a sample. */
function measureLibrary(
  parse: (text: string) => void,
  analyse: (text: string) => void,
): Pick<EngineFigures, "corpus" | "files" | "lines" | "parse" | "analyse"> {
  const { description, files, lines } = gatherPython();
  const [parsed, analysed] = alternate(ROUNDS, [
    () => files.forEach(({ text }) => parse(text)),
    () => files.forEach(({ text }) => analyse(text)),
  ]);
  return { corpus: description, files: files.length, lines, parse: parsed, analyse: analysed };
}

/** Runs several jobs in turn, once to warm up and then some rounds; gives the median processor time of each. */
function alternate(rounds: number, jobs: readonly (() => void)[]): number[] {
  const times = jobs.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    jobs.forEach((job, place) => {
      const start = process.cpuUsage();
      job();
      const used = process.cpuUsage(start);
      if (round > 0) times[place].push((used.user + used.system) / 1000);
    });
  }
  return times.map((each) => each.sort((left, right) => left - right)[Math.floor(each.length / 2)]);
}

function repeat(times: number, job: () => void): void {
  for (let time = 0; time < times; time++) job();
}

void main(process.argv[2]);
