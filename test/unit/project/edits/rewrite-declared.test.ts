import assert from "node:assert/strict";
import { openProject, readDeclaringFile } from "../../../../server/src/project";
import { applyEdits } from "../../../../server/src/project/edits/range-edit";
import { rewriteDeclared } from "../../../../server/src/project/edits/rewrite-declared";

/** Gives a file with another range in it; `undefined` where its range has to stay. */
function rewritten(name: string, text: string, range: string): string | undefined {
  const { promise } = openProject([readDeclaringFile(`file:///w/${name}`, text)]);
  const declared = promise && rewriteDeclared(promise, range);
  return declared && applyEdits(text, declared.edits);
}

describe("another range in the place of the declared one", () => {
  it("is written where packaging tools read it, with everything around it as it was", () => {
    assert.equal(
      rewritten("pyproject.toml", "[project]\nrequires-python = '>=3.6'  # old\n", "3.9"),
      "[project]\nrequires-python = '>=3.9'  # old\n",
    );
    assert.equal(
      rewritten("pyproject.toml", '[tool.poetry.dependencies]\npython = "^3.8"\n', ">=3.9,<3.13"),
      '[tool.poetry.dependencies]\npython = ">=3.9,<3.13"\n',
    );
    assert.equal(
      rewritten("setup.cfg", "[options]\npython_requires = >=3.6\n", "3.9"),
      "[options]\npython_requires = >=3.9\n",
    );
  });

  it("is written into SinceWhen's own file, which has the first word", () => {
    assert.equal(rewritten("sincewhen.toml", 'target = "3.8"\n', ">=3.9"), 'target = ">=3.9"\n');
  });

  it("is not written into what only some tool was told, or what is no range", () => {
    assert.equal(rewritten("mypy.ini", "[mypy]\npython_version = 3.8\n", "3.9"), undefined);
    assert.equal(rewritten(".python-version", "3.8\n", "3.9"), undefined);
    assert.equal(rewritten("pyproject.toml", "[project]\nname = 'x'\n", "3.9"), undefined);
  });
});
