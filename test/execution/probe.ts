import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Direction } from "../../server/src/engine/rewrites/rewrite";

/** Programs that show that the two forms of a rewrite do the same. */
export interface Probe {
  /** The id of the rewrite. */
  readonly rewrite: string;
  /** What comes before the two forms. */
  readonly setup: string;
  /** Inputs: each is put between the set-up and the form. */
  readonly cases: readonly string[];
  readonly old: string;
  readonly new: string;
  /** The expression that must have one value after both. */
  readonly observe: string;
  /** The forms stand in a coroutine, which is run; `observe` is what it returns. */
  readonly async?: boolean;
  /** Inputs on which the two forms differ, or which are not rewritten. */
  readonly differs?: readonly Difference[];
  /** The minors on which each form works: [first, last]. Default: every one. */
  readonly oldWorks?: readonly [number, number];
  readonly newWorks: readonly [number, number];
  /** The target for which the new form is too new, where another one is wanted than the oldest. */
  readonly olderTarget?: string;
  /** The fixes that go each way, where they are not those of the table: `modernise-<rewrite>`, `downgrade-<rewrite>`. */
  readonly fixes?: Readonly<Partial<Record<Direction, string>>>;
  /** Ways that this rewrite does not go. */
  readonly not?: readonly Direction[];
  /** Values are numbers whose last digits may differ. */
  readonly approximate?: boolean;
}

/** An input on which the two forms do not do the same. */
export interface Difference {
  readonly case: string;
  /** Another expression to look at. */
  readonly observe?: string;
  /** Why, in a few words. */
  readonly why: string;
  /** Ways in which the rewrite sees that and is not offered. */
  readonly refused?: readonly Direction[];
  /** Ways in which the two do the same all the same. */
  readonly same?: readonly Direction[];
}

const FOLDER = path.join(__dirname, "probes");

/** Reads every probe. */
export function readProbes(): readonly Probe[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(path.join(FOLDER, name), "utf8")) as Probe[]);
}

/** The program of a form of a probe with one of its inputs. */
export function programOf(probe: Probe, form: string, input: string): string {
  const head = [probe.setup.trimEnd(), input].filter((part) => part !== "").join("\n");
  if (!probe.async) return `${head}\n${form}\n`;
  const body = [...form.split("\n"), `return ${probe.observe}`].map((line) =>
    line === "" ? "" : `    ${line}`,
  );
  return `${head}\n\n\nasync def probe():\n${body.join("\n")}\n\n\nloop = asyncio.new_event_loop()\nresult = loop.run_until_complete(probe())\nloop.close()\n`;
}
