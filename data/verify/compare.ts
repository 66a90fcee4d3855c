import { entryHas, hasComeAlready, micros } from "./minors";
import type { Answers, NameAnswer } from "./answers";
import type { EvidenceLookup } from "./evidence";
import { compareParameters } from "./compare-parameters";
import type { Fact } from "./facts";
import { outcomeOf, type Outcome, type Verdict } from "./outcome";

/** What one interpreter told, and what others know better. */
export interface Witness {
  readonly answers: Answers;
  /** Modules that some interpreter has as an extension: whether they are there depends on what it was built with. */
  readonly extensions: ReadonlySet<string>;
  /** Ids that another native interpreter of the same minor has: lacking them is a matter of the build. */
  readonly elsewhere: ReadonlySet<string>;
  /** What the catalogue was made from. */
  readonly evidence: EvidenceLookup;
}

/** Holds every fact against what an interpreter told. What stands inside of something rightly absent is left out. */
export function compareFacts(facts: readonly Fact[], witness: Witness): Outcome[] {
  return facts.flatMap((fact) => {
    return fact.sort === "module" ? compareModule(fact, witness) : compareName(fact, witness);
  });
}

/** Tells whether an interpreter has what a fact speaks of. */
export function isPresent(answers: Answers, fact: Fact): boolean {
  const { names } = answers.modules[fact.module];
  return fact.sort === "module" ? names !== undefined : nameAnswer(answers, fact) !== undefined;
}

function nameAnswer(answers: Answers, { module, key }: Fact): NameAnswer | undefined {
  const { names } = answers.modules[module];
  return names && Object.hasOwn(names, key) ? names[key] : undefined;
}

function compareModule(fact: Fact, witness: Witness): Outcome[] {
  const { answers } = witness;
  const hasPackage = fact.owner === undefined || isPresent(answers, fact.owner);
  if (hasPackage || isPresent(answers, fact)) return [outcomeOf(fact, judgeModule(fact, witness))];
  return isExpected(fact, answers) ? [outcomeOf(fact, "module")] : [];
}

function judgeModule(fact: Fact, witness: Witness): Verdict {
  const { answers, extensions } = witness;
  if (isPresent(answers, fact)) return judgePresent(fact, witness);
  const isBuildDependent = answers.modules[fact.module].origin === "failed" || extensions.has(fact.module);
  const verdict = judgeAbsent(fact, witness);
  return isBuildDependent && typeof verdict === "object" ? "build" : verdict;
}

function compareName(fact: Fact, witness: Witness): Outcome[] {
  const { answers } = witness;
  const hasModule = answers.modules[fact.module].names !== undefined;
  if (!hasModule) return isExpected(fact, answers) ? [outcomeOf(fact, "module")] : [];
  // What stands in something absent is absent as well: only the owner tells.
  if (fact.owner && !isPresent(answers, fact.owner)) return [];
  const answer = nameAnswer(answers, fact);
  if (answer === undefined) return [outcomeOf(fact, judgeAbsent(fact, witness))];
  const presence = outcomeOf(fact, judgePresent(fact, witness, answer));
  return isExpected(fact, answers) ? [presence, ...compareParameters(fact, answer, answers)] : [presence];
}

function judgePresent(fact: Fact, { answers, evidence }: Witness, answer?: NameAnswer): Verdict {
  if (isExpected(fact, answers)) return "agrees";
  // A metaclass's methods do not serve instances, and every object has a default of many special methods.
  if (answer?.where === "object" || answer?.where === "metaclass") return "default";
  if (isUnpromised(fact, answers)) return "unpromised";
  if (isUndocumented(fact) && !evidence(fact, answers.version[1])) return "micro";
  return { contradiction: "is there" };
}

function judgeAbsent(fact: Fact, { answers, elsewhere, evidence }: Witness): Verdict {
  const { entry } = fact;
  const isSeen = entryHas(entry.unpromised, answers) && micros(entry.micros, answers) === undefined;
  const isInstanceAttribute = entry.kind === "attribute" && fact.sort === "member";
  const owner = fact.owner && nameAnswer(answers, fact.owner);
  if (!isExpected(fact, answers) && !isSeen) {
    return answers.build === "wasm" ? "wasm" : isInstanceAttribute ? "instance" : "agrees";
  }
  if (isForeign(fact)) return "platform";
  if (answers.build === "wasm") return "wasm";
  if (elsewhere.has(fact.id)) return "build";
  if (isInstanceAttribute) return "instance";
  if (entry.hook || isProtocol(fact)) return "hook";
  if (owner?.dynamic) return "dynamic";
  if (owner && owner.kind !== "class" && owner.kind !== "exception") return "result";
  if (isSystemConstant(fact)) return "header";
  if (entry.added === "unknown") return "unknown";
  if (!hasComeAlready(entry.added, answers)) return "micro";
  if (isUndocumented(fact) && evidence(fact, answers.version[1])) return "micro";
  return { contradiction: isSeen ? "is not there, though it was seen" : "is not there" };
}

/** Tells whether it or what it stands in is there before it is promised. */
function isUnpromised(fact: Fact, answers: Answers): boolean {
  for (let one: Fact | undefined = fact; one; one = one.owner) {
    if (entryHas(one.entry.unpromised, answers)) return true;
  }
  return false;
}

/** Micro releases of one minor may differ in what the documentation does not promise. */
function isUndocumented({ entry }: Fact): boolean {
  return !entry.sources.includes("docs");
}

function isExpected({ available }: Fact, answers: Answers): boolean {
  return entryHas(available, answers);
}

/** Modules whose constants are those of the C library, the kernel and the libraries that Python was built with. */
const SYSTEM_MODULES = new Set([
  "curses",
  "errno",
  "fcntl",
  "mmap",
  "os",
  "posix",
  "resource",
  "select",
  "signal",
  "socket",
  "ssl",
  "termios",
]);

function isSystemConstant({ module, key, entry }: Fact): boolean {
  return entry.kind === "constant" && SYSTEM_MODULES.has(module) && /^[A-Z][A-Z0-9_]*$/.test(key);
}

/** The data model lists under `object` what any class may define and few have. */
function isProtocol({ owner, key }: Fact): boolean {
  return owner?.id === "builtins.object" && /\.__\w+__$/.test(key);
}

/** Tells whether only systems that no interpreter here runs on have it or what it stands in. */
function isForeign(fact: Fact): boolean {
  for (let one: Fact | undefined = fact; one; one = one.owner) {
    const { platforms } = one.entry;
    if (platforms) return !platforms.some((platform) => platform === "linux" || platform === "unix");
  }
  return false;
}
