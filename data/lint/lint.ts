import type { CatalogueSources } from "../build/read-sources";
import { createContext, type Problem, type Rule } from "./rule";
import { behavioursRule } from "./rules/behaviours";
import { calendarRule } from "./rules/calendar";
import { categoriesRule } from "./rules/categories";
import { compilesRule } from "./rules/compiles";
import { duplicateKeysRule } from "./rules/duplicate-keys";
import { existenceRule } from "./rules/existence";
import { formattingRule } from "./rules/formatting";
import { reasonsRule } from "./rules/reasons";
import { referencesRule } from "./rules/references";
import { schemaRule } from "./rules/schema";
import { signaturesRule } from "./rules/signatures";
import { summariesRule } from "./rules/summaries";
import { triggersRule } from "./rules/triggers";
import { typesRule } from "./rules/types";
import { uniqueIdsRule } from "./rules/unique-ids";
import { urlsRule } from "./rules/urls";
import { versionsRule } from "./rules/versions";

/** Every rule, in the order in which its problems are told. */
export const RULES: readonly Rule[] = [
  schemaRule,
  duplicateKeysRule,
  formattingRule,
  compilesRule,
  uniqueIdsRule,
  referencesRule,
  versionsRule,
  existenceRule,
  signaturesRule,
  typesRule,
  triggersRule,
  reasonsRule,
  summariesRule,
  behavioursRule,
  categoriesRule,
  urlsRule,
  calendarRule,
];

/** A problem and the name of the rule that found it. */
export interface LintProblem extends Problem {
  readonly rule: string;
}

/**
 * Holds sources against every rule. Where a file breaks the schema only the rules about its text are asked, since the
 * others read it as what it is not.
 */
export function lintSources(sources: CatalogueSources): LintProblem[] {
  const fromFiles = [schemaRule, duplicateKeysRule].flatMap((rule) => apply(rule, { ...EMPTY, ...sources }));
  if (fromFiles.length > 0) return fromFiles;
  const context = createContext(sources);
  return RULES.filter((rule) => rule !== schemaRule && rule !== duplicateKeysRule).flatMap((rule) =>
    apply(rule, context),
  );
}

const EMPTY = { modules: [], merged: [], catalogue: undefined, compileError: undefined };

function apply(rule: Rule, context: Parameters<Rule["check"]>[0]): LintProblem[] {
  return [...rule.check(context)].map((problem) => ({ ...problem, rule: rule.name }));
}
