/** When the extension's code began to run, in milliseconds: whoever imports this module first measures the most. */
const LOADING_BEGAN = performance.now();

/** How long the start of the extension took, in milliseconds. */
export interface StartTimes {
  /** Its own work until VS Code has it back: running its code and registering everything. */
  readonly activated: number;
  /** From then until the server answered, or failed: loading the language client, and whatever the server does. */
  readonly initialised: number;
}

/** Measures the start of the extension: its own work first, without what VS Code does before it asks for it. */
export class StartClock {
  private readonly begun = performance.now();
  private activation: { readonly took: number; readonly at: number } | undefined;

  /** `loadedAt`: when all of the extension's code had run. Its own work goes on from now. */
  constructor(private readonly loadedAt: number) {}

  /** Everything is registered. Gives how much work it was, whenever it is asked. */
  activated(): number {
    const at = performance.now();
    this.activation ??= { took: this.loadedAt - LOADING_BEGAN + at - this.begun, at };
    return this.activation.took;
  }

  /** The server answered, or failed. */
  answered(): StartTimes {
    const activated = this.activated();
    return { activated, initialised: performance.now() - this.activation!.at };
  }
}
