import { openSync, readSync } from "node:fs";
import type { IndexText } from "../engine/catalogue/index-text";

/**
 * Opens the catalogue's index where it is stored, so that only what is asked for is read and takes memory: a project uses
 * a few of its hundreds of modules. The file stays open, so that an update of the extension, which puts another in its
 * place, changes nothing. Throws what the system says where it cannot be opened.
 */
export function openStoredIndex(file: string): IndexText {
  const descriptor = openSync(file, "r");
  return {
    slice(start, end) {
      // The index is ASCII: its characters are its bytes.
      const bytes = Buffer.allocUnsafe(end - start);
      let length = 0;
      for (;;) {
        const read = readSync(descriptor, bytes, length, bytes.length - length, start + length);
        length += read;
        if (read === 0 || length === bytes.length) return bytes.toString("latin1", 0, length);
      }
    },
  };
}
