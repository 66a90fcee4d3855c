import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { behavioursRule } from "../../../../../data/lint/rules/behaviours";
import { categoriesRule } from "../../../../../data/lint/rules/categories";
import { summariesRule } from "../../../../../data/lint/rules/summaries";
import { urlsRule } from "../../../../../data/lint/rules/urls";
import { problemsOf } from "../problems-of";

describe("lint rule summaries", () => {
  const saidOf = (summary: string) =>
    problemsOf(summariesRule, { authored: { m: { f: { summary } } } }).map((text) =>
      text.replace("m.f: the summary ", ""),
    );

  it("is silent on one plain sentence", () => {
    for (const text of [
      "Runs a coroutine and closes the loop.",
      "With False, Server.start_serving() opens the door.",
      "Takes *args and **kwargs, e.g. from a list.",
      "Multiplies a * b.",
      "Speaks TLS 1.3.",
      "Writes <a></a> in place of <a />.",
    ]) {
      assert.deepEqual(saidOf(text), [], text);
    }
  });

  it("flags what is not one sentence", () => {
    assert.deepEqual(saidOf("Runs. Then stops."), ["is more than one sentence."]);
    assert.deepEqual(saidOf("Runs a coroutine"), ["does not end with a full stop."]);
  });

  it("flags what is too long for a card", () => {
    assert.deepEqual(saidOf(`${"a".repeat(160)}.`), ["has 161 characters, more than 160."]);
    assert.deepEqual(saidOf(`${"a".repeat(159)}.`), []);
  });

  it("flags markup and blanks that come from elsewhere", () => {
    for (const text of [
      "Runs ``main``.",
      "Runs `main`.",
      "Runs :func:`main`.",
      "Runs *main* now.",
      "Runs <code>x</code>.",
    ]) {
      assert.deepEqual(saidOf(text), ["holds markup."], text);
    }
    assert.deepEqual(saidOf("Runs\nnow."), ["has blanks at its ends, in a row, or a line break."]);
  });

  it("lets the sentence of a change set a name in backticks", () => {
    const said = (summary: string) => {
      const changes = [{ version: "3.7", kind: "parameter", summary }] as const;
      return problemsOf(summariesRule, { authored: { m: { f: { changes } } } }).length;
    };
    assert.equal(said("`bases` can be given by position only."), 0);
    assert.equal(said("``bases`` can be given by position only."), 1);
    assert.equal(said("`bases = 1` can be given by position only."), 1);
  });

  it("looks at parameters and changes as well, but not at a change without words", () => {
    const parameters = { a: { summary: "No stop" } };
    const changes = [
      { version: "3.7", kind: "default", summary: "No stop" },
      { version: "3.8", kind: "default", summary: "" },
    ] as const;
    assert.deepEqual(problemsOf(summariesRule, { authored: { m: { f: { parameters, changes } } } }), [
      "m.f(a): the summary does not end with a full stop.",
      "m.f, 3.7: the summary does not end with a full stop.",
    ]);
  });
});

describe("lint rule behaviours", () => {
  it("is silent when behaviours and syntax say what they are", () => {
    const authored = {
      re: { "behaviour:a": { summary: "Does." }, f: {} },
      syntax: { walrus: { kind: "syntax", summary: "Is." } },
    } as const;
    assert.deepEqual(problemsOf(behavioursRule, { authored }), []);
  });

  it("flags those without a summary", () => {
    const authored = { re: { "behaviour:a": {} }, syntax: { walrus: { kind: "syntax" } } } as const;
    assert.deepEqual(problemsOf(behavioursRule, { authored }), [
      "behaviour:re.a needs a summary.",
      "syntax:walrus needs a summary.",
    ]);
  });
});

describe("lint rule categories", () => {
  it("is silent on the closed list, and on none", () => {
    assert.deepEqual(problemsOf(categoriesRule, { authored: { m: { f: { category: "gui" }, g: {} } } }), []);
  });

  it("flags any other, in parameters as well", () => {
    const authored = { m: { f: { category: "stuff", parameters: { a: { category: "more" } } } } };
    assert.deepEqual(problemsOf(categoriesRule, { authored }), [
      'm.f: "stuff" is no category; see categories.ts.',
      'm.f(a): "more" is no category; see categories.ts.',
    ]);
  });
});

describe("lint rule urls", () => {
  const saidOf = (url: string) => problemsOf(urlsRule, { authored: { m: { f: { url } } } });

  it("is silent on pages of the documentation, with and without anchor", () => {
    for (const url of [
      "library/os.html#os.fwalk",
      "whatsnew/3.7.html",
      "c-api/contextvars.html#c.PyContextVar_New",
      "https://docs.python.org/3.5/library/formatter.html#formatter.writer",
      "https://peps.python.org/pep-0572/",
    ]) {
      assert.deepEqual(saidOf(url), [], url);
    }
  });

  it("flags anything else", () => {
    for (const url of [
      "/library/os.html",
      "library/os",
      "library/os.html#a b",
      "http://docs.python.org/3.5/",
      "https://example.org/",
    ]) {
      assert.deepEqual(saidOf(url), [`m.f: "${url}" is no address in Python's documentation.`]);
    }
    assert.equal(saidOf("https://docs.python.org/3/library/os.html").length, 1);
  });
});
