import type { EngineParts } from "../engine/analysis";

/** What Node and a web worker do differently. */
export interface Host {
  /** Gives the bytes that the engine is made from. `initialization` is what the client sent; it may be anything. */
  loadParts(initialization: unknown): Promise<EngineParts>;
  /** The file system of the machine; absent where there is none, and only the client can read. */
  readonly files?: HostFiles;
  /** Absent where nothing can be done about it. */
  readonly memory?: HostMemory;
}

/** What sees to it that the process takes little memory. */
export interface HostMemory {
  /** Hears that a document of so many UTF-16 units is worked on. */
  working(units: number): void;
  /** Hears that something large was let go of. */
  rested(): void;
}

/** A file system that the server reaches by itself. */
export interface HostFiles {
  /** Tells whether a uri lies in this file system. */
  reaches(uri: string): boolean;
  /**
   * Gives the text of a file; `undefined` where there is none. Rejects with a sentence for the user when it is there but
   * cannot be read or is not UTF-8.
   */
  read(uri: string): Promise<string | undefined>;
  /** Gives the names in a folder; `undefined` where there is none. */
  list(folderUri: string): Promise<readonly string[] | undefined>;
  /** Finds the Python files below a folder, without hidden folders and those that hold other people's code. */
  findPython(folderUri: string): Promise<readonly string[]>;
}
