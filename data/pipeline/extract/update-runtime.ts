import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { readEvidenceFile } from "../evidence/runtime-evidence";
import { foldIntrospections, unfold, type RawIntrospection } from "./fold-introspections";

/** Gives the minor that an introspection is of. Throws when it does not say. */
export function minorOf({ python }: RawIntrospection): number {
  const minor = /^3\.(\d+)/.exec(python)?.[1];
  if (minor === undefined) throw new Error(`not an introspection of Python 3: ${python}`);
  return Number(minor);
}

/**
 * Lays introspections over those in the evidence file, minor by minor. A WebAssembly build, which lacks a third of the
 * names, does not take the place of a native one: an `Error` says so.
 */
export function updateRuntime(file: string, fresh: readonly RawIntrospection[]): void {
  const raw = existsSync(file)
    ? unfold(readEvidenceFile(readFileSync(file)))
    : new Map<number, RawIntrospection>();
  for (const one of fresh) {
    const before = raw.get(minorOf(one));
    if (before?.python.includes("native") && !one.python.includes("native"))
      throw new Error(
        `the evidence of ${before.python} is of a native build, which ${one.python} would spoil`,
      );
    raw.set(minorOf(one), one);
  }
  writeFileSync(file, gzipSync(JSON.stringify(foldIntrospections(raw)), { level: 9 }));
}
