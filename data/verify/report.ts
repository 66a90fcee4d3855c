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

/**
 * Words what every interpreter gave, then what is wrong; lines without an end. `listed` is a reason for which facts could
 * not be checked: these are named, too.
 */
export function report(finished: readonly Finished[], judgement: Judgement, listed?: Reason): string[] {
  const perRun = finished.flatMap((one, place) => describeRun(one, judgement.explained[place]));
  const labels = finished.map(labelOf);
  const contradictions = judgement.contradictions.map(
    ({ id, what, runs }) => `${id} ${what}: ${runs.map((run) => labels[run]).join(", ")}`,
  );
  const wrong = judgement.contradictions.length;
  return [
    ...perRun,
    ...summarise(finished),
    ...(listed ? listUnchecked(finished, listed) : []),
    ...(judgement.idle.length > 0
      ? [`exceptions that these interpreters do not need: ${judgement.idle.join(", ")}`]
      : []),
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
    ...describeFacts(outcomes, new Set(checked.map(({ id }) => id))),
  ];
}

/** Counts each fact once, however many interpreters were asked for it. */
function describeFacts(outcomes: readonly Outcome[], checked: ReadonlySet<string>): string[] {
  const facts = [...new Map(outcomes.map((one) => [one.id, one])).values()];
  const known = facts.filter(({ id }) => checked.has(id));
  const rest = facts.filter(({ id }) => !checked.has(id));
  return [
    `${facts.length} facts of the catalogue`,
    `  checked somewhere: ${countSorts(known)}`,
    `  checked nowhere: ${countSorts(rest)}`,
    ...describeUnchecked(rest).slice(1),
  ];
}

function listUnchecked(finished: readonly Finished[], reason: Reason): string[] {
  const places = new Map<string, string[]>();
  for (const run of finished) {
    const ids = run.outcomes.filter(({ verdict }) => verdict === reason).map(({ id }) => id);
    for (const id of new Set(ids)) places.set(id, [...(places.get(id) ?? []), labelOf(run)]);
  }
  const sorted = [...places].sort(([left], [right]) => (left < right ? -1 : 1));
  return sorted.map(([id, labels]) => `${id}, ${UNCHECKED[reason]}: ${labels.join(", ")}`);
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
