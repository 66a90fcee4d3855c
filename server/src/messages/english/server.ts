import type { ServerWording, SettingKind } from "../wording";

const KINDS: Readonly<Record<SettingKind, string>> = {
  range: "a text such as `3.8` or `>=3.8,<3.13`",
  globs: "a list of glob patterns",
  codes: "a list of codes and symbols",
  boolean: "`true` or `false`",
  "backport-style": "`version` or `try`",
  "hint-mode": "one of `off`, `relevant` and `all`",
};

export const SERVER: ServerWording = {
  settingProblem: (key, expected) =>
    `SinceWhen: the setting ${key} should be ${KINDS[expected]}; its default is used instead.`,
  startFailure: (reason) => `SinceWhen could not start: ${reason}`,
  fileProblem: (problem) =>
    `cannot be read: ${problem.kind === "not-utf8" ? "it is not valid UTF-8" : problem.text}`,
};
