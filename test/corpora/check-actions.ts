import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Engine, ParsedDocument } from "../../server/src/engine/analysis";

import type { DocumentAnalysis, Finding, Fix } from "../../server/src/engine/findings";
import { singleMinor } from "../../server/src/engine/version";
import { createDiskModules } from "../../server/src/cli/disk-modules";
import { formatRequirement } from "../../server/src/project/edits/add-dependency";
import { readRequirements } from "../../server/src/project/dependencies";
import { isSkipped, readSourceBytes } from "../../server/src/cli/source-file";
import { findPythons } from "../execution/pythons";
import { applyEdits } from "../unit/engine/analyse-for-tests";
import { engineForTests } from "../unit/fixtures/engine-for-tests";
import { askFirst, type ChangedProgram } from "./compare-programs";
import {
  appeared,
  isLesser,
  libraryModules,
  listPrograms,
  type Project,
  shiftOf,
  targetOf,
  wasHidden,
} from "./fix-project";

const USAGE = `usage: npm run corpora:actions -- --target RANGE [--library] [--each N] [--only ID] FOLDER
Takes each fix that the code of a folder is offered for a target, one at a time, and checks what comes out: it parses and
compiles, the finding is gone, no other comes instead.
--each: how often at most one kind of fix is taken for one kind of finding (default 3); 0: always.
--library: the files are those of the standard library, so that its modules are no others than Python's own.`;

/** What one fix made of one file. */
interface Taken extends ChangedProgram {
  readonly id: string;
}

/** Takes the fixes of a file one by one. */
class ActionCheck {
  readonly taken: Taken[] = [];
  readonly failures: string[] = [];
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly engine: Engine,
    private readonly project: Project,
    private readonly wish: { readonly each: number; readonly only: string | undefined },
  ) {}

  checkFile(file: string): void {
    const full = path.join(this.project.folder, file);
    const source = readSourceBytes(readFileSync(full), full);
    if (isSkipped(source)) return;
    const document = this.engine.parse(source.text, full);
    try {
      const analysis = this.analyse(document, full);
      for (const finding of analysis.findings)
        for (const fix of this.engine.fixesFor(document, analysis, finding))
          if (this.isWanted(finding, fix))
            this.take({ file, before: source.text }, { analysis, finding, fix });
    } finally {
      document.dispose();
    }
  }

  private isWanted({ code, entryId }: Finding, { id }: Fix): boolean {
    if (this.wish.only !== undefined && id !== this.wish.only) return false;
    const key = `${id} ${code} ${code === "unused-ignore" ? "" : entryId}`;
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return this.wish.each === 0 || count <= this.wish.each;
  }

  private take(
    { file, before }: Pick<ChangedProgram, "file" | "before">,
    { analysis, finding, fix }: { analysis: DocumentAnalysis; finding: Finding; fix: Fix },
  ): void {
    const after = applyEdits(before, fix);
    this.taken.push({ id: fix.id, file, before, after });
    const document = this.engine.parse(after);
    try {
      const result = this.analyse(document, path.join(this.project.folder, file), fix);
      const line = String(before.slice(0, finding.start).split("\n").length);
      for (const fault of faultsOf(analysis, result, { finding, fix, catalogue: this.engine.catalogue }))
        this.failures.push(`${file}:${line}: ${fix.id} for ${finding.entryId}: ${fault}`);
    } finally {
      document.dispose();
    }
  }

  /** What a fix has the project depend on from now on is at hand then. */
  private analyse(
    document: ParsedDocument,
    uri: string,
    { dependency }: Partial<Fix> = {},
  ): DocumentAnalysis {
    const { target, modules } = this.project;
    const packages = dependency
      ? readRequirements([formatRequirement({ name: dependency.package, pythons: dependency.pythons }, '"')])
      : [];
    return this.engine.analyse(document, {
      uri,
      version: 0,
      target,
      packages,
      ...(modules && { modules }),
    });
  }
}

/** A rewrite may leave something for the next: `a + b + c` is done in two steps, and a package keeps its imports. */
function faultsOf(
  before: DocumentAnalysis,
  after: DocumentAnalysis,
  { finding, fix, catalogue }: { finding: Finding; fix: Fix; catalogue: Engine["catalogue"] },
): string[] {
  if (after.parseErrors.length > before.parseErrors.length) return ["does not parse"];
  const isRewrite = fix.id.startsWith("modernise-");
  const count = ({ findings }: DocumentAnalysis): number =>
    findings.filter(({ code, entryId }) => code === finding.code && entryId === finding.entryId).length;
  const isGone = count(after) < count(before) + Number(isRewrite);
  const shown = after.findings.filter((each) => !isRewrite || each.code !== "modernise");
  const isNew = (each: Finding): boolean =>
    !wasHidden(each, before.findings, fix) &&
    !isLaidBare(each, before, fix) &&
    !isLesser(each, before.findings, catalogue);
  return [
    ...(isGone ? [] : ["the finding is still there"]),
    ...appeared(before.findings, shown.filter(isNew)).map((name) => `new finding ${name}`),
  ];
}

/**
 * What a fix left as it was may be told more of afterwards, and truly: where a branch has fewer Pythons than before, or
 * none of them lacks something any more, there may be better ways; and a place that had a fault may have a lesser one.
 */
function isLaidBare(
  finding: Finding,
  { findings }: DocumentAnalysis,
  { edits }: Pick<Fix, "edits">,
): boolean {
  const { code, start, end } = finding;
  const shift = shiftOf(finding, edits);
  if (shift === undefined) return false;
  return (
    code === "modernise" || findings.some((each) => each.start === start - shift && each.end === end - shift)
  );
}

/** Compiles each result on the oldest interpreter of the target that compiled the file before. */
function compileAll({ target }: Project, taken: readonly Taken[]): string[] {
  const own = findPythons().filter(({ minor }) => (target.range.minors & singleMinor(minor)) !== 0);
  const batches = Array.from({ length: Math.ceil(taken.length / 200) }, (_, index) =>
    taken.slice(index * 200, index * 200 + 200),
  );
  return batches.flatMap((batch) =>
    askFirst(own, batch).flatMap(({ program, python, answer: { compiles, unbound = [] } }) => {
      const fault = (what: string): string =>
        `${program.file}: ${(program as Taken).id}: ${what} (Python ${python.version})`;
      if (compiles !== true) return [fault(`does not compile: ${String(compiles)}`)];
      // What only a branch that never runs binds is read in another that does not.
      if ((program as Taken).id === "remove-guard") return [];
      return unbound.map((name) => fault(`${name} is read and no longer bound`));
    }),
  );
}

/** Checks the fixes of a folder; gives the exit status. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      target: { type: "string" },
      library: { type: "boolean" },
      each: { type: "string", default: "3" },
      only: { type: "string" },
    },
  });
  if (positionals.length !== 1 || values.target === undefined || !/^\d+$/.test(values.each)) {
    console.error(USAGE);
    return 2;
  }
  const folder = path.resolve(positionals[0]);
  const project = {
    name: path.basename(folder),
    folder,
    target: targetOf(values.target),
    modules: values.library ? libraryModules() : createDiskModules(),
  };
  const check = new ActionCheck(await engineForTests(), project, {
    each: Number(values.each),
    only: values.only,
  });
  for (const file of listPrograms(folder)) check.checkFile(file);
  const failures = [...check.failures, ...compileAll(project, check.taken)];
  for (const failure of new Set(failures)) console.log(failure);
  const ids = new Set(check.taken.map(({ id }) => id));
  console.log(
    `${project.name} for ${values.target}: ${String(check.taken.length)} fixes of ${String(ids.size)} kinds taken, ` +
      `${String(failures.length)} failures`,
  );
  return failures.length > 0 || check.taken.length === 0 ? 1 : 0;
}

void main().then((status) => (process.exitCode = status));
