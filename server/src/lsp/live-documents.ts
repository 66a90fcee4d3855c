import type { HostMemory } from "./host";

/** Something that can forget what is quickly made again. */
interface Restful {
  /** UTF-16 units of its text, by which what it holds grows. */
  readonly size: number;
  rest(): void;
}

/** So many documents keep their syntax trees and what the next edit can reuse, however large they are. */
const FEWEST_LIVE = 3;

/** And further ones as long as all their texts have no more UTF-16 units: what they hold grows with their text. */
const MOST_TEXT = 130_000;

/** Remembers which documents were worked on last; the others rest. */
export class LiveDocuments {
  /** The one that was worked on last is the last. */
  private readonly live = new Set<Restful>();

  /** `memory` hears of every document that is worked on, and of every one that rests. */
  constructor(private readonly memory?: HostMemory) {}

  /** Takes note that a document is worked on, and lets those rest that were not for the longest time. */
  touch(document: Restful): void {
    this.memory?.working(document.size);
    this.live.delete(document);
    this.live.add(document);
    let text = 0;
    for (const { size } of this.live) text += size;
    for (const oldest of this.live) {
      if (this.live.size <= FEWEST_LIVE || text <= MOST_TEXT) return;
      text -= oldest.size;
      this.live.delete(oldest);
      oldest.rest();
      this.memory?.rested();
    }
  }

  /** Forgets a document that is gone. */
  forget(document: Restful): void {
    this.live.delete(document);
  }
}
