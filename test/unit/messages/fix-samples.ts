import type { FindingCode } from "../../../server/src/engine/findings";
import type { Wording } from "../../../server/src/messages/wording";
import { type Sample, sample } from "./sample";

const DETAILS: Readonly<Record<string, string>> = {
  package: "pkg-backport",
  name: "pkg.name",
  module: "pkg",
  names: "pkg.a, pkg.b",
  version: "3.8",
  from: "3.7",
  path: "setup.cfg",
  key: "tox.envlist",
  files: "3",
  holds: "true",
};

/** Titles of fixes that are put together. */
export function fixSamples(): Sample[] {
  const of = (id: string, details: Readonly<Record<string, string>>): Sample =>
    sample(`title of ${id} (${Object.keys(details).join(" ")})`, ({ fixes }) => fixes.title({ id, details }));
  return [
    ...["replace-name", "replace-module", "align"].map((id) => of(id, { name: "pkg.name", module: "pkg" })),
    ...["raise-floor", "lower-floor", "align-others", "declare-target"].flatMap((id) => [
      of(id, { version: "3.8", key: "xyz", path: "setup.cfg", files: "2" }),
      of(id, { version: "3.8", key: "xyz" }),
    ]),
    ...["modernise-xyz", "downgrade-xyz"].map((id) => of(id, { name: "pkg.name" })),
    sample("fix all", ({ fixes }) => fixes.all(undefined)),
    sample("fix all of a code", ({ fixes }) => fixes.all("removed")),
    sample("fixes of a code in a preview", ({ fixes }) => fixes.group("removed", true)),
    ...(["import", "left-over"] as const).flatMap((kind) => [
      sample(`name of ${kind}`, ({ fixes }) => fixes.shared[kind].name),
      sample(`summary of ${kind}`, ({ fixes }) => fixes.shared[kind].summary),
    ]),
  ];
}

/** The sentences of tables, whose keys are taken from the language itself. */
export function tableSamples(wording: Wording): Sample[] {
  const { codes } = wording.findings;
  const { differences, reasons, titles } = wording.fixes.worded;
  return [
    ...titles.map((id) =>
      sample(`title of ${id}`, ({ fixes }) => fixes.title({ id, details: detailsOf(id) })),
    ),
    ...differences.map((differs) =>
      sample(`difference ${differs}`, ({ fixes }) =>
        fixes.title({ id: "modernise-xyz", details: { name: "pkg.name", differs } }),
      ),
    ),
    ...reasons.map((reason) => sample(`reason ${reason}`, ({ fixes }) => fixes.refusal({ reason }))),
    ...(Object.keys(codes) as FindingCode[]).map((code) =>
      sample(`code ${code}`, ({ findings }) => findings.codes[code]),
    ),
  ];
}

/** A title that begins like that of a rewrite is one of the table only where the fix has no name. */
function detailsOf(id: string): Readonly<Record<string, string>> {
  if (!id.startsWith("downgrade-")) return DETAILS;
  const { name: _name, ...rest } = DETAILS;
  return rest;
}
