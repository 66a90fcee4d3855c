import type { FloorPlace } from "../../../server/src/engine/floor/report";
import { type Sample, sample } from "./sample";

/** What the report on lower ends of the target says. */
export function floorSamples(): Sample[] {
  const kinds: readonly FloorPlace["kind"][] = ["need", "guard", "backport", "modernise"];
  const titles = ["title", "broken", "idle", "below", "above"] as const;
  const counts = [1, 7];
  return [
    ...titles.map((title) => sample(`floor ${title}`, ({ floor }) => floor[title])),
    ...[undefined, "3.7", "3.9"].map((declared) =>
      sample(`summary, declared ${declared}`, ({ floor }) => floor.summary(5, "3.9", declared)),
    ),
    ...counts.map((count) => sample(`lower ${count}`, ({ floor }) => floor.lower("3.8", count))),
    ...counts.map((count) => sample(`higher ${count}`, ({ floor }) => floor.higher("3.8", count))),
    sample("maintained until", ({ floor }) => floor.maintainedUntil("2027-10")),
    sample("more places", ({ floor }) => floor.more(4)),
    ...kinds.map((kind) =>
      sample(`floor group ${kind}`, ({ floor }) =>
        floor.group({ kind, symbol: "pkg.name", minor: 8, places: [] }, { backport: "pkg-backport" }),
      ),
    ),
  ];
}

/** What the report on what the code needs says. */
export function minimumSamples(): Sample[] {
  const texts = ["title", "everyPython", "none", "byFolder", "byFile", "runsOnEvery", "runsOnNone"] as const;
  return [
    ...texts.map((text) => sample(`minimum ${text}`, ({ minimum }) => minimum[text])),
    sample("from", ({ minimum }) => minimum.from("3.8")),
    sample("only", ({ minimum }) => minimum.only("3.8")),
    sample("from to", ({ minimum }) => minimum.span("3.8", "3.11")),
    sample("looked at", ({ minimum }) => minimum.lookedAt(5)),
    sample("columns of folders", ({ minimum }) => minimum.columns.join(" | ")),
    ...[1, 5].map((files) => sample(`rest ${files}`, ({ minimum }) => minimum.rest(files))),
    sample("line", ({ minimum }) => minimum.line(12)),
    sample("and more", ({ minimum }) => minimum.andMore(4)),
    sample("progress", ({ minimum }) => minimum.progress(3, 17)),
    sample("runs on", ({ minimum }) => minimum.runsOn("xyz", "pkg.name")),
    sample("short list", ({ minimum }) => minimum.shortList(["pkg.name"], 2)),
    sample("whole list", ({ minimum }) => minimum.shortList(["pkg.a", "pkg.b"], 0)),
    ...[1, 3].map((count) => sample(`needed by ${count}`, ({ minimum }) => minimum.neededBy("pkg.a", count))),
  ];
}
