import assert from "node:assert/strict";
import { ALL_MINORS, minorsBefore } from "../../../server/src/engine/version";
import { readPackageMetadata } from "../../../server/src/project/package-metadata";

/** The packages that the files beside a module tell of, by the texts below their folder. */
function packagesFor(module: string, texts: Readonly<Record<string, string>>) {
  const names = [...new Set(Object.keys(texts).map((path) => path.split("/")[0])), module];
  return readPackageMetadata(names, module, (path) => Promise.resolve(texts[path]));
}

const everywhere = (name: string) => ({ name, minors: ALL_MINORS });

describe("package metadata", () => {
  it("tells what an egg requires, with the markers of its sections", async () => {
    const texts = {
      "anyio-3.6.2.egg-info/PKG-INFO": "Metadata-Version: 2.1\nName: anyio\n\nRequires-Dist: not-a-header\n",
      "anyio-3.6.2.egg-info/requires.txt":
        'idna>=2.8\n\n[:python_version < "3.7"]\ncontextvars\n\n[test]\nmock>=4\n\n[test:python_version < "3.7"]\nx\n',
    };
    assert.deepEqual(await packagesFor("anyio", texts), [
      everywhere("anyio"),
      everywhere("idna"),
      { name: "contextvars", minors: minorsBefore(7) },
    ]);
  });

  it("tells what a wheel requires", async () => {
    const texts = {
      "My_Lib-1.0.dist-info/METADATA":
        "Name: My-Lib\r\nRequires-Dist: dataclasses (>=0.8) ; python_version < '3.7'\r\nRequires-Dist: x ; extra == 'y'\r\n",
    };
    assert.deepEqual(await packagesFor("my_lib", texts), [
      everywhere("My-Lib"),
      { name: "dataclasses", minors: minorsBefore(7) },
    ]);
  });

  it("finds the package of a module of another name", async () => {
    const texts = {
      "other-1.0.dist-info/METADATA": "Name: other\n",
      "other-1.0.dist-info/top_level.txt": "other\n",
      "python_dateutil-2.dist-info/METADATA": "Name: python-dateutil\n",
      "python_dateutil-2.dist-info/RECORD": "dateutil/__init__.py,sha256=x,1\n",
      "six.egg-info/PKG-INFO": "Name: six\n",
      "six.egg-info/top_level.txt": "six\n_six\n",
    };
    assert.deepEqual(await packagesFor("dateutil", texts), [everywhere("python-dateutil")]);
    assert.deepEqual(await packagesFor("_six.py", texts), [everywhere("six")]);
    assert.deepEqual(await packagesFor("mine", texts), []);
  });
});
