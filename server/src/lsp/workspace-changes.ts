/** Hears which files outside the editor changed; `undefined`: any may have. */
type WorkspaceListener = (uris: readonly string[] | undefined) => void;

/** Changes that can alter what is reported of files that are not open, and who hears of them. */
export class WorkspaceChanges {
  private readonly listeners: WorkspaceListener[] = [];
  private readonly waiting: (() => void)[] = [];

  /** Calls a listener at each change: with the files, or with nothing when it can be any. */
  listen(listener: WorkspaceListener): void {
    this.listeners.push(listener);
  }

  /** Calls a listener at the next change, or when there is more to tell of what was reported, once. */
  listenOnce(listener: () => void): void {
    this.waiting.push(listener);
  }

  /** Tells everybody of a change. */
  tell(uris: readonly string[] | undefined): void {
    for (const listener of this.listeners) listener(uris);
    this.wake();
  }

  /** Calls those who wait, though no file changed. */
  wake(): void {
    for (const listener of this.waiting.splice(0)) listener();
  }
}
