import type { WorkerInitialization } from "../protocol";
import type { Host } from "./host";

/** The host of a web worker: reaches no files, and gets its parts from the client. */
export const browserHost: Host = {
  async loadParts(initialization) {
    const parts = (initialization ?? {}) as Partial<WorkerInitialization>;
    const { runtimeWasm, grammarWasm, catalogueIndex } = parts;
    if (
      !runtimeWasm ||
      !ArrayBuffer.isView(runtimeWasm) ||
      !grammarWasm ||
      !ArrayBuffer.isView(grammarWasm)
    ) {
      throw new Error("the client handed over no WebAssembly modules");
    }
    if (typeof catalogueIndex !== "string") throw new Error("the client handed over no catalogue");
    return { runtimeWasm, grammarWasm, catalogueIndex };
  },
};
