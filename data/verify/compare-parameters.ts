import { parameterId } from "../../server/src/engine/catalogue/ids";
import type { Answers, NameAnswer } from "./answers";
import type { Fact, ParameterFact } from "./facts";
import { entryHas, hasComeAlready, micros } from "./minors";
import type { Outcome, Verdict } from "./outcome";

/** A signature as an interpreter told it. */
interface Told {
  /** Names that a keyword can give, and those that only a position can. */
  readonly named: ReadonlySet<string>;
  readonly byPosition: ReadonlySet<string>;
  readonly anyPositional: boolean;
  readonly anyKeyword: boolean;
}

/** Holds the parameters of something callable that is there as expected against the signature that it told. */
export function compareParameters(fact: Fact, answer: NameAnswer, answers: Answers): Outcome[] {
  const { parameters } = answer;
  const outcome = (id: string, verdict: Verdict): Outcome => ({ id, sort: "parameter", verdict });
  const unchecked = parameters === undefined ? "signature" : isOperator(fact.key) ? "operator" : undefined;
  if (parameters === undefined || unchecked) {
    const expected = fact.parameters.filter((one) => entryHas(one.available, answers));
    return expected.map((one) => outcome(one.id, unchecked ?? "signature"));
  }
  const told = readTold(parameters);
  const known = fact.parameters.map((one) => outcome(one.id, judge(one, fact, told, answers)));
  const isListed = fact.id === fact.entry.id && fact.entry.signature !== undefined;
  const unlisted = isListed ? findUnlisted(fact, told, answers) : [];
  return [
    ...known,
    ...unlisted.map((name) =>
      outcome(
        parameterId(fact.entry.id, name),
        // Without its extensions a build falls back on versions written in Python, which name more.
        answers.build === "wasm" ? "replaced" : { contradiction: "is taken, but not listed" },
      ),
    ),
  ];
}

/** Tells whether Python itself calls a method, so that the names of its parameters do not matter. */
function isOperator(key: string): boolean {
  return /(?:^|\.)__(?!init__|new__|call__)\w+__$/.test(key);
}

function readTold(parameters: readonly string[]): Told {
  const starting = (start: string) => parameters.filter((one) => one.startsWith(start));
  const keywords = parameters.filter((one) => !/^[/*]/.test(one)).map((one) => one.replace(/^=/, ""));
  return {
    named: new Set(keywords),
    byPosition: new Set(starting("/").map((one) => one.slice(1))),
    anyPositional: parameters.some((one) => /^\*[^*]/.test(one)),
    anyKeyword: starting("**").length > 0,
  };
}

function judge(parameter: ParameterFact, fact: Fact, told: Told, answers: Answers): Verdict {
  const { name } = parameter;
  if (name.startsWith("_")) return "private";
  const isTaken = told.named.has(name) || told.byPosition.has(name);
  if (entryHas(parameter.available, answers)) {
    return isTaken ? "agrees" : judgeLacking(parameter, fact, told, answers);
  }
  const isUnpromised = entryHas(parameter.unpromised, answers);
  if (isTaken) return isUnpromised ? "unpromised" : { contradiction: "is taken" };
  if (answers.build === "wasm") return "wasm";
  if (told.anyKeyword) return "variadic";
  if (isUnpromised && micros(parameter.micros, answers) === undefined) {
    return { contradiction: "is not taken, though it was seen" };
  }
  return "agrees";
}

function judgeLacking(parameter: ParameterFact, fact: Fact, told: Told, answers: Answers): Verdict {
  const { name, position, positionalOnly, added } = parameter;
  const old = oldNames(fact, name, answers);
  if (old.some((one) => told.named.has(one) || told.byPosition.has(one))) return "agrees";
  if (answers.build === "wasm") return "wasm";
  if (told.anyKeyword || (told.anyPositional && position !== undefined)) return "variadic";
  const isCovered = position !== undefined && position < told.byPosition.size;
  const isUncertain = !fact.entry.sources.includes("runtime") || becomesKeyword(fact, name, answers);
  if (isCovered && (positionalOnly || isUncertain)) return "positional";
  if (!hasComeAlready(added, answers)) return "micro";
  return { contradiction: "is not taken" };
}

/** Names that a parameter had in the interpreter's minor by what later releases changed, nearest first. */
function oldNames(fact: Fact, name: string, answers: Answers): string[] {
  const later = fact.entry.changes.filter((one) => one.kind === "parameter" && isLater(one.version, answers));
  return later.flatMap((one) => {
    const old = /^Was called (\w+)/.exec(one.summary)?.[1];
    return one.name === name && old !== undefined ? [old] : [];
  });
}

function becomesKeyword(fact: Fact, name: string, answers: Answers): boolean {
  return fact.entry.changes.some(
    (one) =>
      one.name === name && isLater(one.version, answers) && one.summary.startsWith("Can be given by keyword"),
  );
}

function findUnlisted(fact: Fact, told: Told, answers: Answers): string[] {
  const listed = new Set(fact.parameters.flatMap((one) => [one.name, ...oldNames(fact, one.name, answers)]));
  return [...told.named].filter((name) => !listed.has(name) && !name.startsWith("_"));
}

function isLater(version: string, { version: [, minor] }: Answers): boolean {
  return Number(/^3\.(\d+)/.exec(version)?.[1]) > minor;
}
