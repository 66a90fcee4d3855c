import type {
  DeclarationProblem,
  RangeAdvice,
  ValueType,
  WantedValue,
} from "../../engine/declaration-problems";

const TYPES: Readonly<Record<ValueType, string>> = {
  array: "an array",
  boolean: "true or false",
  date: "a date",
  number: "a number",
  string: "a string",
  table: "a table",
};

/** Words why a file or a value that should declare Pythons cannot be used. One sentence without a full stop. */
export function declarationProblem(problem: DeclarationProblem): string {
  switch (problem.kind) {
    case "unreadable-file":
      return problem.text;
    case "invalid-toml":
      return problem.reason === undefined
        ? "this is no TOML that can be read"
        : `this is no valid TOML: ${problem.reason}`;
    case "invalid-json":
      return "this is no JSON that can be read";
    case "wrong-type":
      return `\`${problem.key}\` ${mustBe(problem.wanted)}, not ${TYPES[problem.found]}${trapOf(problem)}`;
    case "wrong-elements":
      return `\`${problem.key}\` must be an array of strings, not an array of something else`;
    case "no-range":
      return `${keyed(problem.key)}\`${problem.written}\` is no range of Python versions; ${advise(problem.advice)}`;
    case "no-python3":
      return `${keyed(problem.key)}\`${problem.written}\` lets no Python 3 in`;
    case "no-python":
      return `${keyed(problem.key)}\`${problem.written}\` names no Python here; write it like \`${problem.example}\``;
    case "number":
      return `${keyed(problem.key)}\`${problem.written}\` without quotes is the number ${problem.number}; write \`"${problem.written}"\``;
    case "repeated-key":
      return `\`${problem.key}\` is given twice, which makes the file invalid`;
    case "no-section":
      return "a value must stand in a section such as [options]";
    case "never-closed":
      return "what is opened here is never closed, so this file is not read";
    case "several-blocks":
      return "a script may have only one block `# /// script`; none counts";
    case "unknown-key":
      return `\`${problem.key}\` is no known key${problem.near === undefined ? "" : `; did you mean \`${problem.near}\`?`}`;
    case "no-choice":
      return `\`${problem.key}\` must be one of ${problem.choices.join(", ")}`;
  }
}

function keyed(key: string | undefined): string {
  return key === undefined ? "" : `\`${key}\`: `;
}

function mustBe(wanted: WantedValue): string {
  switch (wanted.kind) {
    case "string":
      return `must be a string such as ${wanted.examples.map((example) => `"${example}"`).join(" or ")}`;
    case "names":
      return "must name Pythons";
    case "strings":
      return "must be an array of strings";
    case "table":
      return "must be a table";
    case "patterns":
      return "must be a table from patterns to values";
  }
}

/** Whoever leaves the quotes out gets another version than the one that is written. */
function trapOf({ wanted, found }: Extract<DeclarationProblem, { kind: "wrong-type" }>): string {
  const isTrap = found === "number" && wanted.kind === "string" && wanted.examples.includes("3.10");
  return isTrap ? ": 3.10 is the number 3.1" : "";
}

function advise(advice: RangeAdvice): string {
  switch (advice.kind) {
    case "example":
      return "write a PEP 440 range such as `>=3.8` or `>=3.8,<3.13`";
    case "no-or":
      return "PEP 440 has no “or”: leave versions out with `!=3.9.*`";
    case "poetry":
      return `this is Poetry's syntax, write \`${advice.write}\``;
    case "two-numbers":
      return `\`~=\` needs two numbers, write \`${advice.write}\``;
    case "no-parentheses":
      return `write it without parentheses: \`${advice.write}\``;
    case "instead":
      return `write \`${advice.write}\``;
  }
}
