import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { calendarRule } from "../../../../../data/lint/rules/calendar";
import type { Release } from "../../../../../server/src/engine/catalogue/catalogue";
import { problemsOf } from "../problems-of";

/** Sixteen releases, one a year; `changed` overrides some. */
function calendarWith(changed: Readonly<Record<number, Partial<Release>>>): Release[] {
  return Array.from({ length: 16 }, (_, minor) => ({
    minor,
    released: `${2008 + minor}-10-01`,
    endOfLife: `${2013 + minor}-10`,
    ...changed[minor],
  }));
}

describe("lint rule calendar", () => {
  const saidOf = (calendar: Release[]) => problemsOf(calendarRule, { calendar });

  it("is silent on releases in their order, and without a calendar", () => {
    assert.deepEqual(saidOf(calendarWith({})), []);
    assert.deepEqual(saidOf(calendarWith({ 15: { released: undefined, endOfLife: undefined } })), []);
    assert.deepEqual(saidOf([]), []);
  });

  it("flags a gap", () => {
    assert.deepEqual(saidOf(calendarWith({}).toSpliced(3, 1)), ["3.3 is missing, or out of its place."]);
  });

  it("flags dates that are none or out of order", () => {
    assert.deepEqual(saidOf(calendarWith({ 4: { released: "2012-13-01" } })), [
      '3.4: "2012-13-01" is no date such as 2018-06-27 or 2027-10.',
    ]);
    assert.deepEqual(saidOf(calendarWith({ 4: { released: "2010-01-01" } })), [
      "3.4 is released before 3.3.",
    ]);
    assert.deepEqual(saidOf(calendarWith({ 15: { endOfLife: "2023-01-01" } })), [
      "3.15 ends before it is released.",
      "3.15 ends before 3.14.",
    ]);
  });
});
