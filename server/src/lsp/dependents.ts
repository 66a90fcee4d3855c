/** What is needed to keep documents in step with the files that they import. */
export interface DependentsParts {
  /** Uris of the documents that the client holds open. */
  readonly openUris: () => readonly string[];
  /** Hears of a file whose text is another, before anybody is asked who depends on it. */
  readonly onChanged: (file: string) => void;
  /** Tells whether what is known of a document rests on a file. */
  readonly dependsOn: (uri: string, changed: string) => boolean;
  /** Has what the client shows of these documents made anew, since these files changed. */
  readonly refresh: (uris: readonly string[], changed: readonly string[]) => void;
}

/** Nobody looks at another file while typing in this one: its diagnostics wait for a pause. In milliseconds. */
const PAUSE_MS = 250;

/** Refreshes open documents when a file that they import changes. Changes in quick succession make one refresh. */
export class Dependents {
  private readonly changed = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: DependentsParts) {}

  /** Takes note that the text of a file changed. */
  changedText(file: string): void {
    this.changed.add(file);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), PAUSE_MS);
  }

  /** Stops the timer. */
  dispose(): void {
    clearTimeout(this.timer);
    this.changed.clear();
  }

  private refresh(): void {
    const { openUris, dependsOn, onChanged, refresh } = this.parts;
    const files = [...this.changed];
    this.changed.clear();
    for (const file of files) onChanged(file);
    const uris = openUris().filter((uri) => files.some((file) => dependsOn(uri, file)));
    refresh(uris, files);
  }
}
