import type { Answers } from "./answers";
import { compareFacts, isPresent } from "./compare";
import type { Fact } from "./facts";
import type { Outcome } from "./outcome";

/** Holds facts against what several interpreters told; gives the outcomes of each, in their order. */
export function verify(facts: readonly Fact[], told: readonly Answers[]): Outcome[][] {
  const extensions = new Set(told.flatMap(extensionsOf));
  return told.map((answers) => {
    const siblings = told.filter(
      (one) => one !== answers && one.build === "native" && one.version[1] === answers.version[1],
    );
    const present = facts.filter((fact) => siblings.some((one) => isPresent(one, fact)));
    return compareFacts(facts, { answers, extensions, elsewhere: new Set(present.map((fact) => fact.id)) });
  });
}

function extensionsOf({ modules }: Answers): string[] {
  return Object.keys(modules).filter((name) => modules[name].origin === "extension");
}
