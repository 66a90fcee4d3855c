import { closeSync, openSync, readSync } from "node:fs";
import { dirname } from "node:path";
import vm from "node:vm";

/** Bytes that are read at a time. */
const PIECE = 32 << 10;

/**
 * Runs a CommonJS bundle, as `require` does, which lends it its own `require`; what the bundle exports is dropped. Its text
 * must be ASCII. `require` has the text in one block of memory, and glibc takes a large block that is freed for a sign that
 * more of them come: from then on it keeps as much free memory in every thread, some 8 MB in all. Throws what the system
 * says where the file cannot be read, and whatever the bundle throws.
 */
export function loadScript(file: string, require: NodeJS.Require): void {
  const script = vm.compileFunction(readPieces(file), ["require", "exports", "__filename", "__dirname"], {
    filename: file,
  }) as (...context: unknown[]) => void;
  script(require, {}, file, dirname(file));
}

function readPieces(file: string): string {
  const descriptor = openSync(file, "r");
  try {
    const piece = Buffer.allocUnsafeSlow(PIECE);
    let text = "";
    for (;;) {
      const length = readSync(descriptor, piece, 0, PIECE, null);
      if (length === 0) return text;
      text += piece.toString("latin1", 0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}
