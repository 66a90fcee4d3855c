/** Numbers that look random and are the same in every run with the same seed. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** Gives an integer from 0 to below `limit`. */
  below(limit: number): number {
    // The mixing steps are those of the public-domain generator splitmix32.
    this.state = (this.state + 0x9e3779b9) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return Math.floor((((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000) * limit);
  }

  /** Gives one of several values. */
  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)];
  }
}
