import assert from "node:assert/strict";
import { ALL_MINORS, minorsBefore } from "../../../../server/src/engine/version";
import { engineForTests } from "../../fixtures/engine-for-tests";
import { targetOf } from "../analyse-for-tests";

const OLD_PYTHONS = { name: "dataclasses", minors: minorsBefore(7) };
const SETUPTOOLS = { name: "Setuptools", minors: ALL_MINORS };

async function errorsIn(
  text: string,
  {
    target,
    packages,
    uri = "file:///app.py",
  }: Readonly<{ target: string; packages?: readonly (typeof SETUPTOOLS)[]; uri?: string }>,
): Promise<string[]> {
  const engine = await engineForTests();
  const document = engine.parse(text);
  try {
    const request = { uri, version: 1, target: targetOf(target), ...(packages && { packages }) };
    const errors = engine.analyse(document, request).findings.filter(({ severity }) => severity === "error");
    return errors.map(({ code, entryId }) => `${code} ${entryId}`);
  } finally {
    document.dispose();
  }
}

describe("installed packages", () => {
  it("stand in for the module of the same name", async () => {
    const text = "from dataclasses import dataclass, field\nimport dataclasses as d\nd.replace\n";
    const target = ">=3.6";
    assert.deepEqual(await errorsIn(text, { target, packages: [OLD_PYTHONS] }), []);
    assert.equal((await errorsIn(text, { target })).length, 3);
    assert.equal((await errorsIn(text, { target, packages: [SETUPTOOLS] })).length, 3);
  });

  it("stand in for nothing on Pythons that they are not installed on, or do not serve", async () => {
    const text = "from dataclasses import dataclass\n";
    const late = { name: "dataclasses", minors: ~minorsBefore(7) & ALL_MINORS };
    const missing = ["added-later dataclasses.dataclass"];
    assert.deepEqual(await errorsIn(text, { target: ">=3.6", packages: [late] }), missing);
    assert.deepEqual(await errorsIn(text, { target: ">=3.5", packages: [OLD_PYTHONS] }), missing);
  });

  it("have nothing that the module got later", async () => {
    const text = "from dataclasses import dataclass, KW_ONLY\n@dataclass(slots=True)\nclass C: ...\n";
    assert.deepEqual(await errorsIn(text, { target: ">=3.6", packages: [OLD_PYTHONS] }), [
      "added-later dataclasses.KW_ONLY",
      "added-later dataclasses.dataclass(slots)",
    ]);
  });

  it("bring back what is gone, parts of it included", async () => {
    const text = "import distutils.util\nfrom distutils.version import LooseVersion\n";
    assert.equal((await errorsIn(text, { target: ">=3.8" })).length, 2);
    assert.deepEqual(await errorsIn(text, { target: ">=3.8", packages: [SETUPTOOLS] }), []);
  });

  it("have what the module had at last, not only what it came with", async () => {
    const text = "from nntplib import NNTP, GroupInfo\n";
    const packages = [{ name: "standard-nntplib", minors: ALL_MINORS }];
    assert.equal((await errorsIn(text, { target: ">=3.8" })).length, 2);
    assert.deepEqual(await errorsIn(text, { target: ">=3.8", packages }), []);
  });

  it("are there where the document imports them as it is loaded", async () => {
    const target = ">=3.8";
    const ends = "from distutils.core import setup\n";
    assert.deepEqual(await errorsIn(`import sys, setuptools as s\n${ends}`, { target }), []);
    assert.deepEqual(await errorsIn(`from setuptools.command import build\n${ends}`, { target }), []);
    const removed = ["removed distutils.core.setup"];
    assert.deepEqual(await errorsIn(`from .setuptools import build\n${ends}`, { target }), removed);
    assert.deepEqual(await errorsIn(`def f():\n    import setuptools\n${ends}`, { target }), removed);
  });
});

describe("stubs", () => {
  it("never run, so that nothing in them fails", async () => {
    const text =
      "from typing import Protocol\nimport imp\nclass A(Protocol):\n    x: list[int] | None\n" +
      "    def f(self, a, /) -> dict[str, int]: ...\n";
    assert.deepEqual(await errorsIn(text, { target: ">=3.6", uri: "file:///a.pyi" }), []);
    assert.ok((await errorsIn(text, { target: ">=3.6" })).length > 3);
  });
});
