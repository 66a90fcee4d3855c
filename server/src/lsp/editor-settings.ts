import { settingProblem, type SettingKind } from "../messages";
import { DEFAULT_SETTINGS, SETTINGS_SECTION, type EditorSettings, type InlayHintMode } from "../protocol";

/** Settings as they were understood, and a sentence for each value that was not. */
export interface ReadSettings {
  readonly settings: EditorSettings;
  readonly problems: readonly string[];
}

const HINT_MODES: readonly InlayHintMode[] = ["off", "relevant", "all"];

/**
 * Reads the settings as an editor hands them over, which may be anything. Absent ones take their default in silence,
 * bad ones with a problem. The result is frozen.
 */
export function readEditorSettings(value: unknown): ReadSettings {
  const given: Record<string, unknown> = typeof value === "object" && value !== null ? { ...value } : {};
  const problems: string[] = [];
  const read = <Key extends keyof EditorSettings>(
    key: Key,
    expected: SettingKind,
    accepts: (value: unknown) => value is EditorSettings[Key],
  ): EditorSettings[Key] => {
    const found = given[key];
    if (found === undefined || found === null) return DEFAULT_SETTINGS[key];
    if (accepts(found)) return found;
    problems.push(settingProblem(`${SETTINGS_SECTION}.${key}`, expected));
    return DEFAULT_SETTINGS[key];
  };
  const settings: EditorSettings = {
    target: read("target", "range", isText),
    exclude: read("exclude", "globs", isTextList),
    ignore: read("ignore", "codes", isTextList),
    codeLens: read("codeLens", "boolean", isBoolean),
    backportStyle: read("backportStyle", "backport-style", isBackportStyle),
    inlayHints: read("inlayHints", "hint-mode", isHintMode),
  };
  return Object.freeze({ settings: Object.freeze(settings), problems });
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

function isBackportStyle(value: unknown): value is EditorSettings["backportStyle"] {
  return value === "version" || value === "try";
}

function isHintMode(value: unknown): value is InlayHintMode {
  return HINT_MODES.some((mode) => mode === value);
}
