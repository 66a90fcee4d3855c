import type { MinorSet } from "../version";
import { guardedUnion, type GuardedValue, type Value } from "./values";

/** What one of several branches left behind. */
export interface Branch {
  /** The minors on which its end is reached. */
  readonly after: MinorSet;
  readonly changed: ReadonlyMap<string, Value | undefined>;
}

/** What a branch changed that bound no name. */
export const NOTHING: ReadonlyMap<string, Value | undefined> = new Map();

/** The values that names have at the present point of a scope's code, with a journal to undo what a branch did. */
export class Flow {
  private readonly values = new Map<string, Value>();
  private readonly journal: { readonly name: string; readonly before: Value | undefined }[] = [];

  /** The present value; `undefined` while nothing was bound on the way here. */
  get(name: string): Value | undefined {
    return this.values.get(name);
  }

  set(name: string, value: Value): void {
    this.journal.push({ name, before: this.values.get(name) });
    this.values.set(name, value);
  }

  delete(name: string): void {
    this.journal.push({ name, before: this.values.get(name) });
    this.values.delete(name);
  }

  /** Forgets what was found out about attributes, given as paths (`self.path`): all of them, or those of an object. */
  forgetAttributes(paths: Iterable<string>, object?: string): void {
    for (const path of paths) {
      const isMeant = object === undefined || path === object || path.startsWith(`${object}.`);
      if (isMeant && this.values.has(path)) this.delete(path);
    }
  }

  /** Marks the present point, to come back to it by `rollback`. */
  mark(): number {
    return this.journal.length;
  }

  /** Goes back to a mark and gives what had changed since, with the values as they were before going back. */
  rollback(mark: number): ReadonlyMap<string, Value | undefined> {
    if (this.journal.length <= mark) return NOTHING;
    const changed = new Map<string, Value | undefined>();
    while (this.journal.length > mark) {
      const { name, before } = this.journal.pop() as { name: string; before: Value | undefined };
      if (!changed.has(name)) changed.set(name, this.values.get(name));
      if (before === undefined) this.values.delete(name);
      else this.values.set(name, before);
    }
    return changed;
  }

  /** Takes over what several branches from one point left behind. */
  merge(branches: readonly Branch[]): void {
    if (branches.every(({ changed }) => changed.size === 0)) return;
    const names = new Set<string>();
    for (const { changed } of branches) for (const name of changed.keys()) names.add(name);
    for (const name of names) {
      const values: GuardedValue[] = [];
      for (const { changed, after } of branches) {
        const value = changed.has(name) ? changed.get(name) : this.values.get(name);
        if (value !== undefined) values.push({ value, on: after });
      }
      // An attribute of which one branch found nothing out may be anything there.
      const isKnown = values.length === branches.length || (values.length > 0 && !name.includes("."));
      if (isKnown) this.set(name, guardedUnion(values));
      else this.delete(name);
    }
  }
}
