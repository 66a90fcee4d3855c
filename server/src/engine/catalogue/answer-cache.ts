/**
 * More answers than this are not kept: the names of user code that the catalogue does not know must not fill the memory.
 */
const MOST_ANSWERS = 20_000;

/** Keeps answers to questions of two strings, `undefined` among them, and forgets them all when there are too many. */
export class AnswerCache<T> {
  private readonly answers = new Map<string, Map<string, T | undefined>>();
  private count = 0;

  /** Gives the kept answer, or finds and keeps it. */
  of(owner: string, name: string, find: (owner: string, name: string) => T | undefined): T | undefined {
    let group = this.answers.get(owner);
    if (!group) {
      group = new Map<string, T | undefined>();
      this.answers.set(owner, group);
    }
    const known = group.get(name);
    if (known !== undefined || group.has(name)) return known;
    const answer = find(owner, name);
    if (++this.count > MOST_ANSWERS) {
      this.answers.clear();
      this.count = 0;
    } else group.set(detached(name), answer);
    return answer;
  }
}

/** A name that was cut out of a text keeps the whole text in memory; a copy does not. */
function detached(name: string): string {
  return `.${name}`.slice(1);
}
