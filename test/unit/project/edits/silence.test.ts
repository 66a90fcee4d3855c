import assert from "node:assert/strict";
import { applyEdits } from "../../../../server/src/project/edits/range-edit";
import { silenceInConfiguration } from "../../../../server/src/project/edits/silence";

/** Silences `math.prod` in one file. */
function silenced(name: string, text: string): string | undefined {
  const found = silenceInConfiguration([{ path: `/p/${name}`, text }], "math.prod");
  return found && applyEdits(text, found.edits);
}

const BYTE_FOR_BYTE: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    "pyproject.toml",
    '[tool.sincewhen]\nignore = ["a.b"] # why\n',
    '[tool.sincewhen]\nignore = ["a.b", "math.prod"] # why\n',
  ],
  [
    "pyproject.toml",
    "[tool.sincewhen]\nignore = [] # none\n",
    '[tool.sincewhen]\nignore = ["math.prod"] # none\n',
  ],
  [
    "pyproject.toml",
    "[tool.sincewhen]\nignore = [\n  'a.b', # why\n] # end\nfail-on = 'hint'\n",
    "[tool.sincewhen]\nignore = [\n  'a.b', # why\n  'math.prod',\n] # end\nfail-on = 'hint'\n",
  ],
  [
    "pyproject.toml",
    '[tool.sincewhen]\nignore = [\n  "a.b" # why\n]\n',
    '[tool.sincewhen]\nignore = [\n  "a.b", # why\n  "math.prod"\n]\n',
  ],
  [
    "pyproject.toml",
    '[tool.sincewhen]\n# ours\ntarget = "3.8" # oldest\n\n[tool.x]\n',
    '[tool.sincewhen]\n# ours\ntarget = "3.8" # oldest\nignore = ["math.prod"]\n\n[tool.x]\n',
  ],
  [
    "pyproject.toml",
    '[project]\nname = "x"\n',
    '[project]\nname = "x"\n\n[tool.sincewhen]\nignore = ["math.prod"]\n',
  ],
  [
    "pyproject.toml",
    '[project]\nname = "x"',
    '[project]\nname = "x"\n\n[tool.sincewhen]\nignore = ["math.prod"]\n',
  ],
  [
    "pyproject.toml",
    '[tool.sincewhen.per-file-ignores]\n"t.py" = ["changed"]\n',
    '[tool.sincewhen.per-file-ignores]\n"t.py" = ["changed"]\n\n[tool.sincewhen]\nignore = ["math.prod"]\n',
  ],
  ["sincewhen.toml", '# ours\ntarget = "3.8"\n', '# ours\ntarget = "3.8"\nignore = ["math.prod"]\n'],
  [
    "sincewhen.toml",
    '[per-file-ignores]\n"t.py" = ["changed"]\n',
    'ignore = ["math.prod"]\n\n[per-file-ignores]\n"t.py" = ["changed"]\n',
  ],
  ["sincewhen.toml", "", 'ignore = ["math.prod"]\n'],
];

describe("silencing in the configuration", () => {
  for (const [name, before, after] of BYTE_FOR_BYTE) {
    it(`adds to ${name} that reads ${JSON.stringify(before)}`, () => {
      assert.equal(silenced(name, before), after);
      if (!before.includes("\n")) return;
      const [crlf, wanted] = [before, after].map((text) => text.replaceAll("\n", "\r\n"));
      assert.equal(silenced(name, crlf), wanted);
    });
  }

  it("leaves alone what it cannot read, what silences the name, and tables that cannot be added to", () => {
    for (const text of [
      "[tool.sincewhen\n",
      '[tool.sincewhen]\nignore = ["math.prod"]\n',
      '[tool.sincewhen]\nignore = "a.b"\n',
      'tool.sincewhen = { target = "3.8" }\n',
    ]) {
      assert.equal(silenced("pyproject.toml", text), undefined, text);
    }
  });

  it("adds to the list that counts: the nearest, or else the nearest configuration", () => {
    const chosen = (near: string, far: string): string | undefined =>
      silenceInConfiguration(
        [
          { path: "/p/a/pyproject.toml", text: near },
          { path: "/p/sincewhen.toml", text: far },
        ],
        "math.prod",
      )?.path;
    assert.equal(chosen("[tool.sincewhen]\nignore = []\n", "ignore = []\n"), "/p/a/pyproject.toml");
    assert.equal(chosen("[tool.sincewhen]\ntarget = '3.8'\n", "ignore = []\n"), "/p/sincewhen.toml");
    assert.equal(chosen("[project]\n", "target = '3.8'\n"), "/p/sincewhen.toml");
    assert.equal(silenceInConfiguration([], "math.prod"), undefined);
  });
});
