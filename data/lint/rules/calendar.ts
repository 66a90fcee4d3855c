import { NEWEST_MINOR, OLDEST_MINOR } from "../../../server/src/engine/version";
import type { Rule } from "../rule";

const DATE = /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/;
const PATH = "data/calendar.json";

/**
 * Flags a calendar that leaves out a minor or is out of order: minors ascending without a gap, releases and ends of life
 * in the same order, every end after its release. Dates are ISO; a planned one may stop at the month (`2027-10`).
 */
export const calendarRule: Rule = {
  name: "calendar",
  *check({ calendar }) {
    const fault = (message: string) => ({ path: PATH, severity: "error" as const, message });
    if (calendar.length === 0) return;
    for (let minor = OLDEST_MINOR; minor <= NEWEST_MINOR; minor++) {
      if (calendar[minor - OLDEST_MINOR]?.minor !== minor) {
        yield fault(`3.${minor} is missing, or out of its place.`);
        return;
      }
    }
    for (const [at, { minor, released, endOfLife }] of calendar.entries()) {
      for (const date of [released, endOfLife]) {
        if (date !== undefined && !DATE.test(date))
          yield fault(`3.${minor}: "${date}" is no date such as 2018-06-27 or 2027-10.`);
      }
      if (released && endOfLife && endOfLife <= released)
        yield fault(`3.${minor} ends before it is released.`);
      const before = calendar[at - 1];
      if (before?.released && released && released <= before.released) {
        yield fault(`3.${minor} is released before 3.${before.minor}.`);
      }
      if (before?.endOfLife && endOfLife && endOfLife <= before.endOfLife) {
        yield fault(`3.${minor} ends before 3.${before.minor}.`);
      }
    }
  },
};
