import assert from "node:assert/strict";
import type { Engine } from "../../server/src/engine/analysis";
import { candidatesOf } from "../../server/src/engine/rewrites/book";
import type { Fix } from "../../server/src/engine/findings";
import { REQUESTED_FIXERS } from "../../server/src/engine/fixes/requested/requested";
import type { Direction } from "../../server/src/engine/rewrites/rewrite";
import { REWRITES } from "../../server/src/engine/rewrites/table";
import { targetOf } from "../unit/engine/analyse-for-tests";
import { applyFix, requestsIn, type Subject } from "../unit/fixtures/check-fixture";
import { engineForTests } from "../unit/fixtures/engine-for-tests";
import { type Probe, programOf, readProbes } from "./probe";
import { findPythons, type Python } from "./pythons";
import { type Outcome, type Program, runPrograms } from "./run-programs";

const DIRECTIONS: readonly Direction[] = ["modernise", "downgrade"];
const NEWEST = 15;

/** A program before and after a fix, and how the two must compare. */
interface Trial {
  readonly name: string;
  readonly probe: Probe;
  readonly direction: Direction;
  readonly before: Program;
  readonly after: Program;
  readonly mustDiffer: boolean;
}

describe("rewrites, executed", function () {
  this.timeout(600_000);
  const probes = readProbes();
  const pythons = findPythons();
  const trials: Trial[] = [];
  const outcomes = new Map<number, ReadonlyMap<string, Outcome>>();

  before(async () => {
    const engine = await engineForTests();
    for (const probe of probes)
      for (const direction of DIRECTIONS) trials.push(...trialsOf(engine, probe, direction));
    const programs = new Map<string, Program>();
    for (const { before, after } of trials)
      for (const each of [before, after]) programs.set(keyOf(each), each);
    const list = [...programs.values()];
    // Much of the time is spent on waiting for processes and sockets, so that the interpreters run beside each other.
    await Promise.all(
      pythons.map(async (python) => {
        const own = python.isWasm ? list.filter(({ text }) => !NEEDS_MACHINE.test(text)) : list;
        const answers = await runPrograms(python, own);
        outcomes.set(python.minor, new Map(own.map((program, index) => [keyOf(program), answers[index]])));
      }),
    );
    console.log(`    on Python ${pythons.map(({ version }) => version).join(", ")}`);
  });

  it("find interpreters to run on", () => assert.ok(pythons.length > 0, "no Python 3.6 or later was found"));

  it("have a probe for every way of every rewrite", () => {
    const ways = DIRECTIONS.flatMap((way) =>
      REWRITES.filter((each) => candidatesOf(each, way).length > 0).map(({ id }) => `${way} ${id}`),
    );
    const probed = probes.flatMap(({ rewrite, not }) =>
      DIRECTIONS.filter((way) => !not?.includes(way)).map((way) => `${way} ${rewrite}`),
    );
    assert.deepEqual(
      ways.filter((way) => !probed.includes(way)),
      [],
      "ways without a probe",
    );
  });

  for (const probe of probes) {
    for (const direction of DIRECTIONS.filter((way) => !probe.not?.includes(way))) {
      it(`${direction} ${probe.rewrite}`, () => {
        const own = trials.filter((trial) => trial.probe === probe && trial.direction === direction);
        for (const trial of own) checkTrial(trial, pythons, outcomes);
        checkRefusals(probe, direction, own.length);
      });
    }
  }
});

/** Rewrites every input of a probe one way. Inputs that are refused give no trial. */
function trialsOf(engine: Engine, probe: Probe, direction: Direction): Trial[] {
  if (probe.not?.includes(direction)) return [];
  const from = direction === "modernise" ? probe.old : probe.new;
  const target = direction === "modernise" ? rangeOf(probe.newWorks) : olderTarget(probe);
  const inputs = [
    ...probe.cases.map((text) => ({ text, observe: probe.observe, mustDiffer: false })),
    ...(probe.differs ?? []).map((each) => ({
      text: each.case,
      observe: each.observe ?? probe.observe,
      mustDiffer: !each.same?.includes(direction),
    })),
  ];
  return inputs.flatMap(({ text, observe, mustDiffer }): Trial[] => {
    const before = programOf(probe, from, text);
    const fix = probe.fixes?.[direction] ?? `${direction}-${probe.rewrite}`;
    const after = rewritten(engine, before, target, fix);
    if (after === undefined) return [];
    const looked = probe.async ? "result" : observe;
    return [
      {
        name: `${direction} ${probe.rewrite} with “${text}”`,
        probe,
        direction,
        before: { text: before, observe: looked },
        after: { text: after, observe: looked },
        mustDiffer,
      },
    ];
  });
}

function rangeOf([first, last]: readonly [number, number]): string {
  return `>=3.${first}${last < NEWEST ? `,<3.${last + 1}` : ""}`;
}

/** A target that includes a Python without the new form, and none without the old one. */
function olderTarget(probe: Probe): string {
  const [first, last] = oldWorks(probe);
  return probe.olderTarget ?? rangeOf([Math.max(first, Math.min(6, probe.newWorks[0] - 1)), last]);
}

function rewritten(engine: Engine, text: string, target: string, id: string): string | undefined {
  let current = text;
  for (let round = 0; round < 20; round++) {
    const document = engine.parse(current);
    const analysis = engine.analyse(document, {
      uri: "file:///probe.py",
      version: 1,
      target: targetOf(target),
    });
    const fix =
      analysis.findings
        .flatMap((finding) => engine.fixesFor(document, analysis, finding))
        .find((each) => each.id === id) ?? requested(engine, { document, analysis }, id);
    document.dispose();
    if (!fix) break;
    current = applyFix(current, fix);
  }
  return current === text ? undefined : current;
}

/** What WebAssembly has not got: processes, threads, sockets, a loop of its own, users and their limits. */
const NEEDS_MACHINE =
  /\b(?:asyncio|subprocess|multiprocessing|socket\w*|threading|ssl|http|smtplib|poplib|urllib|fcntl|resource|pty|signal|sqlite3|crypt|thread_time|clock_\w+|process_cpu_count|cpu_count|CLOCK_\w+|RecursionError|is_mount|ismount|link|hardlink_to|pwritev|preadv)\b/;

/** Fixes that nobody is told of who does not ask. */
const REQUESTED = new Set([
  ...REQUESTED_FIXERS.map(({ fixer }) => fixer.id),
  ...REWRITES.filter((each) => candidatesOf(each, "modernise").some(({ rule }) => rule.onRequest)).map(
    ({ id }) => `modernise-${id}`,
  ),
]);

function requested(engine: Engine, subject: Subject, id: string): Fix | undefined {
  if (!REQUESTED.has(id)) return undefined;
  return requestsIn(engine, subject).find(({ fix }) => fix.id === id)?.fix;
}

function checkTrial(
  trial: Trial,
  pythons: readonly Python[],
  outcomes: ReadonlyMap<number, ReadonlyMap<string, Outcome>>,
): void {
  const { probe, direction, before, after, mustDiffer, name } = trial;
  const works = { old: oldWorks(probe), new: probe.newWorks };
  const [from, to] = direction === "modernise" ? [works.old, works.new] : [works.new, works.old];
  let differed = false;
  let expected: Outcome | undefined;
  for (const { minor, version, isWasm } of pythons) {
    const given = {
      before: outcomes.get(minor)?.get(keyOf(before)),
      after: outcomes.get(minor)?.get(keyOf(after)),
    };
    if (isWasm && !given.after) continue;
    if (isIn(from, minor)) expected = given.before;
    if (!isIn(to, minor)) continue;
    assert.ok(given.after, name);
    const reference = isIn(from, minor) ? given.before : firstOutcome(before, from, pythons, outcomes);
    if (!reference) continue;
    const isSame = compare(reference, given.after, probe.approximate === true);
    if (!isSame) differed = true;
    if (!mustDiffer)
      assert.ok(
        isSame,
        `${name} on ${version}:\n${after.text}\n${show(reference)} became ${show(given.after)}`,
      );
  }
  assert.ok(!mustDiffer || differed || !expected, `${name} is said to differ and does not:\n${after.text}`);
}

/** What a program gave on the oldest Python that it works on. */
function firstOutcome(
  program: Program,
  works: readonly [number, number],
  pythons: readonly Python[],
  outcomes: ReadonlyMap<number, ReadonlyMap<string, Outcome>>,
): Outcome | undefined {
  const python = pythons.find(({ minor }) => isIn(works, minor));
  return python && outcomes.get(python.minor)?.get(keyOf(program));
}

/** Every input that may not be refused must have been rewritten, and every one that must be refused must not. */
function checkRefusals(probe: Probe, direction: Direction, tried: number): void {
  const refused = (probe.differs ?? []).filter((each) => each.refused?.includes(direction)).length;
  const expected = probe.cases.length + (probe.differs ?? []).length - refused;
  assert.equal(tried, expected, `inputs of ${probe.rewrite} that are rewritten (${direction})`);
}

function compare(left: Outcome, right: Outcome, approximate: boolean): boolean {
  if (left.error !== null || right.error !== null)
    return left.error === right.error && left.output === right.output;
  if (left.output !== right.output) return false;
  return left.value === right.value || (approximate && isClose(left.value, right.value));
}

function isClose(left: string | null, right: string | null): boolean {
  const numbers = (text: string | null): number[] => (text?.match(/-?\d[\d.e+-]*/g) ?? []).map(Number);
  const [a, b] = [numbers(left), numbers(right)];
  return (
    a.length > 0 &&
    a.length === b.length &&
    a.every((value, index) => Math.abs(value - b[index]) <= 1e-9 * Math.abs(value))
  );
}

function oldWorks(probe: Probe): readonly [number, number] {
  return probe.oldWorks ?? [0, NEWEST];
}

function isIn([first, last]: readonly [number, number], minor: number): boolean {
  return first <= minor && minor <= last;
}

function keyOf({ text, observe }: Program): string {
  return JSON.stringify([text, observe]);
}

function show({ value, output, error }: Outcome): string {
  return error ?? `${value ?? ""}${output === "" ? "" : ` and printed “${output}”`}`;
}
