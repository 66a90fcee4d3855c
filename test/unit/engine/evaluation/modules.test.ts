import assert from "node:assert/strict";
import type { Engine, ModuleSource } from "../../../../server/src/engine/analysis";
import type { DocumentAnalysis } from "../../../../server/src/engine/findings";
import { createModuleFinder } from "../../../../server/src/project";
import { targetOf } from "../analyse-for-tests";
import { engineForTests } from "../../fixtures/engine-for-tests";

/** The files of a project, which can change between analyses. */
class Project implements ModuleSource {
  version = 0;
  private readonly texts: Map<string, string>;

  constructor(texts: Readonly<Record<string, string>>) {
    this.texts = new Map(Object.entries(texts));
  }

  readonly find: ModuleSource["find"] = (request) =>
    createModuleFinder(
      {
        names: () => new Set([...this.texts.keys()].map((path) => path.slice(3))),
        text: (path) => this.texts.get(path),
      },
      () => "/p",
    ).find(request);

  write(path: string, text: string): void {
    this.texts.set(path, text);
    this.version++;
  }

  analyse(engine: Engine, uri: string): DocumentAnalysis {
    const document = engine.parse(this.texts.get(uri) ?? "", uri);
    try {
      return engine.analyse(document, { uri, version: 1, target: targetOf(">=3.6"), modules: this });
    } finally {
      document.dispose();
    }
  }
}

let engine: Engine;

before(async function () {
  this.timeout(60_000);
  engine = await engineForTests();
});

function symbols({ findings }: DocumentAnalysis): string[] {
  return findings.map(({ entryId }) => entryId);
}

describe("names from other files", () => {
  const APP = "import math\nfrom compat import NEW\nif NEW:\n    math.prod([])\n";

  it("follow the other file when it changes", () => {
    const project = new Project({ "/p/app.py": APP, "/p/compat.py": "NEW = True\n" });
    assert.deepEqual(symbols(project.analyse(engine, "/p/app.py")), ["math.prod"]);
    project.write("/p/compat.py", "import sys\nNEW = sys.version_info >= (3, 8)\n");
    assert.deepEqual(symbols(project.analyse(engine, "/p/app.py")), []);
    project.write("/p/compat.py", "import sys\nNEW = sys.version_info >= (3, 7)\n");
    assert.deepEqual(symbols(project.analyse(engine, "/p/app.py")), ["math.prod"]);
  });

  it("are the same whatever was analysed before", () => {
    const texts = {
      "/p/app.py":
        "import math\nimport a, b\nif a.ONE and b.TWO:\n    math.prod([])\na.f().x\nb.g().removeprefix('')\n",
      "/p/a.py": "import sys\nimport b\nONE = sys.version_info >= (3, 8) or b.TWO\ndef f(): return b.g()\n",
      "/p/b.py": "import a\nTWO = a.ONE\ndef g():\n    if x: return a.f()\n    return ''\n",
    };
    const paths = Object.keys(texts);
    const alone = paths.map((path) => new Project(texts).analyse(engine, path));
    const project = new Project(texts);
    for (const order of [paths, paths.toReversed(), [...paths, ...paths]]) {
      for (const path of order) assert.deepEqual(project.analyse(engine, path), alone[paths.indexOf(path)]);
    }
  });

  it("end in classes that inherit from each other in a circle", () => {
    const project = new Project({
      "/p/app.py": "from a import A\nA().removeprefix('')\nclass C(A): pass\nC().x\n",
      "/p/a.py": "from b import B\nclass A(B): pass\n",
      "/p/b.py": "from a import A\nclass B(A): pass\n",
    });
    assert.deepEqual(symbols(project.analyse(engine, "/p/app.py")), []);
  });

  it("come from long chains of files without exhausting the stack", () => {
    const texts: Record<string, string> = { "/p/app.py": "from m0 import x\nx.removeprefix('')\n" };
    for (let n = 0; n < 3000; n++) texts[`/p/m${n}.py`] = `from m${n + 1} import x\n`;
    texts["/p/m3000.py"] = "x = ''\n";
    assert.doesNotThrow(() => new Project(texts).analyse(engine, "/p/app.py"));
  });

  it("leave out what a broken or hostile file cannot tell", () => {
    const project = new Project({ "/p/app.py": APP, "/p/compat.py": "((((\nNEW = \nfrom compat import *\0" });
    assert.deepEqual(symbols(project.analyse(engine, "/p/app.py")), ["math.prod"]);
  });
});
