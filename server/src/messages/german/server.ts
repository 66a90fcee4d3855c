import type { ServerWording, SettingKind } from "../wording";

const KINDS: Readonly<Record<SettingKind, string>> = {
  range: "ein Text wie `3.8` oder `>=3.8,<3.13`",
  globs: "eine Liste von Glob-Mustern",
  codes: "eine Liste von Codes und Symbolen",
  boolean: "`true` oder `false`",
  "backport-style": "`version` oder `try`",
  "hint-mode": "`off`, `relevant` oder `all`",
};

export const SERVER: ServerWording = {
  settingProblem: (key, expected) =>
    `SinceWhen: Die Einstellung ${key} muss ${KINDS[expected]} sein; stattdessen gilt ihr Standardwert.`,
  startFailure: (reason) => `SinceWhen konnte nicht starten: ${reason}`,
  fileProblem: (problem) =>
    `nicht lesbar: ${problem.kind === "not-utf8" ? "der Inhalt ist kein gültiges UTF-8" : problem.text}`,
};
