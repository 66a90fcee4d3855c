import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readHtmlPage } from "../../../../../data/pipeline/extract/read-html-page";

/** Writes a description as Sphinx does: of a function, method, ... with an anchor, and what stands below it. */
function description(kind: string, anchor: string, name: string, body: string): string {
  return `<dl class="py ${kind}"><dt class="sig sig-object py"${anchor && ` id="${anchor}"`}>
    <span class="sig-prename descclassname"></span><span class="sig-name descname">${name}</span>(<em>animal</em>)
    <a class="headerlink" href="#${anchor}">¶</a></dt><dd>${body}</dd></dl>`;
}

function note(name: string, said: string, text = ""): string {
  return `<div class="${name}"><p><span class="versionmodified">${said}</span>${text}</p></div>`;
}

function read(body: string) {
  const page = `<section id="module-zoo"><span id="x"></span><h1>zoo — Keeps animals</h1>${body}</section>`;
  return readHtmlPage(page, "library/zoo");
}

function notes(body: string): string[] {
  return read(body).flatMap(({ symbol, kind, notes: held }) =>
    held.map(({ directive, versions }) => `${symbol} (${kind}): ${directive} ${versions.join(" ")}`),
  );
}

describe("reading a page of built documentation", () => {
  it("gives a note to the object whose description holds it", () => {
    const body = description("function", "zoo.feed", "feed", note("versionadded", "New in version 3.4."));
    assert.deepEqual(notes(body), ["zoo.feed (function): added 3.4"]);
  });

  it("tells a planned removal from a deprecation", () => {
    const said = "Deprecated since version 3.9, will be removed in version 3.11:";
    const planned = description("function", "zoo.beat", "beat", note("deprecated-removed", said));
    const plain = description(
      "function",
      "zoo.poke",
      "poke",
      note("deprecated", "Deprecated since version 3.9."),
    );
    assert.deepEqual(notes(planned + plain), [
      "zoo.beat (function): deprecated-removed 3.9 3.11",
      "zoo.poke (function): deprecated 3.9",
    ]);
  });

  it("leaves notes in lists, quotes and admonitions to their part", () => {
    const said = note("versionadded", "Added in version 3.6.");
    const body = `<p>Feeds.</p><ul><li><p>food</p>${said}</li></ul><blockquote><div>${said}</div></blockquote>
      <div class="admonition note">${said}</div><blockquote><div><p>Words.</p>${said}</div></blockquote>`;
    assert.deepEqual(notes(description("function", "zoo.feed", "feed", body)), []);
  });

  it("forgives a note that is indented a little too much", () => {
    const body = `<p>Feeds.</p><blockquote><div>${note("versionadded", "New in version 3.6.")}</div></blockquote>`;
    assert.deepEqual(notes(description("function", "zoo.feed", "feed", body)), [
      "zoo.feed (function): added 3.6",
    ]);
  });

  it("gives the notes of its own section to a module", () => {
    const inner = `<section id="cages"><h2>Cages</h2>${note("versionchanged", "Changed in version 3.8:")}</section>`;
    assert.deepEqual(notes(note("versionadded", "New in version 3.4.") + inner), ["zoo (module): added 3.4"]);
  });

  it("takes no heading for a module", () => {
    const body = `<section id="module-contents"><h2>Module contents</h2>${note("versionadded", "New in version 3.6.")}</section>`;
    assert.deepEqual(notes(body), []);
  });

  it("finds the name where the anchor is another or none", () => {
    const said = note("versionadded", "New in version 3.3.");
    const mangled = description("function", "import__", "__import__", said);
    assert.deepEqual(
      readHtmlPage(mangled, "library/functions").map(({ symbol }) => symbol),
      ["__import__"],
    );
    assert.deepEqual(notes(description("data", "", "SO_*", said)), ["zoo.SO_* (data): added 3.3"]);
  });

  it("marks parameters and literals in the text as the source does", () => {
    const text =
      ' Added <em>food</em>, see <code class="xref py">eat()</code> and <code>None</code> &amp; more.';
    const body = description(
      "function",
      "zoo.feed",
      "feed",
      note("versionchanged", "Changed in version 3.7:", text),
    );
    assert.equal(read(body)[1].notes[0].text, "Added *food*, see :obj:`eat()` and ``None`` & more.");
  });

  it("reads pages that older releases built", () => {
    const page = `<div class="section" id="module-zoo"><h1>zoo</h1><dl class="method"><dt id="zoo.Cage.open">
      <tt class="descclassname">Cage.</tt><tt class="descname">open</tt>()</dt><dd><p class="versionadded">
      <span class="versionmodified">New in version 3.2.</span></p></dd></dl></div>`;
    assert.deepEqual(
      readHtmlPage(page, "library/zoo").map(({ symbol, notes: held }) => `${symbol} ${held.length}`),
      ["zoo 0", "zoo.Cage.open 1"],
    );
  });
});
