import type { Release } from "../engine/catalogue/catalogue";
import type { Category } from "../engine/catalogue/module-categories";
import type { ReleaseEvent } from "../engine/catalogue/release-history";

const CATEGORY_TITLES: Readonly<Record<Category, string>> = {
  syntax: "Syntax",
  builtins: "Built-ins",
  "new-modules": "New modules",
  "text-processing": "Text processing",
  "binary-data": "Binary data",
  "data-types": "Data types",
  numeric: "Numbers and mathematics",
  functional: "Functional programming",
  "file-system": "Files and folders",
  persistence: "Persistence",
  compression: "Compression and archives",
  "file-formats": "File formats",
  cryptography: "Cryptography",
  "operating-system": "Operating system",
  concurrency: "Concurrency",
  networking: "Networking",
  "internet-data": "Internet data",
  "internet-protocols": "Internet protocols",
  "structured-markup": "HTML and XML",
  multimedia: "Multimedia",
  internationalisation: "Internationalisation",
  gui: "Graphical user interfaces",
  development: "Development and testing",
  debugging: "Debugging, profiling and diagnostics",
  packaging: "Packaging",
  runtime: "Runtime services",
  importing: "Importing",
  "language-services": "Language services",
  "platform-specific": "Platforms",
  superseded: "Superseded modules",
  interpreter: "Interpreter and performance",
  "c-api": "C API",
  typing: "Typing",
};

/** The heading under which features of a category are listed. */
export function categoryTitle(category: Category): string {
  return CATEGORY_TITLES[category];
}

/** Tells in three words what a release did to a feature: `new in 3.8`. */
export function eventText(event: ReleaseEvent, minor: number): string {
  const verbs: Readonly<Record<ReleaseEvent, string>> = {
    added: "new in",
    changed: "changed in",
    deprecated: "deprecated in",
    removed: "removed in",
  };
  return `${verbs[event]} 3.${minor}`;
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
  const state = releaseState(release, today);
  const parts: string[] = [];
  if (released !== undefined) parts.push(`${state === "future" ? "due " : ""}${monthText(released)}`);
  if (endOfLife !== undefined) parts.push(`${state === "ended" ? "ended" : "until"} ${monthText(endOfLife)}`);
  return parts.join(" · ");
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Writes the month of an ISO date with little room: `Oct 2019`. */
function monthText(date: string): string {
  const [year, month] = date.split("-");
  return `${MONTHS[Number(month) - 1] ?? ""} ${year}`.trim();
}
