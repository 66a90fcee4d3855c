import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readRstPage } from "../../../../../data/pipeline/extract/read-rst-page";

/** Reads a page about the module `zoo`; gives a line for each note: what it is about, and what it says has happened. */
function notes(body: string): string[] {
  const page = `Zoo\n===\n\n.. module:: zoo\n\n${body}`;
  return readRstPage(page, "library/zoo").flatMap(({ symbol, kind, notes: held }) =>
    held.map(({ directive, versions }) => `${symbol} (${kind}): ${directive} ${versions.join(" ")}`),
  );
}

describe("reading a page of the documentation's source", () => {
  it("gives a note to the object whose directive holds it", () => {
    assert.deepEqual(notes(".. function:: feed(animal)\n\n   Feeds.\n\n   .. versionadded:: 3.4\n"), [
      "zoo.feed (function): added 3.4",
    ]);
  });

  it("names members by their class, and whatever kind of method by one kind", () => {
    const body = `.. class:: Cage()

   .. coroutinemethod:: open()

      .. versionchanged:: 3.6.2
         Gives the door.

   .. attribute:: Cage.size

      .. deprecated:: 3.7
`;
    assert.deepEqual(notes(body), [
      "zoo.Cage.open (method): changed 3.6.2",
      "zoo.Cage.size (attribute): deprecated 3.7",
    ]);
  });

  it("tells a planned removal from a deprecation", () => {
    assert.deepEqual(notes(".. function:: beat(animal)\n\n   .. deprecated-removed:: 3.9 3.11\n"), [
      "zoo.beat (function): deprecated-removed 3.9 3.11",
    ]);
  });

  it("leaves notes in list items, quotes, tables and other directives to their part", () => {
    const body = `.. function:: feed(animal, food)

   * *food*: what to give.

     .. versionadded:: 3.5

   Some words:

      Quoted words.

      .. versionadded:: 3.6

   .. note::

      .. versionchanged:: 3.7

   +------+-------------------------+
   | hay  | .. versionadded:: 3.8   |
   +------+-------------------------+

   fish
      .. versionadded:: 3.9

   :param food: what to give.

      .. versionadded:: 3.10
`;
    assert.deepEqual(notes(body), []);
  });

  it("forgives a note that is indented a little too much or too little", () => {
    const tooMuch = ".. class:: Cage()\n\n   Holds one.\n\n    .. versionadded:: 3.11\n";
    const tooLittle =
      ".. class:: Cage()\n\n   Holds one.\n\n   .. versionadded:: 3.5\n\n  .. versionchanged:: 3.6\n";
    assert.deepEqual(notes(tooMuch), ["zoo.Cage (class): added 3.11"]);
    assert.deepEqual(notes(tooLittle), ["zoo.Cage (class): added 3.5", "zoo.Cage (class): changed 3.6"]);
  });

  it("gives the notes of its own section to a module, and none of later sections", () => {
    const body = ".. versionadded:: 3.4\n\nCages\n-----\n\n.. versionchanged:: 3.8\n   Cages are bigger.\n";
    assert.deepEqual(notes(body), ["zoo (module): added 3.4"]);
  });

  it("reads several names of one directive, and lines that a backslash joins", () => {
    const body =
      ".. function:: feed(animal, \\\n                food)\n              water(animal)\n\n   .. versionadded:: 3.3\n";
    assert.deepEqual(notes(body), ["zoo.feed (function): added 3.3", "zoo.water (function): added 3.3"]);
  });

  it("follows the module that a page turns to", () => {
    assert.deepEqual(notes(".. currentmodule:: zoo.birds\n\n.. data:: SONGS\n\n   .. versionadded:: 3.2\n"), [
      "zoo.birds.SONGS (data): added 3.2",
    ]);
  });

  it("puts no module before a name that begins with the module's package", () => {
    assert.deepEqual(
      notes(".. currentmodule:: zoo.birds\n\n.. function:: zoo.fish.swim()\n\n   .. versionadded:: 3.9\n"),
      ["zoo.fish.swim (function): added 3.9"],
    );
  });

  it("skips code, comments and notes on releases of Python 2", () => {
    const body =
      ".. function:: feed(animal)\n\n   Say::\n\n      .. versionadded:: 3.3\n\n   .. versionadded 3.4\n\n   .. versionadded:: 2.6\n";
    assert.deepEqual(notes(body), []);
  });

  it("names options as they are written, opcodes without their argument", () => {
    const body =
      ".. cmdoption:: -q, --quiet\n\n   .. versionadded:: 3.4\n\n.. opcode:: LOAD_ZOO (index)\n\n   .. versionadded:: 3.11\n";
    assert.deepEqual(notes(body), ["-q, --quiet (option): added 3.4", "LOAD_ZOO (opcode): added 3.11"]);
  });
});
