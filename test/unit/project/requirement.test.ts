import assert from "node:assert/strict";
import { ALL_MINORS, formatMinor, listMinors, minorsBefore } from "../../../server/src/engine/version";
import { minorsOfMarker, readRequirement } from "../../../server/src/project/requirement";

/** The minors from 3.6 to 3.10 on which a marker can hold. */
function heldOn(marker: string): string {
  const shown = minorsBefore(11) & ~minorsBefore(6);
  return listMinors(minorsOfMarker(marker) & shown)
    .map(formatMinor)
    .join(" ");
}

describe("requirement", () => {
  it("names a package, and counts everywhere without a marker", () => {
    assert.deepEqual(readRequirement("attrs >= 23.1"), { name: "attrs", minors: ALL_MINORS });
    assert.deepEqual(readRequirement("Zope.Interface[test]==1"), {
      name: "Zope.Interface",
      minors: ALL_MINORS,
    });
    assert.equal(readRequirement("-r other.txt"), undefined);
    assert.equal(readRequirement("# nothing"), undefined);
  });

  it("counts on the Pythons that its marker lets in", () => {
    const minors = minorsBefore(7);
    assert.deepEqual(readRequirement("dataclasses; python_version < '3.7'"), { name: "dataclasses", minors });
    assert.equal(readRequirement("enum34 ; python_version < '3'"), undefined);
    assert.equal(readRequirement("pytest; extra == 'test'"), undefined);
  });
});

describe("marker", () => {
  it("compares the minor as a whole", () => {
    assert.equal(heldOn("python_version <= '3.7'"), "3.6 3.7");
    assert.equal(heldOn("python_version > '3.7'"), "3.8 3.9 3.10");
    assert.equal(heldOn("python_version == '3.7'"), "3.7");
    assert.equal(heldOn("python_version != '3.7'"), "3.6 3.8 3.9 3.10");
    assert.equal(heldOn("'3.8' > python_version"), "3.6 3.7");
    assert.equal(heldOn("python_version in '3.6 3.8'"), "3.6 3.8");
    assert.equal(heldOn("python_version not in '3.6, 3.8'"), "3.7 3.9 3.10");
  });

  it("compares the whole version", () => {
    assert.equal(heldOn("python_full_version < '3.7.1'"), "3.6 3.7");
    assert.equal(heldOn("python_version < '3.8.0'"), "3.6 3.7");
  });

  it("combines what it asks", () => {
    assert.equal(heldOn("python_version >= '3.7' and python_version < '3.9'"), "3.7 3.8");
    assert.equal(heldOn("(python_version < '3.7' or python_version > '3.9') and extra == 'x'"), "");
    assert.equal(heldOn("extra == 'x' or python_version < '3.7'"), "3.6");
  });

  it("holds somewhere for what it asks of the system, and where it cannot be read", () => {
    assert.equal(heldOn('python_version < "3.7" and platform_system != "Windows"'), "3.6");
    assert.equal(heldOn("sys_platform == 'win32'"), "3.6 3.7 3.8 3.9 3.10");
    assert.equal(heldOn("python_version < 'x'"), "3.6 3.7 3.8 3.9 3.10");
    assert.equal(heldOn("python_version < '3.7') nonsense"), "3.6 3.7 3.8 3.9 3.10");
  });
});
