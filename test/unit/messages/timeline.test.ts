import assert from "node:assert/strict";
import type { Entry } from "../../../server/src/engine/catalogue/entry";
import { minorsFrom, parseMinor } from "../../../server/src/engine/version";
import { timelineOf } from "../../../server/src/messages";
import { entry } from "./subjects";

describe("timelineOf", () => {
  it("puts everything that happened in order, and nothing twice", () => {
    const parameter = (name: string, added: string, removed?: string): Entry["parameters"][number] => ({
      name,
      position: undefined,
      positionalOnly: false,
      available: minorsFrom(parseMinor(added)!),
      added,
      deprecated: undefined,
      removed,
      summary: undefined,
    });
    const about = entry("subprocess.run", {
      added: "3.5",
      changes: [
        { version: "3.10", kind: "behaviour", summary: "Does more." },
        {
          version: "3.7",
          kind: "parameter",
          name: "text",
          summary: "`text` is another name of `universal_newlines`.",
        },
      ],
      parameters: [
        parameter("text", "3.7"),
        parameter("capture_output", "3.7"),
        parameter("args", "3.5"),
        parameter("old", "3.6", "3.9"),
      ],
    });
    assert.deepEqual(
      timelineOf(about).map(({ version, text }) => `${version} ${text}`),
      [
        "3.5 added",
        "3.6 parameter `old`",
        "3.7 parameter `capture_output`",
        "3.7 `text` is another name of `universal_newlines`.",
        "3.9 parameter `old` removed",
        "3.10 Does more.",
      ],
    );
  });
});
