import { isCalledOn } from "../older-predicates";
import { isIsoText, mayBeIsoText } from "../text-predicates";
import type { Form, Rewrite } from "../rewrite";
import { isWeekOfYear, mayBeBetween, mayBeWeekOfYear } from "../number-predicates";
import { isFrom } from "../result-predicates";

const STAMPS = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S.%f", "%Y-%m-%d %H:%M:%S.%f"];

/** The day of a week by its number, in a year that is sure to have that week, or may have it. */
function weeks(classId: string, ending: string): Form[] {
  const form = {
    old: `datetime.datetime.strptime("%04d-W%02d-%d" % ($year, $week, $day), "%G-W%V-%u")${ending}`,
    new: `${classId}.fromisocalendar($year, $week, $day)`,
  };
  return [
    { ...form, downgrade: { when: [isCalledOn(classId), isWeekOfYear] } },
    {
      ...form,
      modernise: false,
      downgrade: {
        safety: "unsafe",
        differs: "weeks-run-on",
        when: [isCalledOn(classId), mayBeWeekOfYear],
      },
    },
  ];
}

/** Better ways of `datetime`. */
export const dateRewrites: readonly Rewrite[] = [
  {
    id: "datetime-fromisoformat",
    entry: "datetime.datetime.fromisoformat",
    names: { old: "datetime.datetime.strptime", new: "datetime.datetime.fromisoformat" },
    forms: STAMPS.map((format, index): Form => ({
      old: `datetime.datetime.strptime($text, "${format}")`,
      new: "datetime.datetime.fromisoformat($text)",
      modernise: { when: [isIsoText("text", format)] },
      ...(index > 0 && { downgrade: false as const }),
    })),
    modernise: { safety: "unsafe", differs: "other-texts" },
    downgrade: {
      safety: "unsafe",
      differs: "one-format",
      when: [isCalledOn("datetime.datetime"), mayBeIsoText("text", STAMPS[0])],
    },
  },
  {
    id: "date-fromisoformat",
    entry: "datetime.date.fromisoformat",
    names: { old: "datetime.datetime.strptime", new: "datetime.date.fromisoformat" },
    forms: [
      {
        old: 'datetime.datetime.strptime($text, "%Y-%m-%d").date()',
        new: "datetime.date.fromisoformat($text)",
        modernise: { when: [isIsoText("text", "%Y-%m-%d")] },
      },
    ],
    modernise: { safety: "unsafe", differs: "other-texts" },
    downgrade: {
      safety: "unsafe",
      differs: "one-format",
      when: [isCalledOn("datetime.date"), mayBeIsoText("text", "%Y-%m-%d")],
    },
  },
  {
    id: "time-fromisoformat",
    entry: "datetime.time.fromisoformat",
    names: { old: "datetime.datetime.strptime", new: "datetime.time.fromisoformat" },
    forms: [
      {
        old: 'datetime.datetime.strptime($text, "%H:%M:%S").time()',
        new: "datetime.time.fromisoformat($text)",
      },
    ],
    modernise: false,
    downgrade: {
      safety: "unsafe",
      differs: "one-format",
      when: [isCalledOn("datetime.time"), mayBeIsoText("text", "%H:%M:%S")],
    },
  },
  {
    id: "date-fromisocalendar",
    entry: "datetime.date.fromisocalendar",
    names: { old: "datetime.datetime.strptime", new: "datetime.date.fromisocalendar" },
    forms: [...weeks("datetime.date", ".date()"), ...weeks("datetime.datetime", "")],
    modernise: { safety: "unsafe", differs: "any-year", when: [mayBeBetween("year", 1, 9999)] },
    downgrade: { when: [isFrom(6)] },
  },
  {
    id: "utcnow",
    entry: "datetime.datetime.now",
    names: { old: "datetime.datetime.utcnow", new: "datetime.datetime.now" },
    forms: [
      {
        old: "datetime.datetime.utcnow().replace(tzinfo=datetime.timezone.utc)",
        new: "datetime.datetime.now(datetime.timezone.utc)",
        oldAnchor: "datetime.datetime.utcnow",
      },
      {
        old: "datetime.datetime.utcnow()",
        new: "datetime.datetime.now(datetime.timezone.utc)",
        modernise: { safety: "unsafe", differs: "aware" },
      },
    ],
    downgrade: false,
  },
  {
    id: "datetime-utc",
    entry: "datetime.UTC",
    names: { old: "datetime.timezone.utc", new: "datetime.UTC" },
    forms: [{ old: "datetime.timezone.utc", new: "datetime.UTC" }],
  },
];
