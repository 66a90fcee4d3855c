/** When the extension's code began to run, in milliseconds: whoever imports this module first measures the most. */
const LOADING_BEGAN = performance.now();

/** How long the start of the extension took, in milliseconds. */
export interface StartTimes {
  /** Its own work: running its code and registering everything, up to asking for the server. */
  readonly activated: number;
  /** From asking for the server until it answered, or failed. */
  readonly initialised: number;
}

/** Measures the start of the extension: its own work, without what it waits for, and then the server's. */
export class StartClock {
  private activated: number;
  private since = performance.now();
  private askedAt: number | undefined;

  /** `loadedAt`: when all of the extension's code had run. Its own work goes on from now. */
  constructor(loadedAt: number) {
    this.activated = loadedAt - LOADING_BEGAN;
  }

  /** Runs what is not the extension's own work, but waiting. */
  async without<T>(wait: () => Promise<T>): Promise<T> {
    this.count();
    try {
      return await wait();
    } finally {
      this.since = performance.now();
    }
  }

  /** The server is asked for: the extension's own work is done. Gives how much it was, the first time only. */
  ask(): number | undefined {
    if (this.askedAt !== undefined) return undefined;
    this.count();
    this.askedAt = performance.now();
    return this.activated;
  }

  /** The server answered, or failed. */
  end(): StartTimes {
    const now = performance.now();
    return { activated: this.activated, initialised: now - (this.askedAt ?? now) };
  }

  private count(): void {
    if (this.askedAt === undefined) this.activated += performance.now() - this.since;
  }
}
