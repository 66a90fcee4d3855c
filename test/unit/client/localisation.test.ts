import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import bundle from "../../../client/l10n/bundle.l10n.json";
import germanBundle from "../../../client/l10n/bundle.l10n.de.json";
import manifest from "../../../package.json";
import englishManifest from "../../../package.nls.json";
import germanManifest from "../../../package.nls.de.json";
import { ROOT } from "../../workbench/paths";

/** Texts of the manifest that users read. Others are names: of the product, of settings, of files. */
const WORDED = new Set(["title", "name", "description", "markdownDescription", "enumDescriptions"]);
/** Proper names are the same in every language. */
const NAMES = new Set(["SinceWhen"]);

type Texts = Readonly<Record<string, string>>;

describe("the manifest's texts", () => {
  const texts = [...wordedTexts(manifest.contributes)];
  const used = texts.map(({ text }) => /^%(.+)%$/.exec(text)?.[1]);

  it("are keys of the bundles, but for names", () => {
    const plain = texts.filter(({ text }) => !/^%.+%$/.test(text) && !NAMES.has(text));
    assert.deepEqual(plain, []);
    assert.ok(used.length > 40);
  });

  it("stand in every bundle, and every text of a bundle is used", () => {
    const wanted = new Set(used.filter((key) => key !== undefined));
    for (const bundle of [englishManifest, germanManifest]) {
      assert.deepEqual(Object.keys(bundle).toSorted(), [...wanted].toSorted());
    }
  });

  it("keep code, commands and settings in every language", () => {
    for (const [key, text] of Object.entries(englishManifest as Texts)) {
      assert.deepEqual(codeIn((germanManifest as Texts)[key]), codeIn(text), key);
    }
  });

  it("are translated", () => {
    const same = Object.entries(englishManifest as Texts).filter(
      ([key, text]) => (germanManifest as Texts)[key] === text,
    );
    assert.deepEqual(same, []);
  });
});

describe("the client's sentences", () => {
  const sentences = sourceFiles(path.join(ROOT, "client/src")).flatMap(sentencesIn);

  it("stand in every bundle, and every sentence of a bundle is used", () => {
    const wanted = [...new Set(sentences)].toSorted();
    assert.ok(wanted.length > 15);
    for (const each of [bundle, germanBundle]) assert.deepEqual(Object.keys(each).toSorted(), wanted);
  });

  it("read as they stand in English, and have the same placeholders in every language", () => {
    for (const [sentence, english] of Object.entries(bundle as Texts)) {
      assert.equal(english, sentence);
      assert.deepEqual(placeholders((germanBundle as Texts)[sentence]), placeholders(sentence), sentence);
      assert.notEqual((germanBundle as Texts)[sentence], sentence);
    }
  });
});

describe("the walkthrough", () => {
  const [walkthrough] = manifest.contributes.walkthroughs;
  const commands = new Set(manifest.contributes.commands.map(({ command }) => command));

  it("has a page for each step in every language", () => {
    for (const { media } of walkthrough.steps) {
      for (const page of [media.markdown, media.markdown.replace(/\.md$/, ".nls.de.md")]) {
        assert.ok(existsSync(path.join(ROOT, page)), page);
      }
    }
    const pages = readdirSync(path.join(ROOT, "client/walkthrough"));
    assert.equal(pages.length, 2 * walkthrough.steps.length);
  });

  it("offers commands and settings that there are", () => {
    const texts = [
      ...Object.values({ ...englishManifest, ...germanManifest } as Texts),
      ...readdirSync(path.join(ROOT, "client/walkthrough")).map((name) =>
        readFileSync(path.join(ROOT, "client/walkthrough", name), "utf8"),
      ),
      ...walkthrough.steps.flatMap(({ completionEvents }) => completionEvents),
    ];
    const settings = Object.keys(manifest.contributes.configuration.properties);
    const views = manifest.contributes.views.sinceWhen.map(({ id }) => id);
    const known = new Set([...commands, ...settings, ...views, ...views.map((id) => `${id}.focus`)]);
    const named = texts.join("\n").match(/\bsinceWhen(?:\.\w+)+/g) ?? [];
    assert.deepEqual([...new Set(named)].filter((name) => !known.has(name)).toSorted(), []);
  });
});

/** Every text under a worded key, with the keys that lead to it. */
function* wordedTexts(
  value: unknown,
  keys: readonly string[] = [],
): Generator<{ readonly keys: string; readonly text: string }> {
  if (typeof value === "string") {
    // The texts of a list stand under the key of the list.
    const key = keys.findLast((each) => !/^\d+$/.test(each));
    if (key !== undefined && WORDED.has(key)) yield { keys: keys.join("."), text: value };
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) yield* wordedTexts(part, [...keys, key]);
}

function codeIn(text: string): string[] {
  return (text.match(/`[^`]+`|\]\([^)]+\)|# sincewhen: \w+/g) ?? []).toSorted();
}

function placeholders(text: string): string[] {
  return (text.match(/\{\d+\}/g) ?? []).toSorted();
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => path.join(folder, name));
}

/** The sentences that a file gives to `vscode.l10n.t`. Throws where one is not a plain literal, as no bundle could have it. */
function sentencesIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(source) === "vscode.l10n.t") {
      const [sentence] = node.arguments;
      assert.ok(sentence && ts.isStringLiteralLike(sentence), `${file}: ${node.getText(source)}`);
      found.push(sentence.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
