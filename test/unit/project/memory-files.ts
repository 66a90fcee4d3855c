import type { ProjectFiles } from "../../../server/src/project";

/** Project files that a test writes down: path to text. Counts what is read. */
export interface MemoryFiles extends ProjectFiles {
  readonly texts: Map<string, string>;
  readonly reads: string[];
}

/** Makes project files of texts. With `list: false` they cannot tell what is in a folder, as over a protocol. */
export function memoryFiles(
  texts: Readonly<Record<string, string>>,
  { list = true }: { readonly list?: boolean } = {},
): MemoryFiles {
  const stored = new Map(Object.entries(texts));
  const reads: string[] = [];
  const files: MemoryFiles = {
    texts: stored,
    reads,
    read(path) {
      reads.push(path);
      const text = stored.get(path);
      return text === "unreadable"
        ? Promise.reject(new Error("permission is denied"))
        : Promise.resolve(text);
    },
  };
  if (!list) return files;
  return {
    ...files,
    list(folder) {
      const start = folder.endsWith("/") ? folder : `${folder}/`;
      const below = [...stored.keys()].filter((path) => path.startsWith(start));
      return Promise.resolve([...new Set(below.map((path) => path.slice(start.length).split("/")[0]))]);
    },
  };
}
