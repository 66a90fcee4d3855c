import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findRoles, plainText } from "../../../../../data/pipeline/rst/roles";

describe("roles of reStructuredText", () => {
  const targets = (text: string): string[] => findRoles(text).map(({ role, target }) => `${role} ${target}`);

  it("gives what a role refers to, not what it shows", () => {
    assert.deepEqual(targets("Call :func:`~zoo.feed` or :meth:`the other <Cage.open>`."), [
      "func zoo.feed",
      "meth Cage.open",
    ]);
  });

  it("drops parentheses and the mark of what is not linked", () => {
    assert.deepEqual(targets(":py:func:`!feed(animal)` and :class:`zoo.Cage()`"), [
      "func feed",
      "class zoo.Cage",
    ]);
  });

  it("keeps the dot of a name whose owner is left open", () => {
    assert.deepEqual(targets("see :meth:`.open`"), ["meth .open"]);
  });

  it("reads roles that a line break divides", () => {
    assert.deepEqual(targets("see :func:`feeding time\n   <zoo.feed>`"), ["func zoo.feed"]);
  });

  it("leaves names of C and of other roles alone", () => {
    assert.deepEqual(targets(":c:func:`PyZoo_New` :ref:`a <b>` :func:`PyZoo_New` :pep:`8`"), []);
  });

  it("shows text as a reader sees it", () => {
    assert.equal(
      plainText("*All* of :mod:`zoo`, ``x``, :class:`~zoo.Cage` and :ref:`more <x>`"),
      "All of zoo, x, Cage and more",
    );
  });
});
