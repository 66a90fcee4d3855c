import v8 from "node:v8";

// Loading the program makes what stays: without this, V8 would take that for a reason to make more room for young objects,
// and never give it back. Whoever imports this module first has the least memory.
holdRoom();

// The parser's largest functions have tens of thousands of nodes. What V8 takes to go over them once more is never given
// back by the threads that do it, and the parser is as fast without.
v8.setFlagsFromString("--no-wasm-opt");
v8.setFlagsFromString("--no-wasm-loop-unrolling");
v8.setFlagsFromString("--no-wasm-loop-peeling");

/** The room for young objects stays as large as it is. */
export function holdRoom(): void {
  v8.setFlagsFromString("--semi-space-growth-factor=1");
}
