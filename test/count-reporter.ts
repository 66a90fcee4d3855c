import Mocha from "mocha";
import { leaveCounts } from "./counts";

/** Mocha's dots and list of failures, and the counts for `npm test`. */
export default class CountReporter extends Mocha.reporters.Dot {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.once("end", () => {
      const { passes, failures, pending } = this.stats;
      leaveCounts({ passed: passes, failed: failures, skipped: pending });
    });
  }
}
