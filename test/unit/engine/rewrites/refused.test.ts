import assert from "node:assert/strict";
import type { Engine } from "../../../../server/src/engine/analysis";
import { readRefusedCases, type RefusedCase, type Way } from "../../../rewrites/refused";
import {
  type Offer,
  type Offers,
  offersIn,
  offersOf,
  programOf,
  readRows,
  type Row,
} from "../../../rewrites/report";
import { engineForTests } from "../../fixtures/engine-for-tests";

/** Ways that are right wherever their form stands, and why. */
const EXPLAINED: Readonly<Record<string, string>> = {};

/** The lists of rows of which every way has a program in which it must not be offered. */
const WHOLE: ReadonlySet<Row["list"]> = new Set(["articles", "releases", "downgrades"]);

/** What a way's fixes are, those left out that bring the newer name from a package. */
function fixesOf(offers: readonly Offer[]): Set<string> {
  const own = offers.filter(({ id, safety }) => safety !== "refused" && !id.startsWith("backport-"));
  return new Set(own.map(({ id }) => id));
}

describe("programs that must not be rewritten", function () {
  this.timeout(240_000);
  const cases = readRefusedCases();
  const rows = readRows();
  let engine: Engine;

  before(async () => {
    engine = await engineForTests();
  });

  function offersOfRow(id: string): Offers {
    const row = rows.find((each) => each.id === id);
    assert.ok(row, `${id} is no row`);
    return offersOf(engine, row);
  }

  /** The fixes of a row that are offered in a program, or those of them that are called safe. */
  function offeredIn(program: string, range: string, { ids, row, way, onlyUnsafe }: RefusedCase): string[] {
    const asked = ids.length > 0 ? new Set(ids) : fixesOf(offersOfRow(row)[way]);
    const { offers, parseErrors } = offersIn(engine, program, range);
    // Some of the newest syntax is found where the grammar sees an error.
    const own = programOf(offersOfRow(row).row, way);
    const errors = offersIn(engine, own.code, own.range).parseErrors;
    assert.ok(parseErrors <= errors, `does not parse:\n${program}`);
    return offers
      .filter(({ id, safety }) => asked.has(id) && (onlyUnsafe ? safety === "safe" : safety !== "refused"))
      .map(({ text }) => text);
  }

  for (const each of cases) {
    const { where, row, way, clause, refused, accepted } = each;
    it(`${row} ${way}: ${clause} (${where})`, () => {
      const { range } = programOf(offersOfRow(row).row, way);
      assert.deepEqual(offeredIn(refused, each.range ?? range, each), [], refused);
      const nearest = accepted === refused ? range : (each.range ?? range);
      const offered = offeredIn(accepted, nearest, each);
      assert.notDeepEqual(offered, [], `nothing is offered in the nearest program either:\n${accepted}`);
    });
  }

  it("are there for every way that has a fix", () => {
    const shown = new Set(
      cases.filter(({ onlyUnsafe }) => !onlyUnsafe).map(({ row, way }) => `${way} ${row}`),
    );
    const ways: readonly Way[] = ["forward", "back"];
    const missing = rows
      .filter(({ list }) => WHOLE.has(list))
      .flatMap(({ id }) => {
        const offers = offersOfRow(id);
        return ways.filter((way) => fixesOf(offers[way]).size > 0).map((way) => `${way} ${id}`);
      })
      .filter((way) => !shown.has(way));
    assert.deepEqual(missing.sort(), Object.keys(EXPLAINED).sort());
  });
});
