import { stat } from "node:fs/promises";
import path from "node:path";
import { formatMinor, listMinors } from "../../engine/version";
import { formatMinors, formatOrigin, problemNotice } from "../../messages";
import { createTargetFinder, joinPath, relativePath, type TargetAnswer } from "../../project";
import { CommandFailure, EXIT } from "../failure";
import { SCHEMA, problemJson, targetJson, toJson } from "../formats/json";
import { printable } from "../formats/printable";
import { expandArguments } from "../inputs";
import { type CommonOptions, openConfiguration } from "../options";
import { nodeProjectFiles, toProjectPath } from "../project-files";
import { isSkipped, readSourceFile } from "../source-file";
import type { CommandContext } from "./run";

/** The answer for one path that was asked for. */
interface TargetOfPath {
  readonly path: string;
  readonly answer: TargetAnswer;
}

/** `target`: tells which range applies to paths, and who said so. Gives the exit status. */
export async function target(
  paths: readonly string[],
  options: CommonOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, workingFolder } = context;
  const asked = await expandArguments(paths, { terminal, workingFolder, options });
  const answers = await findAnswers(asked, options, workingFolder);
  if (options.format === "json") {
    terminal.out(toJson({ schema: SCHEMA, targets: answers.map(answerJson) }));
  } else {
    terminal.out(answers.map(answerText).join(""));
  }
  const isBroken = answers.some(({ answer }) =>
    answer.problems.some(({ isConfiguration }) => isConfiguration),
  );
  return isBroken ? EXIT.failure : EXIT.clean;
}

async function findAnswers(
  paths: readonly string[],
  options: CommonOptions,
  workingFolder: string,
): Promise<TargetOfPath[]> {
  const configuration = await openConfiguration(options, workingFolder);
  const finder = createTargetFinder(nodeProjectFiles);
  const base = toProjectPath(workingFolder);
  const answers: TargetOfPath[] = [];
  for (const named of paths) {
    const absolute = toProjectPath(path.resolve(workingFolder, named));
    const { file, text } = await subjectOf(absolute, named);
    const answer = await finder.find(file, {
      base,
      ...(text !== undefined && { text }),
      ...(options.target && { commandLine: options.target }),
      ...(configuration && { configuration }),
    });
    answers.push({ path: relativePath(absolute, base), answer });
  }
  return answers;
}

/** A folder is asked about as the package that it may be: what applies to a file directly in it. */
async function subjectOf(absolute: string, named: string): Promise<{ file: string; text?: string }> {
  const status = await stat(absolute).catch(() => undefined);
  if (!status) throw new CommandFailure(`${named}: there is no such file`);
  if (status.isDirectory()) return { file: joinPath(absolute, "__init__.py") };
  const source = await readSourceFile(absolute);
  return isSkipped(source) ? { file: absolute } : { file: absolute, text: source.text };
}

function answerJson({ path: asked, answer }: TargetOfPath): Record<string, unknown> {
  const { target: found, problems } = answer;
  const { origin, ...range } = found
    ? targetJson(found)
    : { range: null, minimum: null, maximum: null, origin: null };
  return {
    path: asked,
    ...range,
    minors: found ? listMinors(found.range.minors).map(formatMinor) : [],
    origin,
    problems: problems.map(problemJson),
  };
}

function answerText({ path: asked, answer }: TargetOfPath): string {
  const { target: found, problems } = answer;
  const notes = problems.map((problem) => `    ${printable(problemNotice(problem))}\n`).join("");
  if (!found) return `${printable(asked)}: no target is declared\n${notes}`;
  const { range, origin } = found;
  const minors = range.minors === 0 ? "newer than every known Python" : formatMinors(range.minors);
  const said = origin.key.startsWith("--") ? origin.key : `${origin.key} in ${formatOrigin(origin)}`;
  return `${printable(asked)}: ${range.text || "any Python"} (${minors}), from ${said}\n${notes}`;
}
