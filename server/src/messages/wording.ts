import type { Entry, EntryKind } from "../engine/catalogue/entry";
import type { Category } from "../engine/catalogue/module-categories";
import type { ReleaseEvent } from "../engine/catalogue/release-history";
import type { Finding, FindingCode, Fix, FixRefusal, ProjectTarget } from "../engine/findings";
import type { DeclarationProblem } from "../engine/declaration-problems";
import type { FloorGroup } from "../engine/floor/report";
import type { CodePlace, DeclarationPlace, TargetFinding } from "../engine/target-findings";

/**
 * Everything that one language has to say. What is the same in every language, such as the order of the lines of a card,
 * stands outside of it; the catalogue's own sentences are English everywhere. Marks of code are those of Markdown.
 */
export interface Wording {
  readonly names: NameWording;
  readonly versions: VersionWording;
  readonly findings: FindingWording;
  readonly declarations: DeclarationWording;
  readonly fixes: FixWording;
  readonly headline: HeadlineWording;
  readonly card: CardWording;
  readonly timeline: TimelineWording;
  readonly releases: ReleaseWording;
  readonly floor: FloorWords;
  readonly minimum: MinimumWording;
  readonly server: ServerWording;
}

/** Names of things that code mentions. Each is the subject of its sentence and begins with a small letter where that is right. */
export interface NameWording {
  parameter(name: string, callable: string): string;
  /** What people call a piece of syntax, by the name of its entry; `undefined` where nothing is written for it. */
  syntax(name: string): string | undefined;
  /** Syntax for which nothing else is written. */
  otherSyntax(words: string): string;
  behaviour(words: string): string;
  interpreter(name: string): string;
  module(name: string): string;
}

/** Sets of Pythons, and who declared them. */
export interface VersionWording {
  /** The empty set. */
  readonly none: string;
  /** A range without bounds. */
  readonly anyPython: string;
  andNewer(version: string): string;
  span(from: string, to: string): string;
  /** Joins one or more parts: `a, b and c`. */
  list(parts: readonly string[]): string;
  /** The Python that the user selected in the editor, as the one who declares a target. */
  readonly interpreter: string;
  setting(key: string): string;
}

/** What a sentence on a finding is made from. */
export interface FindingContext {
  /** The entry that the finding names; `undefined` where it names none, as for an unused comment. */
  readonly entry: Entry | undefined;
  /** The sentence that tells what the entry is about; wanted for behaviours, which have no name in code. */
  readonly summary?: string;
  /** The target that the analysis was made for; `undefined` when nobody declared one. */
  readonly target: ProjectTarget | undefined;
}

/** Judgements on code. */
export interface FindingWording {
  /** What, since or until when, and which Pythons of whose target fail. One line, no full stop, no capital. */
  message(finding: Finding, context: FindingContext): string;
  /** The related place of a finding: where its target was declared. */
  targetDeclaredHere(target: ProjectTarget): string;
  /** The related place of a finding: the version test around it that lets in the Pythons which fail. */
  guardLetsIn(minors: string): string;
  /** What each code stands for, for a list of rules. One sentence. */
  readonly codes: Readonly<Record<FindingCode, string>>;
}

/** Writes a path as its reader knows it. */
export type Display = (file: string) => string;

/** Judgements on what declares Pythons, and what is told of it. */
export interface DeclarationWording {
  /** One line, no full stop, no capital. */
  message(finding: TargetFinding, display: Display): string;
  /** Why a file or a value that should declare Pythons cannot be used. One sentence without a full stop. */
  problem(problem: DeclarationProblem): string;
  /** A use that asks for more than the declaration promises. No capital. */
  useNeeds(use: Pick<CodePlace, "entryId" | "minimum">): string;
  /** Another declaration, for a list of related places. */
  says(place: Pick<DeclarationPlace, "key" | "text" | "minors">): string;
  /** The hint behind a declared range: what the code needs. */
  needsHint(minimum: number): string;
  /** The tooltip of that hint. */
  needsTooltip(minimum: number, files: number): string;
  /** A range that lets only Pythons in that do not exist yet. */
  readonly newerThanKnown: string;
  /** Heads of a table: the release, when it came, how long it is maintained. */
  readonly columns: readonly [python: string, released: string, maintained: string];
  /** One row of that table as a line of text. */
  row(version: string, released: string, end: string): string;
  readonly notReleased: string;
  readonly endUnknown: string;
  /** An end that has passed. */
  over(end: string): string;
  /** A status item where nobody declared a target, and how to declare one. */
  readonly noTarget: { readonly text: string; readonly detail: string };
  /** A status item for a range without bounds. */
  readonly anyTarget: string;
  /** Where a target was declared: `requires-python in pyproject.toml:7`. */
  declaredIn(key: string, place: string): string;
}

/** What fixes of several sorts share: imports that they need, and those that nothing needs after all of them. */
export type SharedEdits = "import" | "left-over";

/** Titles of actions, and why one is not offered. */
export interface FixWording {
  /** The title of a fix. Throws for an id that no title is written for. */
  title(fix: Pick<Fix, "id" | "details">): string;
  /** The title of the action that applies every safe fix of a file, or those of one sort of finding. */
  all(code: FindingCode | undefined): string;
  /** Edits that mend one sort of finding, for a preview: its code, and whether what the code does may change. */
  group(code: FindingCode, mayChange: boolean): string;
  /** Edits that fixes of several sorts share, for a preview. */
  readonly shared: Readonly<Record<SharedEdits, { readonly name: string; readonly summary: string }>>;
  /** Why a rewrite is not offered. Throws for a reason without words. */
  refusal(refusal: Pick<FixRefusal, "reason">): string;
  /** Ids, keys of differences and keys of reasons that have words, for tests. */
  readonly worded: {
    readonly titles: readonly string[];
    readonly differences: readonly string[];
    readonly reasons: readonly string[];
  };
}

/** The first line of a card. */
export interface HeadlineWording {
  readonly arrivalUnknown: string;
  added(version: string): string;
  /** Without a version where nobody recorded it. */
  deprecated(version: string | undefined): string;
  removed(version: string): string;
  removal(version: string): string;
  readonly always: string;
  use(noun: string): string;
  /** What a Python must be at least: `needs 3.8`. */
  needs(version: string): string;
  /** Pythons of the target fail, for a reason that stands before: `needs`, or `removed`. */
  fails(reason: string, minors: string, origin: string): string;
  missing(minors: string, origin: string): string;
  everywhere(origin: string): string;
  /** An inlay hint: `gone in 3.12`. */
  hintGone(version: string): string;
  hintDeprecated(version: string): string;
  /** What a click on an inlay hint does. */
  readonly openFeature: string;
}

/** The rest of a card. */
export interface CardWording {
  /** `pythons` is absent where the package serves every older Python. */
  backport(name: string, module: string, pythons: string | undefined): string;
  /** The same for what newer Pythons no longer have. */
  backportOfGone(name: string, module: string, pythons: string | undefined): string;
  platforms(names: readonly string[]): string;
  readonly provisional: string;
  readonly documentation: string;
  readonly before: string;
  readonly now: string;
  readonly example: string;
}

/** Lines of a history. */
export interface TimelineWording {
  added(micros: readonly string[]): string;
  readonly deprecated: string;
  readonly removed: string;
  readonly toBeRemoved: string;
  parameter(name: string): string;
  parameterDeprecated(name: string): string;
  parameterRemoved(name: string): string;
}

/** Releases, and lists of what they brought. */
export interface ReleaseWording {
  readonly categories: Readonly<Record<Category, string>>;
  /** What a release did to a feature: `new in 3.8`. */
  event(event: ReleaseEvent, version: string): string;
  /** Short names of the months, January first. */
  readonly months: readonly string[];
  due(month: string): string;
  until(month: string): string;
  ended(month: string): string;
}

/** The report on lower ends. */
export interface FloorWords {
  readonly title: string;
  readonly broken: string;
  readonly idle: string;
  readonly below: string;
  readonly above: string;
  /** What files need, against what is declared. Versions as `3.8`. */
  summary(files: number, needed: string, declared: string | undefined): string;
  /** So many uses fail on a lower release. */
  lower(version: string, total: number): string;
  /** So many places can be simpler from a higher release on. */
  higher(version: string, total: number): string;
  maintainedUntil(end: string): string;
  more(count: number): string;
  /** A group of places. `backport` is the package that brings the name to older Pythons. */
  group(group: FloorGroup, about: { readonly kind?: EntryKind; readonly backport?: string }): string;
}

/** What code needs: a lens, a completion, the workspace's report. Versions as `3.8`. */
export interface MinimumWording {
  readonly title: string;
  readonly everyPython: string;
  from(version: string): string;
  only(version: string): string;
  span(from: string, to: string): string;
  readonly none: string;
  /** Follows the bold range at the head of the report. */
  lookedAt(files: number): string;
  readonly byFolder: string;
  readonly byFile: string;
  readonly columns: readonly [folder: string, needs: string, files: string];
  /** The files that no section tells of. */
  rest(files: number): string;
  line(line: number): string;
  /** The last item of a shortened list. */
  andMore(count: number): string;
  progress(done: number, all: number): string;
  /** The lens at the head of a file. */
  readonly runsOnEvery: string;
  readonly runsOnNone: string;
  /** `range` is one of those above; `why` names what asks for it, and may be empty. */
  runsOn(range: string, why: string): string;
  /** `a, b and 2 more`. `rest` is 0 where all are named. */
  shortList(names: readonly string[], rest: number): string;
  neededBy(list: string, count: number): string;
}

/** What the server says of itself. */
export interface ServerWording {
  settingProblem(key: string, expected: SettingKind): string;
  startFailure(reason: string): string;
  fileProblem(reason: FileProblem): string;
}

/** What a setting must be. */
export type SettingKind = "range" | "globs" | "codes" | "boolean" | "backport-style" | "hint-mode";

/** Why a file that is there cannot be read: its bytes, or what the system says. */
export type FileProblem = { readonly kind: "not-utf8" } | { readonly kind: "system"; readonly text: string };
