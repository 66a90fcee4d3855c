import type { InstalledPackage } from "../engine/catalogue/backports";
import type { ProjectTarget } from "../engine/findings";
import { ALL_MINORS, SELECTED_INTERPRETER, type TargetRange } from "../engine/version";
import type { ConfigurationFile } from "./configuration";
import {
  type Declaration,
  isMisdeclaration,
  type Misdeclaration,
  RANKS,
  type Statement,
} from "./declaration";
import type { ProjectFolder } from "./folder";
import { matchesGlob } from "./globs";
import { relativePath } from "./paths";
import { isRangeProblem, parsePythonRange } from "./range";
import { readScriptMetadata } from "./sources/script-metadata";
import type { FindOptions, TargetAnswer, TargetProblem } from "./target";

/** The key under which the editor's setting is named as the origin of a target. */
const TARGET_SETTING = "sinceWhen.target";
/** The path of an origin that is no file: what the user typed, what the editor is set to. */
export const COMMAND_LINE = "command line";
const EDITOR_SETTINGS = "settings";

/** What a search comes to: a target, or nothing and then the next source speaks. */
interface Found {
  readonly target: ProjectTarget;
  readonly declaredIn: string | undefined;
}

/** Weighs everything that is said about a file. `folders` enclose it, the nearest first. */
export async function answerFor(
  path: string,
  folders: readonly ProjectFolder[],
  options: FindOptions,
): Promise<TargetAnswer> {
  const problems = new ProblemList(options.base);
  const configurations = options.configuration ? [options.configuration] : await configurationsOf(folders);
  for (const configuration of configurations) problems.addConfiguration(configuration);
  const seen = (absolute: string): string =>
    options.base === undefined ? absolute : relativePath(absolute, options.base);
  const found =
    commandLineTarget(options) ??
    configuredTarget(path, configurations, seen) ??
    editorTarget(options, problems) ??
    scriptTarget(path, options, { seen, problems }) ??
    (await declaredTarget(folders, { seen, problems })) ??
    selectedTarget(options);
  return {
    target: found?.target,
    declaredIn: found?.declaredIn,
    problems: problems.items,
    excluded: isExcluded(path, configurations, options),
    ignore: ignoredIn(path, configurations, options),
    packages: await packagesOf(path, folders, configurations),
    backportStyle:
      options.backportStyle ??
      configurations.find(({ backportStyle }) => backportStyle)?.backportStyle ??
      options.editor?.backportStyle,
    failOn: configurations.find(({ failOn }) => failOn)?.failOn,
  };
}

/** What the configuration says may be imported, and what the nearest folder that depends on anything depends on. */
async function packagesOf(
  path: string,
  folders: readonly ProjectFolder[],
  configurations: readonly ConfigurationFile[],
): Promise<InstalledPackage[]> {
  const allowed = configurations.find(({ backports }) => backports)?.backports ?? [];
  const packages = allowed.map((name) => ({ name, minors: ALL_MINORS }));
  for (const folder of folders) {
    const dependencies = await folder.dependencies(path);
    if (dependencies.length > 0) return [...packages, ...dependencies];
  }
  return packages;
}

/** Tells whether the configuration excludes a path. */
export async function isExcludedFrom(
  path: string,
  folders: readonly ProjectFolder[],
  options: FindOptions,
): Promise<boolean> {
  const configurations = options.configuration ? [options.configuration] : await configurationsOf(folders);
  return isExcluded(path, configurations, options);
}

async function configurationsOf(folders: readonly ProjectFolder[]): Promise<ConfigurationFile[]> {
  const found = await Promise.all(folders.map((folder) => folder.configuration()));
  return found.filter((configuration) => configuration !== undefined);
}

function commandLineTarget({ commandLine }: FindOptions): Found | undefined {
  return commandLine && { target: commandLine, declaredIn: undefined };
}

function configuredTarget(
  path: string,
  configurations: readonly ConfigurationFile[],
  seen: (path: string) => string,
): Found | undefined {
  for (const { path: file, folder, target, perFileTarget } of configurations) {
    const relative = relativePath(path, folder);
    const chosen = perFileTarget?.find(({ glob }) => matchesGlob(glob, relative)) ?? target;
    if (chosen) return found({ ...chosen, path: seen(file), declaredIn: file });
  }
  return undefined;
}

function editorTarget({ editor }: FindOptions, problems: ProblemList): Found | undefined {
  const text = editor?.target?.trim() ?? "";
  if (text === "") return undefined;
  const range = parsePythonRange(text);
  if (!isRangeProblem(range)) {
    return found({
      range,
      key: TARGET_SETTING,
      line: undefined,
      path: EDITOR_SETTINGS,
      declaredIn: undefined,
    });
  }
  problems.add({
    path: EDITOR_SETTINGS,
    line: undefined,
    problem: { ...range.problem, key: TARGET_SETTING },
    isConfiguration: true,
  });
  return undefined;
}

function scriptTarget(path: string, { text }: FindOptions, context: SearchContext): Found | undefined {
  return text === undefined ? undefined : firstTarget(path, readScriptMetadata(text), context);
}

/** The interpreter is one that the code happens to run on, so that it lets in no other minor. */
function selectedTarget({ interpreter }: FindOptions): Found | undefined {
  const range = interpreter === undefined ? undefined : parsePythonRange(`==${interpreter}.*`);
  if (!range || isRangeProblem(range)) return undefined;
  return found({
    range,
    key: "python",
    line: undefined,
    path: SELECTED_INTERPRETER,
    declaredIn: undefined,
  });
}

interface SearchContext {
  readonly seen: (path: string) => string;
  readonly problems: ProblemList;
}

async function declaredTarget(
  folders: readonly ProjectFolder[],
  context: SearchContext,
): Promise<Found | undefined> {
  for (const rank of RANKS) {
    for (const folder of folders) {
      for await (const { path, statement } of folder.statements(rank)) {
        const target = firstTarget(path, [statement], context);
        if (target) return target;
      }
    }
  }
  return undefined;
}

/** Gives the first target of a file, and tells of the values before it that could not be read. */
function firstTarget(
  path: string,
  statements: readonly Statement[],
  context: SearchContext,
): Found | undefined {
  for (const statement of statements) {
    if (!isMisdeclaration(statement)) {
      return found({ ...statement, path: context.seen(path), declaredIn: path });
    }
    context.problems.addMisdeclaration(path, statement);
  }
  return undefined;
}

function found(declaration: {
  readonly range: TargetRange;
  readonly key: string;
  readonly line: Declaration["line"];
  readonly path: string;
  readonly declaredIn: string | undefined;
}): Found {
  const { range, key, line, path, declaredIn } = declaration;
  const origin = line === undefined ? { path, key } : { path, key, line };
  return { target: { range, origin }, declaredIn };
}

function isExcluded(
  path: string,
  configurations: readonly ConfigurationFile[],
  { editor }: FindOptions,
): boolean {
  const configuration = configurations.find(({ exclude }) => exclude);
  const globs = configuration?.exclude ?? editor?.exclude ?? [];
  const folder = configuration?.folder ?? editor?.folder;
  if (folder === undefined) return false;
  const relative = relativePath(path, folder);
  return globs.some((glob) => matchesGlob(glob, relative));
}

function ignoredIn(
  path: string,
  configurations: readonly ConfigurationFile[],
  { editor }: FindOptions,
): string[] {
  const everywhere = configurations.find(({ ignore }) => ignore)?.ignore ?? editor?.ignore ?? [];
  const perFile = configurations.find(({ perFileIgnores }) => perFileIgnores);
  const relative = perFile ? relativePath(path, perFile.folder) : "";
  const here = perFile?.perFileIgnores?.filter(({ glob }) => matchesGlob(glob, relative)) ?? [];
  return [...new Set([...everywhere, ...here.flatMap(({ ignore }) => ignore)])];
}

/** Collects problems, each once, with paths as the reader of the answer sees them. */
class ProblemList {
  readonly items: TargetProblem[] = [];

  constructor(private readonly base: string | undefined) {}

  addConfiguration({ path, problems }: ConfigurationFile): void {
    for (const { line, problem } of problems) {
      this.add({ path: this.seen(path), line, problem, isConfiguration: true });
    }
  }

  addMisdeclaration(path: string, { line, problem }: Misdeclaration): void {
    this.add({ path: this.seen(path), line, problem, isConfiguration: false });
  }

  add(problem: TargetProblem): void {
    const isKnown = this.items.some(
      ({ path, line, problem: told }) =>
        path === problem.path &&
        line === problem.line &&
        JSON.stringify(told) === JSON.stringify(problem.problem),
    );
    if (!isKnown) this.items.push(problem);
  }

  private seen(path: string): string {
    return this.base === undefined ? path : relativePath(path, this.base);
  }
}
