import { formatMinor } from "../../engine/version";
import { capitalise } from "../names";
import type { FloorWords, MinimumWording } from "../wording";
import { nounOf } from "./names";
import { plural } from "./plural";

export const FLOOR: FloorWords = {
  title: "The minimum Python version",
  broken: "Fails already",
  idle: "Can go already",
  below: "If it were lower",
  above: "If it were higher",
  summary(files, needed, declared) {
    const need = `The code of ${plural(files, "file")} needs Python ${needed}`;
    if (declared === undefined) return `${need}; nobody declares a minimum.`;
    if (declared === needed) return `${need}, which is the declared minimum.`;
    return `${need}; the declared minimum is ${declared}.`;
  },
  lower: (version, total) => `${version}: ${plural(total, "use")} ${total === 1 ? "fails" : "fail"}`,
  higher: (version, total) => `${version}: ${plural(total, "place")} can be simpler`,
  maintainedUntil: (end) => ` (maintained until ${end})`,
  more: (count) => ` and ${count} more`,
  group({ kind, symbol, minor }, { kind: entryKind, backport }) {
    const noun = nounOf(symbol, entryKind);
    switch (kind) {
      case "need": {
        const brings = backport === undefined ? "" : `, which \`${backport}\` brings to older ones`;
        return `${capitalise(noun)} needs ${formatMinor(minor)}${brings}`;
      }
      case "guard":
        return "Version tests with one answer";
      case "backport":
        return `${capitalise(noun)} from a package`;
      case "modernise":
        // What every Python does anyway.
        if (symbol.startsWith("__future__.")) return `Needless imports of ${noun}`;
        return `Older ways than ${noun}`;
    }
  },
};

export const MINIMUM: MinimumWording = {
  title: "The Pythons that this code runs on",
  everyPython: "Every Python 3",
  from: (version) => `Python ${version} and newer`,
  only: (version) => `Python ${version}`,
  span: (from, to) => `Python ${from} to ${to}`,
  none: "No Python 3: something is gone before something else arrived",
  lookedAt: (files) => `as far as what it uses tells. Looked at ${plural(files, "file")}.`,
  byFolder: "By folder",
  byFile: "By file",
  columns: ["folder", "needs Python", "files"],
  rest: (files) => `${plural(files, "file")} ${files === 1 ? "runs" : "run"} on every Python 3.`,
  line: (line) => `line ${line}`,
  andMore: (count) => `and ${count} more`,
  progress: (done, all) => `${done} of ${plural(all, "file")}`,
  runsOnEvery: "Runs on every Python 3",
  runsOnNone: "Runs on no Python 3: something is gone before something else arrived",
  runsOn: (range, why) => `Runs on ${range}${why === "" ? "" : `: ${why}`}`,
  shortList: (names, rest) => (rest > 0 ? `${names.join(", ")} and ${rest} more` : names.join(", ")),
  neededBy: (list, count) => `${list} ${count === 1 ? "needs" : "need"} it`,
};
