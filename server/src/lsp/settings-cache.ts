import { SETTINGS_SECTION, type EditorSettings } from "../protocol";
import { readEditorSettings } from "./editor-settings";

/** What the settings are made from. */
export interface SettingsParts {
  /** Asks the client for the settings of one resource; absent for a client that only pushes them. */
  readonly pull: ((uri: string) => Promise<unknown>) | undefined;
  /** Settings that came with `initialize`, for clients that cannot be asked or have no answer. */
  readonly initial: unknown;
  /** Hears of each value that cannot be read, once. */
  readonly onProblem: (message: string) => void;
  /** Hears why a pull failed; what was told unasked is used then. */
  readonly onError: (error: unknown) => void;
}

/** The editor's settings by uri: asked for once, then remembered until the client tells that they changed. */
export class SettingsCache {
  private cache = new Map<string, Promise<EditorSettings>>();
  private pushed: unknown;
  private readonly told = new Set<string>();

  constructor(private readonly parts: SettingsParts) {
    this.pushed = parts.initial;
  }

  /** Gives the settings for a resource: those after the last change, also when it came while waiting. */
  async of(uri: string): Promise<EditorSettings> {
    for (;;) {
      const { cache } = this;
      let settings = cache.get(uri);
      if (!settings) cache.set(uri, (settings = this.ask(uri)));
      const known = await settings;
      if (cache === this.cache) return known;
    }
  }

  /** Forgets everything. `settings` is what the notification carried, which only clients that push care to fill. */
  change(settings: unknown): void {
    this.cache = new Map();
    if (typeof settings === "object" && settings !== null && SETTINGS_SECTION in settings) {
      this.pushed = settings[SETTINGS_SECTION];
    }
  }

  /** Forgets one resource, which nobody holds open any more. */
  forget(uri: string): void {
    this.cache.delete(uri);
  }

  private async ask(uri: string): Promise<EditorSettings> {
    const { settings, problems } = readEditorSettings(withDefaults(await this.pulled(uri), this.pushed));
    for (const problem of problems) {
      if (this.told.has(problem)) continue;
      this.told.add(problem);
      this.parts.onProblem(problem);
    }
    return settings;
  }

  private async pulled(uri: string): Promise<unknown> {
    try {
      return await this.parts.pull?.(uri);
    } catch (error) {
      this.parts.onError(error);
      return undefined;
    }
  }
}

/** An editor whose user set nothing there answers with nothing, though it told more at its start. */
function withDefaults(asked: unknown, told: unknown): unknown {
  if (typeof asked !== "object" || asked === null) return told;
  const answered = Object.entries(asked).filter(([, value]) => value !== null && value !== undefined);
  return { ...(typeof told === "object" ? told : undefined), ...Object.fromEntries(answered) };
}
