/** Something that can forget what is quickly made again. */
interface Restful {
  rest(): void;
}

/** So many documents keep their syntax trees and what the next edit can reuse. */
const MOST_LIVE = 3;

/** Remembers which documents were worked on last; the others rest. */
export class LiveDocuments {
  /** The one that was worked on last is the last. */
  private readonly live = new Set<Restful>();

  /** `onRest` hears of every document that rests. */
  constructor(private readonly onRest: () => void) {}

  /** Takes note that a document is worked on, and lets those rest that were not for the longest time. */
  touch(document: Restful): void {
    this.live.delete(document);
    this.live.add(document);
    for (const oldest of this.live) {
      if (this.live.size <= MOST_LIVE) return;
      this.live.delete(oldest);
      oldest.rest();
      this.onRest();
    }
  }

  /** Forgets a document that is gone. */
  forget(document: Restful): void {
    this.live.delete(document);
  }
}
