import { type Sample, sample } from "./sample";

/** What a hover tells. */
export function cardSamples(): Sample[] {
  return [
    sample("arrival unknown", ({ headline }) => headline.arrivalUnknown),
    sample("added", ({ headline }) => headline.added("3.8")),
    sample("deprecated since", ({ headline }) => headline.deprecated("3.8")),
    sample("deprecated", ({ headline }) => headline.deprecated(undefined)),
    sample("removed in", ({ headline }) => headline.removed("3.12")),
    sample("removal", ({ headline }) => headline.removal("3.12")),
    sample("always", ({ headline }) => headline.always),
    sample("use", ({ headline }) => headline.use("`pkg.name`")),
    sample("fails", ({ headline }) => headline.fails(headline.needs("3.8"), "3.6", "pyproject.toml:7")),
    sample("fails on newer", ({ headline }) =>
      headline.fails(headline.removed("3.14"), "3.14", "pyproject.toml:7"),
    ),
    sample("missing", ({ headline }) => headline.missing("3.6", "pyproject.toml:7")),
    sample("everywhere", ({ headline }) => headline.everywhere("pyproject.toml:7")),
    sample("hint gone", ({ headline }) => headline.hintGone("3.12")),
    sample("hint deprecated", ({ headline }) => headline.hintDeprecated("3.12")),
    sample("open feature", ({ headline }) => headline.openFeature),
    sample("backport", ({ card }) => card.backport("pkg-backport", "pkg_backport", undefined)),
    sample("backport for some", ({ card }) => card.backport("pkg-backport", "pkg_backport", ">=3.6")),
    sample("backport of gone", ({ card }) => card.backportOfGone("pkg-backport", "pkg_backport", ">=3.13")),
    sample("platforms", ({ card }) => card.platforms(["Linux", "macOS"])),
    sample("provisional", ({ card }) => card.provisional),
    sample("documentation", ({ card }) => card.documentation),
    sample("before", ({ card }) => card.before),
    sample("now", ({ card }) => card.now),
    sample("example", ({ card }) => card.example),
    sample("timeline: added", ({ timeline }) => timeline.added([])),
    sample("timeline: added in micros", ({ timeline }) => timeline.added(["3.6.12", "3.7.9"])),
    sample("timeline: deprecated", ({ timeline }) => timeline.deprecated),
    sample("timeline: removed", ({ timeline }) => timeline.removed),
    sample("timeline: to be removed", ({ timeline }) => timeline.toBeRemoved),
    sample("timeline: parameter", ({ timeline }) => timeline.parameter("xyz")),
    sample("timeline: parameter deprecated", ({ timeline }) => timeline.parameterDeprecated("xyz")),
    sample("timeline: parameter removed", ({ timeline }) => timeline.parameterRemoved("xyz")),
  ];
}

/** What a list of releases tells. */
export function releaseSamples(): Sample[] {
  const events = ["added", "changed", "deprecated", "removed"] as const;
  return [
    ...events.map((event) => sample(`event ${event}`, ({ releases }) => releases.event(event, "3.8"))),
    sample("due", ({ releases }) => releases.due("xyz")),
    sample("until", ({ releases }) => releases.until("xyz")),
    sample("ended", ({ releases }) => releases.ended("xyz")),
  ];
}
