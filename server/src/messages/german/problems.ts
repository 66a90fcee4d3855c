import type {
  DeclarationProblem,
  RangeAdvice,
  ValueType,
  WantedValue,
} from "../../engine/declaration-problems";
import { tomlReason } from "./toml-reasons";

const TYPES: Readonly<Record<ValueType, string>> = {
  array: "ein Array",
  boolean: "ein Wahrheitswert",
  date: "ein Datum",
  number: "eine Zahl",
  string: "eine Zeichenfolge",
  table: "eine Tabelle",
};

/** Words why a file or a value that should declare Pythons cannot be used. One sentence without a full stop. */
export function declarationProblem(problem: DeclarationProblem): string {
  switch (problem.kind) {
    case "unreadable-file":
      return problem.text;
    case "invalid-toml":
      return problem.reason === undefined
        ? "dies ist kein lesbares TOML"
        : `dies ist kein gültiges TOML: ${tomlReason(problem.reason)}`;
    case "invalid-json":
      return "dies ist kein lesbares JSON";
    case "wrong-type":
      return `\`${problem.key}\` ist ${TYPES[problem.found]}, muss aber ${mustBe(problem.wanted)}${trapOf(problem)}`;
    case "wrong-elements":
      return `\`${problem.key}\` muss ein Array von Zeichenfolgen sein und enthält anderes`;
    case "no-range":
      return `${keyed(problem.key)}\`${problem.written}\` ist kein Bereich von Python-Versionen; ${advise(problem.advice)}`;
    case "no-python3":
      return `${keyed(problem.key)}\`${problem.written}\` lässt kein Python 3 zu`;
    case "no-python":
      return `${keyed(problem.key)}\`${problem.written}\` nennt hier kein Python; richtig ist etwa \`${problem.example}\``;
    case "number":
      return `${keyed(problem.key)}\`${problem.written}\` ohne Anführungszeichen ist die Zahl ${problem.number}; richtig ist \`"${problem.written}"\``;
    case "repeated-key":
      return `\`${problem.key}\` steht zweimal da, was die Datei ungültig macht`;
    case "no-section":
      return "ein Wert muss in einem Abschnitt wie [options] stehen";
    case "never-closed":
      return "was hier geöffnet wird, wird nie geschlossen; die Datei wird daher nicht gelesen";
    case "several-blocks":
      return "ein Skript darf nur einen Block `# /// script` haben; keiner davon gilt";
    case "unknown-key":
      return `\`${problem.key}\` ist kein bekannter Schlüssel${problem.near === undefined ? "" : `; ist \`${problem.near}\` gemeint?`}`;
    case "no-choice":
      return `\`${problem.key}\` muss einer dieser Werte sein: ${problem.choices.join(", ")}`;
  }
}

function keyed(key: string | undefined): string {
  return key === undefined ? "" : `\`${key}\`: `;
}

function mustBe(wanted: WantedValue): string {
  switch (wanted.kind) {
    case "string":
      return `eine Zeichenfolge wie ${wanted.examples.map((example) => `"${example}"`).join(" oder ")} sein`;
    case "names":
      return "Python-Versionen nennen";
    case "strings":
      return "ein Array von Zeichenfolgen sein";
    case "table":
      return "eine Tabelle sein";
    case "patterns":
      return "eine Tabelle von Mustern und Werten sein";
  }
}

/** Whoever leaves the quotes out gets another version than the one that is written. */
function trapOf({ wanted, found }: Extract<DeclarationProblem, { kind: "wrong-type" }>): string {
  const isTrap = found === "number" && wanted.kind === "string" && wanted.examples.includes("3.10");
  return isTrap ? ": 3.10 ist die Zahl 3.1" : "";
}

function advise(advice: RangeAdvice): string {
  switch (advice.kind) {
    case "example":
      return "richtig ist ein Bereich nach PEP 440 wie `>=3.8` oder `>=3.8,<3.13`";
    case "no-or":
      return "PEP 440 kennt kein „oder“: einzelne Versionen schließt `!=3.9.*` aus";
    case "poetry":
      return `dies ist die Schreibweise von Poetry, richtig ist \`${advice.write}\``;
    case "two-numbers":
      return `\`~=\` braucht zwei Zahlen, richtig ist \`${advice.write}\``;
    case "no-parentheses":
      return `ohne Klammern ist es richtig: \`${advice.write}\``;
    case "instead":
      return `richtig ist \`${advice.write}\``;
  }
}
