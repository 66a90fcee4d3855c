import type { Catalogue } from "../../engine/catalogue/catalogue";
import type { FloorGroup, FloorReport, FloorStep } from "../../engine/floor/report";
import { formatMinor } from "../../engine/version";
import { minorOrNull, SCHEMA, toJson } from "./json";

/** Writes `min --explore --format json`. */
export function floorJson(report: FloorReport, catalogue: Catalogue): string {
  const groupJson = ({ kind, symbol, minor, places }: FloorGroup): Record<string, unknown> => ({
    kind,
    symbol,
    ...(kind === "need"
      ? { added: formatMinor(minor), backport: catalogue.lookup(symbol)?.backport?.package ?? null }
      : { from: formatMinor(minor) }),
    places: places.map(({ path, line }) => ({ path, line })),
  });
  const stepJson = ({ minor, groups, total }: FloorStep): Record<string, unknown> => ({
    minimum: formatMinor(minor),
    endOfLife: catalogue.calendar.find((release) => release.minor === minor)?.endOfLife ?? null,
    total,
    new: groups.map(groupJson),
  });
  return toJson({
    schema: SCHEMA,
    declared: minorOrNull(report.declared),
    needed: formatMinor(report.needed),
    files: report.files,
    broken: report.broken.map(groupJson),
    idle: report.idle.map(groupJson),
    below: report.below.map(stepJson),
    above: report.above.map(stepJson),
  });
}
