import type { Answers } from "./answers";
import { compareFacts, isPresent } from "./compare";
import type { EvidenceLookup } from "./evidence";
import type { Fact } from "./facts";
import type { Outcome } from "./outcome";

/** From so many minors on, what none of them has as told is no matter of micro releases. */
const ENOUGH_MINORS = 3;

/** Holds facts against what several interpreters told; gives the outcomes of each, in their order. */
export function verify(
  facts: readonly Fact[],
  told: readonly Answers[],
  evidence: EvidenceLookup,
): Outcome[][] {
  const extensions = new Set(told.flatMap(extensionsOf));
  const outcomes = told.map((answers) => {
    const siblings = told.filter(
      (one) => one !== answers && one.build === "native" && one.version[1] === answers.version[1],
    );
    const present = facts.filter((fact) => siblings.some((one) => isPresent(one, fact)));
    const elsewhere = new Set(present.map((fact) => fact.id));
    return compareFacts(facts, { answers, extensions, elsewhere, evidence });
  });
  return contradictedEverywhere(outcomes, told);
}

/** Calls a contradiction what was put down to micro releases, though no interpreter has it as told. */
function contradictedEverywhere(outcomes: readonly Outcome[][], told: readonly Answers[]): Outcome[][] {
  const agreed = new Set<string>();
  const minors = new Map<string, Set<number>>();
  outcomes.forEach((run, place) => {
    for (const { id, verdict } of run) {
      if (verdict === "agrees") agreed.add(id);
      if (verdict !== "micro") continue;
      const known = minors.get(id) ?? new Set();
      minors.set(id, known.add(told[place].version[1]));
    }
  });
  const isNowhere = (id: string) => !agreed.has(id) && (minors.get(id)?.size ?? 0) >= ENOUGH_MINORS;
  return outcomes.map((run) =>
    run.map((one) =>
      one.verdict === "micro" && isNowhere(one.id)
        ? { ...one, verdict: { contradiction: "is nowhere as told" } }
        : one,
    ),
  );
}

function extensionsOf({ modules }: Answers): string[] {
  return Object.keys(modules).filter((name) => modules[name].origin === "extension");
}
