import assert from "node:assert/strict";
import { decodeProjectFile } from "../../../server/src/project";

const REQUIRES = 'setup(author="Ren\xe9", python_requires=">=3.8")\n';

/** Decodes a text whose characters are the bytes of a file. */
function decoded(name: string, bytes: string): string | undefined {
  return decodeProjectFile(`/p/${name}`, Buffer.from(bytes, "latin1"));
}

describe("decoding files that may declare something", () => {
  it("follows the encoding that Python is told in the first two lines", () => {
    for (const cookie of [
      "# -*- coding: latin-1 -*-\n",
      "#!/usr/bin/python\n# vim: set fileencoding=iso8859_1 :\r\n",
    ]) {
      assert.equal(decoded("setup.py", cookie + REQUIRES), cookie + REQUIRES);
    }
    assert.match(decoded("setup.py", `# coding: cp1251\n${REQUIRES}`) ?? "", /Renй/);
  });

  it("knows no other encoding than UTF-8 without that, and for other files", () => {
    assert.equal(decoded("setup.py", REQUIRES), undefined);
    assert.equal(decoded("setup.py", `\n\n# coding: latin-1\n${REQUIRES}`), undefined);
    assert.equal(decoded("setup.py", `# coding: klingon\n${REQUIRES}`), undefined);
    assert.equal(decoded("setup.cfg", `# coding: latin-1\n${REQUIRES}`), undefined);
    assert.equal(decodeProjectFile("/p/setup.cfg", Buffer.from("\uFEFFé")), "é");
    assert.equal(decodeProjectFile("/p/.python-version", Buffer.from("\uFEFF3.9\n", "utf16le")), undefined);
  });
});
