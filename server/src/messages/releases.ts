import type { Release } from "../engine/catalogue/catalogue";
import type { Category } from "../engine/catalogue/module-categories";
import type { ReleaseEvent } from "../engine/catalogue/release-history";
import { wording } from "./language";

/** The heading under which features of a category are listed. */
export function categoryTitle(category: Category): string {
  return wording().releases.categories[category];
}

/** Tells in three words what a release did to a feature: `new in 3.8`. */
export function eventText(event: ReleaseEvent, minor: number): string {
  return wording().releases.event(event, `3.${minor}`);
}

/** How a release stands on a day: not out yet, maintained upstream, or past its end of life. `today` as `2025-01-31`. */
export function releaseState(
  { released, endOfLife }: Release,
  today: string,
): "future" | "maintained" | "ended" {
  if (released === undefined || released > today) return "future";
  return endOfLife !== undefined && endOfLife < today ? "ended" : "maintained";
}

/** Tells when a release came and how long it is maintained: `Oct 2019 · ended Oct 2024`, `Oct 2025 · until Oct 2030`. */
export function releaseLife(release: Release, today: string): string {
  const { released, endOfLife } = release;
  const { due, ended, until } = wording().releases;
  const state = releaseState(release, today);
  const parts: string[] = [];
  if (released !== undefined) parts.push((state === "future" ? due : String)(monthText(released)));
  if (endOfLife !== undefined) parts.push((state === "ended" ? ended : until)(monthText(endOfLife)));
  return parts.join(" · ");
}

/** Tells the same with little room, since how it stands is told beside it: `Oct 2019 – Oct 2024`, `due Oct 2026`. */
export function releaseSpan(release: Release, today: string): string {
  const { released, endOfLife } = release;
  if (released === undefined) return "";
  if (releaseState(release, today) === "future") return wording().releases.due(monthText(released));
  return [released, ...(endOfLife === undefined ? [] : [endOfLife])].map(monthText).join(" – ");
}

/** Writes the month of an ISO date with little room: `Oct 2019`. */
function monthText(date: string): string {
  const [year, month] = date.split("-");
  return `${wording().releases.months[Number(month) - 1] ?? ""} ${year}`.trim();
}
