import type { Answers } from "./answers";
import type { Judgement } from "./exceptions";
import type { Interpreter } from "./interpreters";
import { UNCHECKED, type Outcome, type Reason } from "./outcome";

/** One interpreter, what it told, and what that comes to. */
export interface Finished {
  readonly interpreter: Interpreter;
  readonly answers: Answers;
  readonly outcomes: readonly Outcome[];
}

const SORTS: readonly Outcome["sort"][] = ["module", "name", "member", "parameter"];

/** Words what every interpreter gave, then what is wrong; lines without an end. */
export function report(finished: readonly Finished[], judgement: Judgement): string[] {
  const perRun = finished.flatMap((one, place) => describeRun(one, judgement.explained[place]));
  const labels = finished.map(labelOf);
  const contradictions = judgement.contradictions.map(
    ({ id, what, runs }) => `${id} ${what}: ${runs.map((run) => labels[run]).join(", ")}`,
  );
  const wrong = judgement.contradictions.length;
  return [
    ...perRun,
    ...summarise(finished),
    ...contradictions,
    ...judgement.stale,
    `${wrong} unexplained contradictions, ${judgement.stale.length} exceptions to take out`,
  ];
}

function labelOf({ answers }: Finished): string {
  return answers.version.join(".") + (answers.build === "wasm" ? " (WebAssembly)" : "");
}

function describeRun(run: Finished, explained: number): string[] {
  const { outcomes, interpreter } = run;
  const checked = outcomes.filter(({ verdict }) => verdict === "agrees" || typeof verdict === "object");
  const contradictions = outcomes.filter(({ verdict }) => typeof verdict === "object").length;
  return [
    `Python ${labelOf(run)}, ${interpreter.path}`,
    `  checked: ${countSorts(checked)}; contradictions: ${contradictions}, of them explained: ${explained}`,
    ...describeUnchecked(outcomes),
  ];
}

function summarise(finished: readonly Finished[]): string[] {
  const outcomes = finished.flatMap((one) => one.outcomes);
  const checked = outcomes.filter(({ verdict }) => verdict === "agrees" || typeof verdict === "object");
  return [
    `${finished.length} interpreters`,
    `  checked: ${countSorts(checked)}`,
    ...describeUnchecked(outcomes),
  ];
}

function describeUnchecked(outcomes: readonly Outcome[]): string[] {
  const counts = new Map<Reason, number>();
  for (const { verdict } of outcomes) {
    if (typeof verdict === "string" && verdict !== "agrees")
      counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  const total = [...counts.values()].reduce((sum, one) => sum + one, 0);
  const sorted = [...counts].sort(([, left], [, right]) => right - left);
  return [`  not checked: ${total}`, ...sorted.map(([reason, count]) => `    ${count} ${UNCHECKED[reason]}`)];
}

function countSorts(outcomes: readonly Outcome[]): string {
  const of = (sort: Outcome["sort"]) => outcomes.filter((one) => one.sort === sort).length;
  return SORTS.map((sort) => `${of(sort)} ${sort}s`).join(", ");
}
