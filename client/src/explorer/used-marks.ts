import * as vscode from "vscode";
import type { ExplorerRequests } from "./server-requests";

/**
 * What the workspace uses. The server looks for it only while somebody looks at the marks, since in a large workspace that
 * is work: hiding them ends it.
 */
export class UsedMarks implements vscode.Disposable {
  private ids: ReadonlySet<string> = new Set();
  private asking: vscode.CancellationTokenSource | undefined;
  private isWatched = false;
  private isStale = true;
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when there are other marks than before. */
  readonly onDidChange = this.changed.event;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly requests: ExplorerRequests,
    onUsedChanged: vscode.Event<void>,
  ) {
    this.subscription = onUsedChanged(() => this.refresh());
  }

  /** Tells whether the workspace is known to use an entry. */
  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** Somebody begins to look at the marks, or nobody does any more. */
  watch(isWatched: boolean): void {
    this.isWatched = isWatched;
    if (!isWatched) this.stopAsking();
    else if (this.isStale) this.refresh();
  }

  /** Asks anew, now or as soon as somebody looks. */
  refresh(): void {
    this.isStale = true;
    if (this.isWatched) void this.ask();
  }

  dispose(): void {
    this.stopAsking();
    vscode.Disposable.from(this.subscription, this.changed).dispose();
  }

  /** A server that is gone leaves the marks as they are: they are only marks. */
  private async ask(): Promise<void> {
    this.stopAsking();
    const asking = (this.asking = new vscode.CancellationTokenSource());
    const isWanted = (): boolean => this.asking === asking;
    const add = (ids: readonly string[]): void => {
      if (isWanted()) this.show(new Set([...this.ids, ...ids]));
    };
    try {
      const ids = await this.requests.used(add, asking.token);
      if (!isWanted()) return;
      this.isStale = false;
      this.show(ids);
    } catch {
      // What is not known now will be asked for when the server or somebody's look comes back.
    } finally {
      if (isWanted()) this.asking = undefined;
      asking.dispose();
    }
  }

  private stopAsking(): void {
    this.asking?.cancel();
    this.asking = undefined;
  }

  private show(ids: ReadonlySet<string>): void {
    const isSame = ids.size === this.ids.size && [...ids].every((id) => this.ids.has(id));
    this.ids = ids;
    if (!isSame) this.changed.fire();
  }
}
