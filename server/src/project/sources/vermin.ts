import type { Statement } from "../declaration";
import { declareLowest, noPython, type ValuePlace } from "../declare";

/**
 * Makes the statement of the targets of the tool Vermin: `3.8-` and `3.8` separated by commas or line ends, each with or
 * without `-` for “or newer”; those of Python 2 say nothing here.
 */
export function declareVermin(text: string, place: ValuePlace): Statement[] {
  const targets = text.split(/[\s,]+/).filter((target) => target !== "");
  const broken = targets.find((target) => !/^[23](?:\.\d{1,2}){0,2}-?$/.test(target));
  if (broken !== undefined) {
    const { rank, key, line, value } = place;
    return [{ rank, line, value, problem: noPython(key, broken, "3.8-") }];
  }
  const minors = targets.flatMap((target) => {
    const match = /^3(?:\.(\d{1,2}))?/.exec(target);
    return match ? [Number(match[1] ?? 0)] : [];
  });
  return declareLowest(minors, place);
}
