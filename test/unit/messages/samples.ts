import { cardSamples, releaseSamples } from "./card-samples";
import { declarationSamples } from "./declaration-samples";
import { findingSamples } from "./finding-samples";
import { fixSamples } from "./fix-samples";
import { floorSamples, minimumSamples } from "./report-samples";
import { type Sample, sample } from "./sample";

/** Every sentence of a wording, with parameters that can be found again in it. */
export function samples(): Sample[] {
  return [
    ...nameSamples(),
    ...findingSamples(),
    ...declarationSamples(),
    ...fixSamples(),
    ...cardSamples(),
    ...releaseSamples(),
    ...floorSamples(),
    ...minimumSamples(),
    ...serverSamples(),
  ];
}

const SYNTAX = ["walrus", "match-statement"];

function nameSamples(): Sample[] {
  return [
    sample("parameter", ({ names }) => names.parameter("text", "subprocess.run")),
    ...SYNTAX.map((name) => sample(`syntax ${name}`, ({ names }) => names.syntax(name) ?? "")),
    sample("other syntax", ({ names }) => names.otherSyntax("xyz xyz")),
    sample("behaviour", ({ names }) => names.behaviour("xyz xyz")),
    sample("interpreter", ({ names }) => names.interpreter("xyz")),
    sample("module", ({ names }) => names.module("tomllib")),
    sample("no Python", ({ versions }) => versions.none),
    sample("any Python", ({ versions }) => versions.anyPython),
    sample("and newer", ({ versions }) => versions.andNewer("3.8")),
    sample("span", ({ versions }) => versions.span("3.6", "3.9")),
    sample("list", ({ versions }) => versions.list(["3.0", "3.2", "3.9"])),
    sample("selected interpreter", ({ versions }) => versions.interpreter),
    sample("setting", ({ versions }) => versions.setting("sinceWhen.target")),
  ];
}

function serverSamples(): Sample[] {
  const kinds = ["range", "globs", "codes", "boolean", "backport-style", "hint-mode"] as const;
  return [
    ...kinds.map((kind) =>
      sample(`setting of ${kind}`, ({ server }) => server.settingProblem("sinceWhen.xyz", kind)),
    ),
    sample("start failure", ({ server }) => server.startFailure("XYZ")),
    sample("no text", ({ server }) => server.fileProblem({ kind: "not-utf8" })),
    sample("system's refusal", ({ server }) => server.fileProblem({ kind: "system", text: "EACCES" })),
  ];
}
