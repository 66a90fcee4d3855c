import assert from "node:assert/strict";
import fc from "fast-check";
import { declarationProblem } from "../../../server/src/messages";
import {
  isRangeProblem,
  parseAlternatives,
  parsePythonRange,
  parseSpecifier,
} from "../../../server/src/project/range";
import { formatMinor, listMinors } from "../../../server/src/engine/version";

/** Gives the ends of a range, `…` for an end without bound, or the problem. */
function ends(text: string): string {
  const range = parsePythonRange(text);
  if (isRangeProblem(range)) return declarationProblem(range.problem);
  const [low, high] = [range.minimum, range.maximum].map((minor) =>
    minor === undefined ? "…" : formatMinor(minor),
  );
  return `${low} to ${high}`;
}

function minors(text: string): string {
  const range = parsePythonRange(text);
  return isRangeProblem(range) ? declarationProblem(range.problem) : listMinors(range.minors).join(" ");
}

describe("parsePythonRange", () => {
  it("reads a bare version as a lower bound", () => {
    assert.equal(ends("3.8"), "3.8 to …");
    assert.equal(ends(" 3 "), "3.0 to …");
    assert.equal(ends("3.8.1"), "3.8 to …");
  });

  it("lets a minor in when any of its releases is let in", () => {
    assert.equal(ends(">=3.8.1"), "3.8 to …");
    assert.equal(ends(">3.7"), "3.7 to …");
    assert.equal(ends("<=3.9"), "… to 3.9");
    assert.equal(ends(">=3.8,<3.12.1"), "3.8 to 3.12");
    assert.equal(ends(">=3.8,<3.12"), "3.8 to 3.11");
    assert.equal(ends(">=3.8.20,<3.9"), "3.8 to 3.8");
  });

  it("knows the operators of PEP 440", () => {
    assert.equal(ends("~=3.9"), "3.9 to …");
    assert.equal(ends("~=3.9.2"), "3.9 to 3.9");
    assert.equal(ends("==3.10.*"), "3.10 to 3.10");
    assert.equal(ends("===3.8.5"), "3.8 to 3.8");
    assert.equal(ends("==3.*"), "3.0 to …");
  });

  it("is a set, not a floor", () => {
    assert.equal(minors(">=3.8,!=3.9.*,<3.13"), "8 10 11 12");
    assert.equal(minors(">=3.8,!=3.9.7,<3.11"), "8 9 10");
  });

  it("takes a bound of 4 for none", () => {
    assert.equal(ends(">=3.8,<4"), "3.8 to …");
  });

  it("has no lower end where nothing bounds it from below", () => {
    assert.equal(ends("!=3.9.*"), "… to …");
    assert.equal(ends("<3.10"), "… to 3.9");
    assert.equal(ends(""), "… to …");
    assert.equal(ends(",,,"), "… to …");
  });

  it("looks at the Python 3 part of a range that reaches into Python 2", () => {
    assert.equal(ends(">=2.7, !=3.0.*, !=3.1.*"), "3.2 to …");
    assert.equal(ends(">=2.7"), "3.0 to …");
    assert.match(ends(">=2.6,<3"), /lets no Python 3 in/);
  });

  it("takes a prerelease for a release of its minor", () => {
    assert.equal(ends(">=3.14.0a1"), "3.14 to …");
    assert.equal(ends("==3.14.0b1"), "3.14 to 3.14");
    assert.equal(ends(">=3.8.post1"), "3.8 to …");
  });

  it("keeps a range beyond every known Python", () => {
    assert.equal(ends(">=3.99"), "3.99 to …");
    assert.equal(minors(">=3.99"), "");
  });

  it("cleans the text for display", () => {
    const range = parsePythonRange("  >= 3.7 ,  <  4 ,");
    assert.equal(isRangeProblem(range) ? "" : range.text, ">=3.7,<4");
  });

  it("helps the author of what it cannot read", () => {
    assert.equal(
      ends("^3.8"),
      "`^3.8` is no range of Python versions; this is Poetry's syntax, write `>=3.8,<4`",
    );
    assert.match(ends(">=3.7.*"), /write `>=3\.7`/);
    assert.match(ends("~=3"), /write `>=3`/);
    assert.match(ends("3.8+"), /write `>=3\.8`/);
    assert.match(ends("py310"), /write `>=3\.10`/);
    assert.match(ends("3.8-3.12"), /write `>=3\.8,<3\.13`/);
    assert.match(ends(">=2.7 || >=3.5"), /no “or”/);
    assert.match(ends("python3"), /write a PEP 440 range/);
  });

  it("refuses absurd numbers and odd characters at once", () => {
    assert.match(ends(`>=3.${"9".repeat(400)}`), /is no range/);
    assert.match(ends(">=３.８"), /is no range/);
    assert.match(ends(">=3.8\0"), /is no range/);
  });

  it("never throws, and never lets in what it says it does not", () => {
    const clause = fc.stringMatching(/^(>=|<=|==|!=|~=|>|<)?[ ]?[23](\.\d{1,2}){0,2}(\.\*)?$/);
    fc.assert(
      fc.property(fc.array(clause, { maxLength: 4 }), (clauses) => {
        const range = parsePythonRange(clauses.join(","));
        if (isRangeProblem(range)) return;
        const known = listMinors(range.minors);
        assert.ok(
          known.every((minor) => minor >= (range.minimum ?? 0) && minor <= (range.maximum ?? Infinity)),
        );
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void parsePythonRange(text)));
  });
});

describe("parseSpecifier", () => {
  it("refuses a bare version as installers do", () => {
    const range = parseSpecifier("3.8");
    assert.match(isRangeProblem(range) ? declarationProblem(range.problem) : "", /write `>=3\.8`/);
  });
});

describe("parseAlternatives", () => {
  it("joins what several specifiers let in and names those with a Python 3", () => {
    const range = parseAlternatives([">=2.7,<3", ">=3.6,<3.8", "==3.9.*"], "^2.7 || ~3.6");
    assert.deepEqual(
      isRangeProblem(range) ? range : [range.text, listMinors(range.minors), range.minimum, range.maximum],
      [">=3.6,<3.8 || ==3.9.*", [6, 7, 9], 6, 9],
    );
  });
});
