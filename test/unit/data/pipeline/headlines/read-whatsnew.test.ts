import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { formatHeadlines, parseHeadlines } from "../../../../../data/pipeline/headlines/headline-evidence";
import { readWhatsNew } from "../../../../../data/pipeline/headlines/read-whatsnew";
import { toAnchor } from "../../../../../data/pipeline/rst/anchors";

const NOTES = `
****************
 News of the Zoo
****************

.. A comment that names :func:\`nobody\`
   and goes on.

.. _zoo1-cages:

New Cages
=========

See :class:\`zoo.Cage\`, and :class:\`zoo.Cage\` again.

Improved Modules
================

zoo.birds
---------

* :func:\`sing\` is louder.

.. include:: ../later.rst
`;

const LATER = `
To Go in 4.0
------------

* :func:\`zoo.bark\`
`;

describe("reading the notes of a release", () => {
  const sections = readWhatsNew(NOTES, (path) => (path === "../later.rst" ? LATER : undefined));

  it("tells sections by the anchors of their headings, outermost first", () => {
    assert.deepEqual(
      sections.map(({ path }) => path),
      ["", "new-cages", "improved-modules", "improved-modules/zoo-birds", "improved-modules/to-go-in-4-0"],
    );
  });

  it("lists each name once, comments left out", () => {
    assert.deepEqual(
      sections.map(({ names }) => names.join(" ")),
      ["", "class:zoo.Cage", "", "func:sing", "func:zoo.bark"],
    );
  });

  it("knows which module a section is about, and the labels of a heading", () => {
    assert.equal(sections[3].module, "zoo.birds");
    assert.equal(sections[2].module, undefined);
    assert.deepEqual(sections[1].labels, ["zoo1-cages"]);
  });

  it("makes the anchors that Sphinx makes", () => {
    assert.equal(toAnchor("PEP 572: Assignment expressions"), "pep-572-assignment-expressions");
    assert.equal(toAnchor("3.1 and “more”"), "and-more");
  });

  it("reads back what it wrote", () => {
    const releases = [{ minor: 9, sections }];
    assert.deepEqual(parseHeadlines(formatHeadlines(releases)), releases);
  });

  it("names the line that is no row", () => {
    assert.throws(() => parseHeadlines("release\n3.9\tonly"), /headlines\.tsv, line 2/);
  });
});
