import { letMessagesIn } from "./document-report";

/** Milliseconds of work after which waiting messages get their turn. */
const SLICE_MS = 4;

/** Cuts long work into slices, between which whoever types is let in. */
export class Slices {
  private start = performance.now();

  /** The present slice has lasted long enough: it is time to pause. */
  get isOver(): boolean {
    return performance.now() - this.start > SLICE_MS;
  }

  /** Lets messages that have arrived be handled, and begins the next slice. */
  async pause(): Promise<void> {
    await letMessagesIn();
    this.start = performance.now();
  }
}
