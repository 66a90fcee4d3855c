import type { CardWording, HeadlineWording, TimelineWording } from "../wording";
import { enumerate } from "./names";

export const HEADLINE: HeadlineWording = {
  arrivalUnknown: "nobody recorded when it arrived",
  added: (version) => `new in Python ${version}`,
  deprecated: (version) => (version === undefined ? "deprecated" : `deprecated since ${version}`),
  removed: (version) => `gone in ${version}`,
  removal: (version) => `to be removed in ${version}`,
  always: "in every Python 3",
  use: (noun) => `use ${noun}`,
  needs: (version) => `needs ${version}`,
  fails: (reason, minors, origin) => `${reason}, you support ${minors}, from ${origin}`,
  missing: (minors, origin) => `not on ${minors} of your target, from ${origin}`,
  everywhere: (origin) => `on every Python of your target, from ${origin}`,
  hintGone: (version) => `gone in ${version}`,
  hintDeprecated: (version) => `deprecated in ${version}`,
  openFeature: "Show what is known of it",
};

export const CARD: CardWording = {
  backport: (name, module, pythons) =>
    `On older Pythons: \`pip install ${name}\`, then import \`${module}\`${pythons === undefined ? "" : ` for Python ${pythons}`}.`,
  backportOfGone: (name, module, pythons) =>
    `Where it is gone: \`pip install ${name}\`, then import \`${module}\`${pythons === undefined ? "" : ` for Python ${pythons}`}.`,
  platforms: (names) => `Only on ${enumerate(names)}.`,
  provisional: "Provisional: may change without a deprecation period.",
  documentation: "Documentation",
  before: "Before:",
  now: "Now:",
  example: "Example:",
};

export const TIMELINE: TimelineWording = {
  added: (micros) => (micros.length > 0 ? `added (also in ${micros.join(", ")})` : "added"),
  deprecated: "deprecated",
  removed: "removed",
  toBeRemoved: "to be removed",
  parameter: (name) => `parameter \`${name}\``,
  parameterDeprecated: (name) => `parameter \`${name}\` deprecated`,
  parameterRemoved: (name) => `parameter \`${name}\` removed`,
};
