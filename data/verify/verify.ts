import type { Answers } from "./answers";
import { compareFacts, isPresent } from "./compare";
import type { EvidenceLookup } from "./evidence";
import type { Fact } from "./facts";
import type { Outcome } from "./outcome";

/** Holds facts against what several interpreters told; gives the outcomes of each, in their order. */
export function verify(
  facts: readonly Fact[],
  told: readonly Answers[],
  evidence: EvidenceLookup,
): Outcome[][] {
  const extensions = new Set(told.flatMap(extensionsOf));
  return told.map((answers) => {
    const siblings = told.filter(
      (one) => one !== answers && one.build === "native" && one.version[1] === answers.version[1],
    );
    const present = facts.filter((fact) => siblings.some((one) => isPresent(one, fact)));
    const elsewhere = new Set(present.map((fact) => fact.id));
    return compareFacts(facts, { answers, extensions, elsewhere, evidence });
  });
}

function extensionsOf({ modules }: Answers): string[] {
  return Object.keys(modules).filter((name) => modules[name].origin === "extension");
}
