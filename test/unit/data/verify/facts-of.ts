import { compileIndex } from "../../../../data/build/compile-index";
import { mergeFiles } from "../../../../data/build/write-index";
import type { EntrySource } from "../../../../data/format";
import type { Answers, ModuleAnswer } from "../../../../data/verify/answers";
import { listFacts, type Fact } from "../../../../data/verify/facts";
import type { Outcome, Verdict } from "../../../../data/verify/outcome";
import { verify } from "../../../../data/verify/verify";
import { loadCatalogue } from "../../../../server/src/engine/catalogue/load";
import { sourcesOf } from "../sources-of";

/** Modules, keys and facts, as a test states them. */
export type StatedModules = Readonly<Record<string, Readonly<Record<string, EntrySource>>>>;

/** Gives the facts of stated modules. */
export function factsOf(stated: StatedModules): Fact[] {
  const modules = mergeFiles(sourcesOf({ generated: stated }).files);
  return listFacts(modules, loadCatalogue(compileIndex({ modules, calendar: [] }).text));
}

/** Gives what an interpreter told; of 3.8.5 where nothing else is said. */
export function told(
  modules: Readonly<Record<string, Partial<ModuleAnswer>>>,
  { version = [3, 8, 5], build = "native" }: Partial<Pick<Answers, "version" | "build">> = {},
): Answers {
  const answers = Object.entries(modules).map(([name, answer]) => [name, { origin: "source", ...answer }]);
  return { version, build, modules: Object.fromEntries(answers) as Answers["modules"] };
}

/** Holds stated modules against what interpreters told; `evidence` lists the ids that the catalogue's own evidence has. */
export function outcomesOf(
  stated: StatedModules,
  answers: readonly Answers[],
  evidence: readonly string[] = [],
): Outcome[][] {
  return verify(factsOf(stated), answers, ({ id }) => evidence.includes(id));
}

/** Gives the verdicts on one interpreter, by id; agreement is left out. */
export function verdictsOf(
  stated: StatedModules,
  answers: Answers,
  evidence: readonly string[] = [],
): Record<string, Verdict> {
  const [outcomes] = outcomesOf(stated, [answers], evidence);
  const told = outcomes.filter(({ verdict }) => verdict !== "agrees");
  return Object.fromEntries(told.map(({ id, verdict }) => [id, verdict]));
}
