import assert from "node:assert/strict";
import { CancellationTokenSource } from "vscode-languageserver-protocol/node";
import { Random } from "../bench/random";
import { FULL } from "./capabilities";
import { TestClient } from "./test-client";

const URIS = [
  "file:///w/a.py",
  "file:///w/b%20c.py",
  "file:///W/a.py",
  "file:///w/../w/d.py",
  "file:///w/%F0%9F%98%80.py",
  "file:///w/%zz.py",
  "file:///c%3A/x.py",
  "file://host/share/x.py",
  "file:",
  "untitled:Untitled-1",
  "vscode-notebook-cell:/n.ipynb#a",
  "http://host/x.py?query#place",
  "git:/w/a.py?{}",
  "weird",
  "",
];

const PIECES = [
  "import math, sys\n",
  "math.prod([1])\n",
  "if (y := f()):\n    pass\n",
  "match x:\n    case 1:\n        pass\n",
  "def f(a, /, b):\n    return 'a'.removeprefix('x')\n",
  "class A:\n    def m(self):\n        import tomllib\n",
  "try:\n    import tomllib\nexcept ImportError:\n    tomllib = None\n",
  "if sys.version_info >= (3, 8):\n    import importlib.metadata\n",
  '"""',
  "(\n",
  "\u{1F600} = '\u{1F600}'\r\n",
  "# sincewhen: ignore\n",
  "    ",
  "\0\u2028",
];

const REQUESTS = ["hover", "diagnostic", "codeAction", "inlayHint", "completion", "codeLens"] as const;

/** A client that does whatever the protocol lets it do, in an order that depends on a seed. */
class HostileClient {
  readonly open = new Map<string, { version: number; text: string }>();
  readonly answers: Promise<unknown>[] = [];

  constructor(
    private readonly client: TestClient,
    private readonly random: Random,
  ) {}

  async act(): Promise<void> {
    const uri = this.random.pick(URIS);
    const document = this.open.get(uri);
    const choice = this.random.below(10);
    if (choice < 2) await this.reopen(uri);
    else if (choice < 5 && document) await this.edit(uri, document);
    else if (choice === 5 && document) await this.close(uri);
    else if (choice === 6) this.ask("workspace/diagnostic", { previousResultIds: [{ uri, value: "?" }] });
    else if (choice === 7) await this.tellOfFiles(uri);
    else this.ask(`textDocument/${this.random.pick(REQUESTS)}`, this.questionAbout(uri));
  }

  private async reopen(uri: string): Promise<void> {
    if (this.open.has(uri)) await this.close(uri);
    const text = this.write(12);
    await this.client.open(uri, text);
    this.open.set(uri, { version: 1, text });
  }

  private async edit(uri: string, document: { version: number; text: string }): Promise<void> {
    // Some clients count in steps, and some count anew.
    document.version += this.random.pick([1, 1, 1, 7, -3]);
    const inserted = this.write(3);
    const lines = document.text.split("\n");
    const line = this.random.below(lines.length);
    const place = { line, character: 0 };
    const isWhole = this.random.below(3) === 0;
    if (isWhole) document.text = inserted;
    else {
      lines[line] = inserted + lines[line];
      document.text = lines.join("\n");
    }
    const change = isWhole ? { text: inserted } : { range: { start: place, end: place }, text: inserted };
    await this.client.change(uri, document.version, change);
  }

  private async close(uri: string): Promise<void> {
    this.open.delete(uri);
    await this.client.close(uri);
  }

  private tellOfFiles(uri: string): Promise<void> {
    const changes = [{ uri, type: 1 + this.random.below(3) }];
    return this.client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
  }

  /** Asks, and thinks better of it in half of the cases. */
  private ask(method: string, params: object): void {
    const source = new CancellationTokenSource();
    const answer = this.client.connection.sendRequest(method, params, source.token);
    this.answers.push(answer.catch((error: unknown) => assert.match(String(error), /request|cancel/i)));
    if (this.random.below(2) === 0) source.cancel();
  }

  private questionAbout(uri: string): object {
    const position = { line: this.random.below(40), character: this.random.pick([0, 7, 5_000_000]) };
    return {
      textDocument: { uri },
      position,
      range: { start: position, end: { line: 100_000, character: 0 } },
      context: { diagnostics: [] },
      previousResultId: this.random.pick([undefined, "", "?"]),
    };
  }

  private write(most: number): string {
    return Array.from({ length: this.random.below(most) }, () => this.random.pick(PIECES)).join("");
  }
}

describe("a hostile client", function () {
  this.timeout(120_000);
  const settings = (): unknown => ({ target: "3.6", exclude: [], ignore: [], inlayHints: "all" });

  for (const seed of [1, 2, 3]) {
    it(`gets diagnostics of the present text when it pulls (${seed})`, async () => {
      const client = await TestClient.start({ capabilities: FULL, settings });
      const hostile = new HostileClient(client, new Random(seed));
      for (let round = 0; round < 8; round++) {
        for (let turn = 0; turn < 60; turn++) await hostile.act();
        await Promise.all(hostile.answers.splice(0));
        for (const [uri, { text }] of hostile.open) {
          const report = await client.pull(uri);
          const twin = `file:///twin/${round}.py`;
          if (!uri.startsWith("file:///w/") || uri.includes("zz")) continue;
          await client.open(twin, text);
          const wanted = await client.pull(twin);
          await client.close(twin);
          assert.ok(report.kind === "full" && wanted.kind === "full");
          assert.equal(
            JSON.stringify(report.items).replaceAll(uri, twin),
            JSON.stringify(wanted.items),
            JSON.stringify(text),
          );
        }
      }
      assert.equal(await client.stop(), 0);
    });
  }

  it("without any capability gets what it asks for, and a good end", async () => {
    const client = await TestClient.start({ settings });
    const hostile = new HostileClient(client, new Random(4));
    for (let turn = 0; turn < 400; turn++) await hostile.act();
    await Promise.all(hostile.answers);
    assert.equal(await client.stop(), 0);
  });
});
