import type { ParameterNote } from "../evidence/docs-evidence";

/** A name set apart, or one that only a program would write. */
const NAME = String.raw`(?:\*+\w+\*|\x60\x60\w+\x60\x60|\b[a-z]+_\w+\b)`;
/** Names as a sentence lists them: ``*a*``, ``*a* and *b*``, ``*a*, *b*, and *c*``. */
const NAMES = String.raw`(${NAME}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?${NAME})*)`;
/** What may stand before names of parameters: `the new optional keyword-only parameter`. */
const WORDS = String.raw`(?:(?:an?|the|new|optional|extra|additional|following|support for|keyword(?:-only)?|positional(?:-only)?|parameters?|arguments?|options?|boolean)\s+)*`;
const PARAMETER = String.raw`(?:parameters?|arguments?|args?|keywords?|options?|flags?)`;
const IS = String.raw`(?:is|are|was|were|has\s+been|have\s+been|became|become)(?:\s+now)?`;
/** What may stand behind names that are parameters: the word for it, or the end of the thought. */
const AS_PARAMETER = String.raw`(?=(?:\s+[a-z-]+)?\s+${PARAMETER}\b|\s*(?:[.,;:(]|$)|\s+(?:to|for|as|with|and|by)\b)`;

interface Pattern {
  readonly verb: ParameterNote["verb"];
  readonly sentence: RegExp;
}

const PATTERNS: readonly Pattern[] = [
  pattern("remove", `^removed?\\s+${WORDS}${NAMES}${AS_PARAMETER}`),
  pattern("remove", `^(?:the\\s+)?${WORDS}${NAMES}(?:\\s+${PARAMETER})?\\s+${IS}\\s+removed\\b`),
  pattern(
    "kwonly",
    `^(?:the\\s+)?${WORDS}${NAMES}(?:\\s+[a-z-]+){0,3}?\\s+${IS}\\s+(?:a\\s+)?(?::ref:\`)?keyword[- ]only`,
  ),
  pattern(
    "anykw",
    `^(?:the\\s+)?${WORDS}${NAMES}(?:\\s+[a-z-]+)?\\s+(?:${IS}|can(?:\\s+now)?\\s+be)\\s+(?:now\\s+)?(?:[a-z]+\\s+)?as\\s+(?:a\\s+)?keyword\\s+(?:argument|parameter)s?`,
  ),
  pattern("posonly", `^(?:the\\s+)?${WORDS}${NAMES}(?:\\s+[a-z-]+){0,3}?\\s+${IS}\\s+positional[- ]only`),
  pattern("optional", `^(?:the\\s+)?${WORDS}${NAMES}(?:\\s+${PARAMETER})?\\s+${IS}\\s+optional\\b`),
  pattern("add", `^(?:also\\s+)?add(?:ed|s)?\\s+${WORDS}${NAMES}${AS_PARAMETER}`),
  pattern("add", `^new\\s+${WORDS}${NAMES}${AS_PARAMETER}`),
  pattern("add", `^(?:the\\s+)?${WORDS}${NAMES}(?:\\s+[a-z-]+){0,3}?\\s+(?:${IS}\\s+)?(?:added|new)\\b`),
  pattern(
    "add",
    `\\bnow\\s+(?:supports?|accepts?|takes?|has)\\s+${WORDS}${NAMES}\\s+(?:[a-z-]+\\s+)?${PARAMETER}\\b`,
  ),
  pattern("add", `^the\\s+${WORDS}${NAMES}(?:\\s+${PARAMETER})?\\s*\\.?$`),
  pattern("add", `^support\\s+for\\s+${WORDS}${NAMES}(?:\\s+[a-z-]+)?\\s+${PARAMETER}\\s+was\\s+added`),
];

/** In a note of deprecation: nothing but the parameter is named, or is what is deprecated. */
const DEPRECATED = new RegExp(
  `^(?:the\\s+)?${WORDS}${NAMES}\\s+${PARAMETER}(?:\\s+${IS}\\s+deprecated.*)?\\s*\\.?$`,
  "i",
);

const LIKE = String.raw`(?:an?\s+|any\s+)?(?:writable\s+)?(path|bytes)-like\s+objects?`;
/** Sentences that say what is taken from then on; the first group names parameters, the second the kind of object. */
const ACCEPTED: readonly RegExp[] = [
  new RegExp(
    `^(?:the\\s+)?${NAMES}(?:\\s+${PARAMETER})?\\s+(?:now\\s+)?(?:also\\s+)?(?:accepts?|can(?:\\s+now)?(?:\\s+also)?\\s+be)\\s+${LIKE}`,
    "i",
  ),
  new RegExp(`^(?:now\\s+)?accepts?\\s+${LIKE}\\s+for\\s+(?:the\\s+)?${NAMES}`, "i"),
  new RegExp(`^()(?:now\\s+)?accepts?\\s+${LIKE}\\s*\\.?$`, "i"),
  new RegExp(`^()${LIKE}\\s+(?:is|are)(?:\\s+now)?\\s+accepted`, "i"),
  new RegExp(`^()added\\s+support\\s+for\\s+(?:the\\s+)?${LIKE}\\s*\\.?$`, "i"),
];
const DEFAULTED: readonly RegExp[] = [
  new RegExp(
    `^the\\s+default(?:\\s+value)?\\s+(?:of|for)\\s+(?:the\\s+)?${NAMES}(?:\\s+${PARAMETER})?\\s+(?:is\\s+now|(?:was|has\\s+been)\\s+changed|changed)`,
    "i",
  ),
  new RegExp(`^(?:the\\s+)?${NAMES}(?:\\s+${PARAMETER})?\\s+now\\s+defaults\\s+to\\b`, "i"),
];

const RENAMED = new RegExp(`${NAMES}(?:\\s+${PARAMETER})?\\s+${IS}\\s+renamed(?:\\s+to)?\\s+${NAMES}`, "i");

/**
 * Reads from the text of a note what happened to parameters. Believes only sentences that are about nothing else, and
 * only names that the signature has (of removed ones: has not). `signature` holds parameter names; without any, as of a
 * class that is shown without parentheses, the sentence has to call them parameters.
 *
 * Example: "Added the *sep* and *end* parameters." → add `sep`, add `end`.
 */
export function readParameterNotes(text: string, signature: ReadonlySet<string>): ParameterNote[] {
  const notes = new Map<string, ParameterNote>();
  for (const sentence of sentencesOf(text)) {
    const found = [...renamesIn(sentence), ...plainNotesIn(sentence, signature), ...valueNotesIn(sentence)];
    for (const note of found) {
      const key =
        note.verb === "accepts" || note.verb === "default" ? `${note.verb} ${note.name}` : note.name;
      if (!notes.has(key)) notes.set(key, note);
    }
  }
  return [...notes.values()];
}

/** Tells whether a sentence may speak of a name as of a parameter of that signature. */
function isParameter(
  verb: ParameterNote["verb"],
  name: string,
  signature: ReadonlySet<string>,
  isCalled: boolean,
): boolean {
  if (signature.size === 0 || (signature.has(REST) && isCalled)) return isCalled;
  return (verb === "remove") !== signature.has(name);
}

/** Stands among the names of a signature for any further keyword. */
const REST = "**";

/** Reads from the text of a note of deprecation which parameters it is about; none when it is about the thing itself. */
export function readDeprecatedParameters(text: string, signature: ReadonlySet<string>): ParameterNote[] {
  const [first] = sentencesOf(text);
  const match = first === undefined ? null : DEPRECATED.exec(first);
  return match
    ? namesIn(match[1])
        .filter((name) => signature.size === 0 || signature.has(name))
        .map((name) => ({ verb: "deprecate", name }))
    : [];
}

/**
 * Lists the parameter names of a signature, optional parts in brackets included: `open(file, mode='r')`; `**` where it
 * takes further keywords.
 */
export function parameterNames(signature: string): Set<string> {
  const inside = signature.slice(signature.indexOf("(") + 1);
  const bare = signature.includes("(") ? inside.replace(/(['"]).*?\1/g, "").replace(/=[^,\])]*/g, "") : "";
  const names = [...bare.matchAll(/(?<![.\w])[A-Za-z_]\w*/g)].map(([name]) => name);
  return new Set(bare.includes("**") ? [...names, REST] : names);
}

function plainNotesIn(sentence: string, signature: ReadonlySet<string>): ParameterNote[] {
  for (const { verb, sentence: form } of PATTERNS) {
    const match = form.exec(sentence);
    if (!match) continue;
    const names = namesIn(match[1]);
    const isCalled = new RegExp(`\\b${PARAMETER}\\b`, "i").test(sentence);
    const believed = names.filter((name) => isParameter(verb, name, signature, isCalled));
    if (believed.length > 0) return believed.map((name) => ({ verb, name }));
  }
  return [];
}

/** What is taken for a value, and what stands for one that is left out. */
function valueNotesIn(sentence: string): ParameterNote[] {
  const plain = sentence.replace(/:[\w:]+:`([^`<]*?)\s*(?:<[^>]*>)?`/g, "$1");
  for (const form of ACCEPTED) {
    const match = form.exec(plain);
    if (!match) continue;
    const [names, kind] = /^(?:path|bytes)$/i.test(match[1]) ? [match[2], match[1]] : [match[1], match[2]];
    const taken = `${kind.toLowerCase()}-like`;
    const named = namesIn(names);
    return (named.length > 0 ? named : [""]).map((name) => ({ verb: "accepts", name, to: taken }));
  }
  for (const form of DEFAULTED) {
    const match = form.exec(plain);
    if (match) return namesIn(match[1]).map((name) => ({ verb: "default", name }));
  }
  return [];
}

function renamesIn(sentence: string): ParameterNote[] {
  const match = RENAMED.exec(sentence);
  if (!match) return [];
  const [from, to] = [namesIn(match[1]), namesIn(match[2])];
  return from.length === to.length
    ? from.map((name, index) => ({ verb: "rename", name, to: to[index] }))
    : [];
}

function namesIn(list: string): string[] {
  return [...list.matchAll(/\w+/g)].map(([name]) => name).filter((name) => name !== "and" && name !== "the");
}

/** Cuts a text into sentences and list items, line breaks taken away. */
function sentencesOf(text: string): string[] {
  return text
    .split(/\n\s*\n|\n\s*[*-]\s+|(?<=[.;])\s+(?=[A-Z*`:])/)
    .flatMap((part) => part.split(/,\s+and\s+(?=the\s+\*\w+\*\s+(?:parameter|argument))/))
    .map((part) =>
      part
        .replace(/^\s*[*-]\s+/, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((part) => part !== "");
}

function pattern(verb: ParameterNote["verb"], sentence: string): Pattern {
  return { verb, sentence: new RegExp(sentence, "i") };
}
