import path from "node:path";
import type { Engine, ModuleSource } from "../../server/src/engine/analysis";
import type { CodeFindingCode, ProjectTarget } from "../../server/src/engine/findings";
import { type MinorSet, minorsFrom, NEWEST_MINOR, OLDEST_MINOR } from "../../server/src/engine/version";
import { createDiskModules } from "../../server/src/cli/disk-modules";
import { isSkipped, readSourceFile } from "../../server/src/cli/source-file";

/** A place where a file refers to an entry. `line` is 1-based. */
interface Place {
  readonly line: number;
  readonly symbol: string;
}

/** A finding that some lowered target brings out. */
export interface LoweredFinding extends Place {
  readonly code: CodeFindingCode;
  readonly column: number;
}

/** A reference that the analysis understood, whatever came of it. */
export interface UnderstoodUse extends Place {
  /** The minors on which it is reached and nothing provides for its failing. */
  readonly open: MinorSet;
}

/** What the analysis makes of one file under lowered targets. */
export interface LoweredFile {
  readonly text: string;
  readonly findings: readonly LoweredFinding[];
  readonly uses: readonly UnderstoodUse[];
}

/** Codes of what the older Pythons of a target lack. */
const CODES: ReadonlySet<string> = new Set(["added-later", "syntax-later", "changed"]);

/**
 * Every lower end that a target can have. One alone would not show every use: what stands behind something newer is
 * silent, so that `>=3.0` tells of `typing` where `>=3.5` tells of `typing.Literal`.
 */
const TARGETS: readonly ProjectTarget[] = Array.from({ length: NEWEST_MINOR - OLDEST_MINOR }, (_, index) => {
  const minimum = OLDEST_MINOR + index;
  const text = `>=3.${String(minimum)}`;
  const range = { text, minors: minorsFrom(minimum), minimum, maximum: undefined };
  return { range, origin: { path: "lowered", key: text } };
});

/** Checks files of one project under every lowered target, imports of each other included. */
export class LoweredCheck {
  private readonly modules: ModuleSource = createDiskModules();

  constructor(private readonly engine: Engine) {}

  /** Throws where the file cannot be read: a measure must not leave files out. */
  async check(file: string): Promise<LoweredFile> {
    const source = await readSourceFile(file);
    if (isSkipped(source)) throw new Error(`${file}: ${source.reason}`);
    const uri = path.resolve(file);
    const document = this.engine.parse(source.text, uri);
    const findings = new Map<string, LoweredFinding>();
    try {
      for (const target of TARGETS) {
        const request = { uri, version: 0, target, modules: this.modules };
        for (const { code, entryId, start } of this.engine.analyse(document, request).findings) {
          if (!CODES.has(code)) continue;
          findings.set(`${String(start)} ${entryId}`, { ...source.positionAt(start), symbol: entryId, code });
        }
      }
      const request = { uri, version: 0, target: undefined, modules: this.modules };
      const uses = this.engine
        .analyse(document, request)
        .usages.map(({ entryId, start, reach, forgiven }) => {
          return { line: source.positionAt(start).line, symbol: entryId, open: reach & ~forgiven };
        });
      return { text: source.text, findings: [...findings.values()], uses };
    } finally {
      document.dispose();
    }
  }
}
