import assert from "node:assert/strict";
import type { Engine, ParsedDocument } from "../../../server/src/engine/analysis";
import { Analyses, type Analysed } from "../../../server/src/lsp/analyses";
import { DocumentStore } from "../../../server/src/lsp/document-store";
import type { FileContext } from "../../../server/src/lsp/file-contexts";
import { DEFAULT_SETTINGS } from "../../../server/src/protocol";

const URI = "file:///app.py";

const CONTEXT: FileContext = {
  settings: DEFAULT_SETTINGS,
  target: undefined,
  originUri: undefined,
  ignore: [],
  packages: [],
  backportStyle: "version",
  excluded: false,
  problems: [],
};

/** An engine that finds nothing, and counts the trees that live. */
function fakeEngine() {
  const counts = { alive: 0, parses: 0, updates: 0 };
  const parse = (text: string): ParsedDocument => {
    counts.alive++;
    counts.parses++;
    let current = text;
    return {
      get text() {
        return current;
      },
      update(next) {
        counts.updates++;
        current = next;
      },
      rest: () => undefined,
      dispose: () => void counts.alive--,
    };
  };
  const engine = {
    parse,
    analyse: (document: ParsedDocument, { uri, version }: { uri: string; version: number }) => ({
      uri,
      version,
      target: undefined,
      usages: [],
      findings: [],
      parseErrors: [{ start: 0, end: document.text.length }],
    }),
  } as unknown as Engine;
  return { engine, counts };
}

function setUp(contextOf: () => Promise<FileContext> = () => Promise.resolve(CONTEXT)) {
  const { engine, counts } = fakeEngine();
  const documents = new DocumentStore("utf-16");
  const heard: Analysed[] = [];
  let wake: () => void = () => undefined;
  const analyses = new Analyses({
    documents,
    engine: Promise.resolve(engine),
    contextOf,
    onAnalysed(analysed) {
      heard.push(analysed);
      wake();
    },
    onError: (_, error) => assert.fail(String(error)),
  });
  const open = (text: string) =>
    documents.open({ textDocument: { uri: URI, languageId: "python", version: 1, text } });
  const change = (version: number, text: string) =>
    documents.change({ textDocument: { uri: URI, version }, contentChanges: [{ text }] });
  const nextAnalysis = () => new Promise<void>((resolve) => (wake = resolve));
  return { analyses, documents, counts, heard, open, change, nextAnalysis };
}

describe("Analyses", () => {
  it("makes one analysis of calls in quick succession", async () => {
    const { analyses, heard, open, change, nextAnalysis } = setUp();
    open("a");
    const analysed = nextAnalysis();
    for (let version = 2; version < 9; version++) {
      change(version, "a".repeat(version));
      analyses.schedule(URI);
    }
    await analysed;
    assert.deepEqual(
      heard.map(({ analysis }) => analysis.version),
      [8],
    );
  });

  it("answers a request at once, without stranding whoever asked before", async () => {
    const { analyses, heard, open } = setUp();
    open("a");
    analyses.schedule(URI);
    const [first, second] = await Promise.all([analyses.current(URI), analyses.current(URI)]);
    assert.equal(first?.analysis.version, 1);
    assert.equal(first, second);
    assert.equal(heard.length, 1);
  });

  it("parses only what changed, and frees the tree on close", async () => {
    const { analyses, documents, counts, open, change } = setUp();
    open("a");
    await analyses.current(URI);
    change(2, "ab");
    change(3, "abc");
    await analyses.current(URI);
    assert.deepEqual(counts, { alive: 1, parses: 1, updates: 1 });
    documents.close({ textDocument: { uri: URI } });
    analyses.forget(URI);
    assert.equal(counts.alive, 0);
    assert.equal(await analyses.current(URI), undefined);
  });

  it("looks at the text anew after waiting for its context", async () => {
    let give: (context: FileContext) => void = () => undefined;
    const { analyses, heard, open, change } = setUp(() => new Promise((resolve) => (give = resolve)));
    open("a");
    const current = analyses.current(URI);
    await Promise.resolve();
    change(2, "ab");
    give(CONTEXT);
    assert.equal((await current)?.analysis.version, 2);
    assert.equal(heard.length, 1);
  });

  it("analyses again when the context is another, and only then", async () => {
    let context = CONTEXT;
    const { analyses, heard, open } = setUp(() => Promise.resolve(context));
    open("a");
    await analyses.current(URI);
    await analyses.current(URI);
    assert.equal(heard.length, 1);
    context = { ...CONTEXT };
    await analyses.current(URI);
    assert.equal(heard.length, 2);
  });
});
