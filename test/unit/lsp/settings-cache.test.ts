import assert from "node:assert/strict";
import { SettingsCache } from "../../../server/src/lsp/settings-cache";
import { DEFAULT_SETTINGS } from "../../../server/src/protocol";

const URI = "file:///project/app.py";

function makeCache(given: { pull?: (uri: string) => Promise<unknown>; initial?: unknown }) {
  const problems: string[] = [];
  const errors: unknown[] = [];
  const cache = new SettingsCache({
    pull: given.pull,
    initial: given.initial,
    onProblem: (message) => problems.push(message),
    onError: (error) => errors.push(error),
  });
  return { cache, problems, errors };
}

describe("SettingsCache", () => {
  it("asks the client once for each resource", async () => {
    const asked: string[] = [];
    const { cache } = makeCache({
      pull: async (uri) => {
        asked.push(uri);
        return { target: "3.8" };
      },
    });
    const [first, second] = await Promise.all([cache.of(URI), cache.of(URI)]);
    assert.equal(first, second);
    assert.equal(first.target, "3.8");
    assert.deepEqual(asked, [URI]);
    assert.ok(Object.isFrozen(first));
  });

  it("never gives settings that changed while they were on their way", async () => {
    const answers: ((value: unknown) => void)[] = [];
    const { cache } = makeCache({ pull: () => new Promise((resolve) => answers.push(resolve)) });
    const settings = cache.of(URI);
    cache.change(undefined);
    answers[0]({ target: "3.6" });
    while (answers.length < 2) await Promise.resolve();
    answers[1]({ target: "3.9" });
    assert.equal((await settings).target, "3.9");
  });

  it("takes pushed settings where the client cannot be asked", async () => {
    const { cache } = makeCache({ initial: { inlayHints: "all" } });
    assert.equal((await cache.of(URI)).inlayHints, "all");
    cache.change({ sinceWhen: { inlayHints: "off" } });
    assert.equal((await cache.of(URI)).inlayHints, "off");
    cache.change({ other: true });
    assert.equal((await cache.of(URI)).inlayHints, "off", "a notification without our section says nothing");
  });

  it("takes what was told at the start where the client's answer says nothing, or cannot be had", async () => {
    const initial = { target: "3.8", inlayHints: "all" };
    for (const answer of [null, undefined, {}, { target: null }]) {
      const { cache } = makeCache({ initial, pull: async () => answer });
      assert.equal((await cache.of(URI)).target, "3.8", JSON.stringify(answer));
    }
    const { cache } = makeCache({ initial, pull: async () => ({ target: "" }) });
    const { target, inlayHints } = await cache.of(URI);
    assert.deepEqual([target, inlayHints], ["", "all"], "an empty answer is an answer");
    const { cache: refused } = makeCache({ initial, pull: () => Promise.reject(new Error("no")) });
    assert.equal((await refused.of(URI)).target, "3.8");
  });

  it("falls back from bad values, and tells each once", async () => {
    const { cache, problems } = makeCache({
      pull: async () => ({ target: 3.8, ignore: "deprecated", exclude: null }),
    });
    assert.deepEqual(await cache.of(URI), DEFAULT_SETTINGS);
    await cache.of("file:///project/other.py");
    assert.equal(problems.length, 2);
    assert.match(problems[0], /sinceWhen\.target/);
    assert.match(problems[1], /sinceWhen\.ignore/);
  });

  it("uses the defaults when the client refuses to answer", async () => {
    const refusal = new Error("no");
    const { cache, errors } = makeCache({ pull: () => Promise.reject(refusal) });
    assert.deepEqual(await cache.of(URI), DEFAULT_SETTINGS);
    assert.deepEqual(errors, [refusal]);
  });
});
