import assert from "node:assert/strict";
import { languageOf, WORDINGS } from "../../../server/src/messages";
import { SYNTAX_NAMES as ENGLISH_SYNTAX } from "../../../server/src/messages/english/syntax-names";
import type { Wording } from "../../../server/src/messages/wording";
import { tableSamples } from "./fix-samples";
import type { Sample } from "./sample";
import { samples } from "./samples";

const { de, en } = WORDINGS;

/** Words that no German sentence has, outside of code. */
const ENGLISH_WORDS =
  /(?<![\w-])(?:a|and|are|be|by|can|does|every|files?|for|from|gone|has|have|is|it|means?|more|needs?|newer|not|of|on|or|other|since|some|than|that|the|this|to|use|uses|what|where|which|with|without|you|your)(?![\w-])/;

/** What both languages call the same. */
const SAME = new Set([
  "Python 3.8",
  "Multimedia",
  "Syntax",
  "Internet",
  "pkg.a, pkg.b",
  "requires-python in pyproject.toml",
]);

describe("the language of the server's sentences", () => {
  it("follows the locale of the client, and is English where there is no other", () => {
    assert.deepEqual(["de", "de-AT", "de_CH.UTF-8", "DE"].map(languageOf), ["de", "de", "de", "de"]);
    assert.deepEqual(["en", "fr", "den", "", undefined].map(languageOf), ["en", "en", "en", "en", "en"]);
  });
});

describe("the German sentences", () => {
  const every = [...samples(), ...tableSamples(en), ...syntaxSamples(), ...categorySamples()];

  it("are all among these samples", () => {
    const { wording, untouched } = watch(de);
    for (const { word } of every) word(wording);
    assert.deepEqual(untouched(), []);
  });

  it("have words for the same things", () => {
    assert.deepEqual(shapeOf(de), shapeOf(en));
  });

  it("tell whatever the English ones tell: code, names, numbers", () => {
    for (const { name, word } of every) {
      const told = word(de);
      const missing = factsIn(word(en)).filter((fact) => !told.includes(fact));
      assert.deepEqual(missing, [], `${name}: ${told}`);
    }
  });

  it("are German", () => {
    for (const { name, word } of every) {
      const text = word(de);
      assert.doesNotMatch(prose(text), ENGLISH_WORDS, `${name}: ${text}`);
      assert.ok(text !== word(en) || isSame(text), `${name} is not translated: ${text}`);
      assert.doesNotMatch(text, /[“”](?!\))[^“]*”|undefined|\bSie\b/, `${name}: ${text}`);
    }
  });

  it("count one thing and several", () => {
    assert.equal(de.minimum.rest(1), "1 Datei läuft auf jedem Python 3.");
    assert.equal(de.minimum.rest(2), "2 Dateien laufen auf jedem Python 3.");
    assert.equal(de.floor.lower("3.6", 1), "3.6: 1 Stelle läuft nicht");
    assert.equal(
      de.fixes.title({ id: "raise-floor", details: { version: "3.8", path: "setup.py", files: "3" } }),
      "Mindestversion in setup.py und 2 weiteren Dateien auf Python 3.8 anheben",
    );
  });

  it("quote as German does", () => {
    assert.equal(de.names.behaviour("re: split empty"), "das Verhalten „re: split empty“");
  });
});

function syntaxSamples(): Sample[] {
  return Object.keys(ENGLISH_SYNTAX).map((id) => ({
    name: `syntax ${id}`,
    word: ({ names }) => names.syntax(id) ?? assert.fail(`${id} has no name`),
  }));
}

function categorySamples(): Sample[] {
  return (Object.keys(en.releases.categories) as (keyof typeof en.releases.categories)[]).map((category) => ({
    name: `category ${category}`,
    word: ({ releases }) => releases.categories[category],
  }));
}

/** Code between its marks, dotted names, paths and numbers: what a translation must not lose. */
function factsIn(text: string): string[] {
  return (
    text.match(
      /`[^`]+`|\b\w+(?:\.\w+)+(?::\d+)?|\d+(?:\.\d+)*|\b[xX][yY][zZ]\b|[A-Z]\w*Error\b|[A-Z_]{4,}\b/g,
    ) ?? []
  );
}

/** Leaves out what is the same in every language. */
function prose(text: string): string {
  return text.replaceAll(/`[^`]*`/g, " ").replaceAll(/\b\w+(?:\.\w+)+/g, " ");
}

function isSame(text: string): boolean {
  return SAME.has(text) || prose(text).trim() === "" || /^[\W\d_xyz]*$/i.test(text);
}

/** The keys of a wording, and whether a word, a list or a function stands under each. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length;
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, part]) => [key, shapeOf(part)]),
  );
}

/** Lets one see what of a wording is never asked for. */
function watch(wording: Wording): { wording: Wording; untouched: () => string[] } {
  const touched = new Set<string>();
  const spy = (value: object, path: string): object =>
    new Proxy(value, {
      get(target, key) {
        const part: unknown = Reflect.get(target, key);
        const name = `${path}.${String(key)}`;
        touched.add(name);
        return typeof part === "object" && part !== null && !Array.isArray(part) ? spy(part, name) : part;
      },
    });
  const leaves = function* (value: object, path: string): Generator<string> {
    for (const [key, part] of Object.entries(value) as [string, unknown][]) {
      const name = `${path}.${key}`;
      if (typeof part === "object" && part !== null && !Array.isArray(part)) yield* leaves(part, name);
      else yield name;
    }
  };
  return {
    wording: spy(wording, "") as Wording,
    untouched: () =>
      [...leaves(wording, "")].filter((name) => !touched.has(name) && !/\.worded\.|\.months$/.test(name)),
  };
}
