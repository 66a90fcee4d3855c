import { EditHistory, type LabelledEdit } from "../engine/edit-history";
import type { FixDependency, TextReplacement } from "../engine/findings";
import { DEPENDENCY_FILES } from "./dependencies";
import { addDependency, type Requirement } from "./edits/add-dependency";
import { joinPath, parentOf } from "./paths";

/** What the search for the files that list dependencies needs of a file system. */
export interface ListingFiles {
  /** Gives the text of a file; `undefined` where there is none, or it cannot be read. */
  read(path: string): string | undefined;
  /** Tells whether nothing above a folder is the project's any more. */
  isTop(folder: string): boolean;
}

/** A dependency that fixed code has from now on, with what it was fixed for, as `fixLabel` writes it. */
export interface NewDependency extends FixDependency {
  readonly labels: readonly string[];
}

/** A file that lists dependencies, with those that fixes add. */
export interface ExtendedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** What leads from one to the other: sorted, without overlap. */
  readonly edits: readonly LabelledEdit[];
  /** Names of the packages that came in, or came in for further Pythons. */
  readonly added: readonly string[];
}

interface ListingFile {
  readonly path: string;
  readonly text: string;
}

/** The packages that fixes make a project depend on, each listed in the file nearest to the code that needs it. */
export class AddedDependencies {
  /** By file and package: who needs it. */
  private readonly wanted = new Map<string, { text: string; packages: Map<string, NewDependency> }>();

  /** Paths and uris are read alike, with `/` between their names. */
  constructor(private readonly files: ListingFiles) {}

  /** Tells whether a package can be added to what the project of a file depends on. */
  canAdd(file: string, dependency: FixDependency): boolean {
    return this.nearest(file, requirementOf(dependency)) !== undefined;
  }

  /** Adds a package for a file; where other files need it too, for the Pythons that any of them names. */
  add(file: string, dependency: NewDependency): void {
    const listing = this.nearest(file, requirementOf(dependency));
    if (!listing) return;
    const { path, text } = listing;
    const wanted = this.wanted.get(path) ?? { text, packages: new Map<string, NewDependency>() };
    this.wanted.set(path, wanted);
    const before = wanted.packages.get(dependency.package);
    wanted.packages.set(dependency.package, before ? joined(before, dependency) : dependency);
  }

  /** The files with what was added. */
  extended(): ExtendedFile[] {
    return [...this.wanted].map(([path, { text, packages }]) => {
      const history = new EditHistory(text);
      let after = text;
      for (const dependency of packages.values()) {
        const edits = addDependency({ path, text: after }, requirementOf(dependency)) ?? [];
        const sorted = edits.toSorted((a, b) => a.start - b.start);
        history.add(sorted.map((edit) => ({ ...edit, labels: dependency.labels })));
        after = edited(after, sorted);
      }
      return { path, before: text, after, edits: history.edits, added: [...packages.keys()] };
    });
  }

  /** The nearest file that can list a package and does not yet; none above the project's top. */
  private nearest(file: string, requirement: Requirement): ListingFile | undefined {
    for (let folder = parentOf(file); folder !== undefined; folder = parentOf(folder)) {
      for (const path of DEPENDENCY_FILES.map((name) => joinPath(folder, name))) {
        const text = this.files.read(path);
        const edits = text === undefined ? undefined : addDependency({ path, text }, requirement);
        if (edits) return edits.length > 0 ? { path, text: text! } : undefined;
      }
      if (this.files.isTop(folder)) return undefined;
    }
    return undefined;
  }
}

/** The files that may list what code depends on, the nearest first: those beside it, and in every folder up to the top. */
export function listingFilesFor(file: string, isTop: ListingFiles["isTop"]): string[] {
  const paths: string[] = [];
  for (let folder = parentOf(file); folder !== undefined; folder = parentOf(folder)) {
    for (const name of DEPENDENCY_FILES) paths.push(joinPath(folder, name));
    if (isTop(folder)) break;
  }
  return paths;
}

function requirementOf({ package: name, pythons, minors }: FixDependency): Requirement {
  return { name, pythons, minors };
}

function joined(left: NewDependency, right: NewDependency): NewDependency {
  return {
    package: left.package,
    pythons: eitherOf(left.pythons, right.pythons),
    minors: left.minors | right.minors,
    labels: [...new Set([...left.labels, ...right.labels])],
  };
}

/** The wider one of two specifiers, each with one bound as fixes write them; both together where they differ in kind. */
function eitherOf(left: string, right: string): string {
  const [a, b] = [left, right].map((text) => /^(<|>=)3\.(\d+)$/.exec(text));
  if (!a || !b || a[1] !== b[1]) return left === right ? left : ">=3.0";
  const isWider = a[1] === "<" ? Number(a[2]) >= Number(b[2]) : Number(a[2]) <= Number(b[2]);
  return isWider ? left : right;
}

function edited(text: string, edits: readonly TextReplacement[]): string {
  return edits
    .toReversed()
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}
