import type { CardWording, HeadlineWording, TimelineWording } from "../wording";
import { enumerate } from "./names";

export const HEADLINE: HeadlineWording = {
  arrivalUnknown: "seit wann es das gibt, ist nicht überliefert",
  added: (version) => `neu in Python ${version}`,
  deprecated: (version) => (version === undefined ? "veraltet" : `veraltet seit ${version}`),
  removed: (version) => `entfernt in ${version}`,
  removal: (version) => `soll in ${version} entfernt werden`,
  always: "in jedem Python 3",
  use: (noun) => `Ersatz: ${noun}`,
  needs: (version) => `benötigt ${version}`,
  fails: (reason, minors, origin) => `${reason}, das Ziel umfasst ${minors}, laut ${origin}`,
  missing: (minors, origin) => `fehlt in ${minors} des Ziels, laut ${origin}`,
  everywhere: (origin) => `in jedem Python des Ziels, laut ${origin}`,
  hintGone: (version) => `entfernt in ${version}`,
  hintDeprecated: (version) => `veraltet in ${version}`,
  openFeature: "Zeigen, was darüber bekannt ist",
};

export const CARD: CardWording = {
  backport: (name, module, pythons) =>
    `Auf älteren Python-Versionen: \`pip install ${name}\`, dann \`${module}\` importieren${pythons === undefined ? "" : ` (für Python ${pythons})`}.`,
  backportOfGone: (name, module, pythons) =>
    `Wo es fehlt: \`pip install ${name}\`, dann \`${module}\` importieren${pythons === undefined ? "" : ` (für Python ${pythons})`}.`,
  platforms: (names) => `Nur auf ${enumerate(names)}.`,
  provisional: "Vorläufig: kann sich ohne Übergangsfrist ändern.",
  documentation: "Dokumentation",
  before: "Vorher:",
  now: "Jetzt:",
  example: "Beispiel:",
};

export const TIMELINE: TimelineWording = {
  added: (micros) => (micros.length > 0 ? `hinzugefügt (auch in ${micros.join(", ")})` : "hinzugefügt"),
  deprecated: "für veraltet erklärt",
  removed: "entfernt",
  toBeRemoved: "soll entfernt werden",
  parameter: (name) => `Parameter \`${name}\``,
  parameterDeprecated: (name) => `Parameter \`${name}\` für veraltet erklärt`,
  parameterRemoved: (name) => `Parameter \`${name}\` entfernt`,
};
