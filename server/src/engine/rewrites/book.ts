import type { Catalogue } from "../catalogue/catalogue";
import { NAMED_KINDS } from "../syntax/grammar-names";
import type { NodeKind } from "../syntax/node-kind";
import { type KindSet, kindSet } from "../syntax/syntax-tree";
import { ownerOf } from "../evaluation/types";
import { ALL_MINORS, type MinorSet, minorsFrom, NO_MINORS, parseMinor } from "../version";
import { compilePattern, namesIn, type ParseText, type Pattern } from "./pattern";
import { type Direction, type DirectionRule, type Form, type Rewrite, ruleFor } from "./rewrite";

/** One form of a rewrite, gone one way. */
export interface Candidate {
  readonly rewrite: Rewrite;
  readonly form: Form;
  readonly direction: Direction;
  readonly rule: DirectionRule;
  /** The snippet that code is compared with, and the one that it becomes. */
  readonly from: string;
  readonly to: string;
}

/** The two directions, and the better ways that nobody is told of who does not ask. */
export type Way = Direction | "on-request";

/** Where code may have the form of a candidate: at uses of an entry, or at syntax of a kind. */
interface Anchors {
  readonly byEntry: ReadonlyMap<string, readonly Candidate[]>;
  readonly byKind: CandidatesByKind;
  readonly kinds: KindSet;
}

/** Candidates by the kind of node; most kinds have none. */
type CandidatesByKind = readonly (readonly Candidate[] | undefined)[];

/** Every rewrite, found by what stands in the code. Patterns are compiled when they are first needed. */
export class RewriteBook {
  private readonly patterns = new Map<string, Pattern>();
  private readonly availabilities = new Map<Candidate, MinorSet>();
  private readonly subjects = new Map<Direction, ReadonlyMap<string, readonly Candidate[]>>();
  private readonly older = new Map<string, readonly Candidate[]>();
  private readonly anchors = new Map<Way, Anchors>();

  constructor(
    private readonly rewrites: readonly Rewrite[],
    private readonly parse: ParseText,
    private readonly catalogue: Catalogue,
  ) {}

  /** The candidates whose code may stand at a use of an entry. */
  at(entryId: string, way: Way): readonly Candidate[] {
    return this.anchorsOf(way).byEntry.get(entryId) ?? NONE;
  }

  /** The candidates that are found by the kind of a node, by that kind. */
  byKind(way: Way): CandidatesByKind {
    return this.anchorsOf(way).byKind;
  }

  /** The kinds of nodes by which candidates are found. */
  kinds(way: Way): KindSet {
    return this.anchorsOf(way).kinds;
  }

  /** The candidates of the rewrites that are about an entry, or mend what is found on it by going back. */
  about(entryId: string, direction: Direction): readonly Candidate[] {
    let subjects = this.subjects.get(direction);
    if (!subjects) this.subjects.set(direction, (subjects = this.findSubjects(direction)));
    return subjects.get(entryId) ?? NONE;
  }

  /** What code about an entry looks like that does not rely on it: the forms that going back leads to. */
  olderForms(entryId: string): readonly Candidate[] {
    let forms = this.older.get(entryId);
    if (!forms) {
      const rewrites = this.rewrites.filter(
        ({ entry, mends }) => entry === entryId || mends?.includes(entryId),
      );
      forms = rewrites.flatMap((rewrite) =>
        candidatesOf(rewrite, "downgrade").map((candidate): Candidate => ({
          ...candidate,
          direction: "modernise",
          from: candidate.to,
          to: candidate.from,
        })),
      );
      this.older.set(entryId, forms);
    }
    return forms;
  }

  /** The compiled form of a snippet. */
  pattern(snippet: string): Pattern {
    let pattern = this.patterns.get(snippet);
    if (!pattern) this.patterns.set(snippet, (pattern = compilePattern(snippet, this.parse, this.catalogue)));
    return pattern;
  }

  /** The minors on which the code that a candidate writes works. */
  availability(candidate: Candidate): MinorSet {
    let known = this.availabilities.get(candidate);
    if (known === undefined) this.availabilities.set(candidate, (known = this.findAvailability(candidate)));
    return known;
  }

  private findAvailability(candidate: Candidate): MinorSet {
    const { rewrite, form, direction, rule, to } = candidate;
    let minors = ALL_MINORS;
    const written = [...this.pattern(to).entries.values()];
    if (rule.helper) written.push(...this.pattern(rule.helper.code).entries.values());
    if (direction === "modernise") {
      minors &= this.catalogue.lookup(rewrite.entry)?.available ?? ALL_MINORS;
      if (rewrite.since !== undefined) minors &= minorsFrom(rewrite.since);
    } else {
      if (rewrite.oldSince !== undefined) minors &= minorsFrom(rewrite.oldSince);
      if (form.oldAnchor !== undefined) written.push(form.oldAnchor);
    }
    for (const id of written) {
      minors &= this.catalogue.lookup(id)?.available ?? ALL_MINORS;
      for (let owner = id; owner !== ""; owner = ownerOf(owner)) minors &= ~this.doomedOn(owner);
    }
    return minors;
  }

  /** The minors that warn of something that will go: nobody is led there. */
  private doomedOn(id: string): MinorSet {
    const entry = this.catalogue.lookup(id);
    const since = entry?.deprecated === undefined ? undefined : parseMinor(entry.deprecated);
    const goes = entry?.removed !== undefined || entry?.removal !== undefined;
    return since === undefined || !goes ? NO_MINORS : minorsFrom(since);
  }

  private findSubjects(direction: Direction): ReadonlyMap<string, readonly Candidate[]> {
    const subjects = new Map<string, Candidate[]>();
    for (const rewrite of this.rewrites) {
      const candidates = candidatesOf(rewrite, direction);
      const mended = direction === "downgrade" ? (rewrite.mends ?? []) : [];
      for (const entry of [rewrite.entry, ...mended])
        for (const candidate of candidates) push(subjects, entry, candidate);
    }
    return subjects;
  }

  private anchorsOf(way: Way): Anchors {
    let anchors = this.anchors.get(way);
    if (!anchors) this.anchors.set(way, (anchors = this.findAnchors(way)));
    return anchors;
  }

  private findAnchors(way: Way): Anchors {
    const direction = way === "on-request" ? "modernise" : way;
    const byEntry = new Map<string, Candidate[]>();
    const byKind = new Map<NodeKind, Candidate[]>();
    for (const rewrite of this.rewrites) {
      for (const candidate of candidatesOf(rewrite, direction)) {
        if (direction === "modernise" && (candidate.rule.onRequest === true) !== (way === "on-request"))
          continue;
        const anchor = anchorOf(candidate, this.catalogue);
        const kind = NAMED_KINDS[anchor];
        if (kind === undefined) push(byEntry, anchor, candidate);
        else push(byKind, kind, candidate);
      }
    }
    const last = Math.max(-1, ...byKind.keys());
    const kinds = kindSet(byKind.keys());
    return { byEntry, kinds, byKind: Array.from({ length: last + 1 }, (_, kind) => byKind.get(kind)) };
  }
}

/** The forms of a rewrite that go a way. */
export function candidatesOf(rewrite: Rewrite, direction: Direction): Candidate[] {
  return rewrite.forms.flatMap((form) => {
    const rule = ruleFor(rewrite, form, direction);
    if (!rule) return [];
    const [from, to] = direction === "modernise" ? [form.old, form.new] : [form.new, form.old];
    return [{ rewrite, form, direction, rule, from, to }];
  });
}

/** What tells that a candidate's code may stand somewhere: an entry id, or the grammar's name of a kind of node. */
export function anchorOf({ form, direction, from }: Candidate, catalogue: Catalogue): string {
  const own = direction === "modernise" ? form.oldAnchor : form.newAnchor;
  if (own !== undefined) return own;
  const names = namesIn(from);
  const dotted = names.find(
    (name) => name.includes(".") && catalogue.isModule(name.slice(0, name.indexOf("."))),
  );
  if (dotted !== undefined) return dotted;
  const builtin = names.find((name) => catalogue.lookup(`builtins.${name}`));
  if (builtin !== undefined) return `builtins.${builtin}`;
  const [keyword] = names;
  return KIND_BY_KEYWORD[keyword] ?? "";
}

const KIND_BY_KEYWORD: Readonly<Record<string, string>> = {
  class: "class_definition",
  for: "for_statement",
  if: "if_statement",
  try: "try_statement",
  while: "while_statement",
  with: "with_statement",
};

const NONE: readonly Candidate[] = [];

function push<K>(map: Map<K, Candidate[]>, key: K, candidate: Candidate): void {
  const list = map.get(key);
  if (list) list.push(candidate);
  else map.set(key, [candidate]);
}
