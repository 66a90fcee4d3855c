import { formatMinor } from "../../engine/version";
import { capitalise } from "../names";
import type { FloorWords, MinimumWording } from "../wording";
import { nounOf } from "./names";
import { files as countFiles, plural } from "./plural";

export const FLOOR: FloorWords = {
  title: "Die älteste mögliche Python-Version",
  broken: "Läuft schon jetzt nicht",
  idle: "Ist schon jetzt überflüssig",
  below: "Mit einer älteren Mindestversion",
  above: "Mit einer neueren Mindestversion",
  summary(files, needed, declared) {
    const need = `Der Code von ${countFiles(files)} benötigt Python ${needed}`;
    if (declared === undefined) return `${need}; eine Mindestversion ist nicht festgelegt.`;
    if (declared === needed) return `${need}; das ist auch die festgelegte Mindestversion.`;
    return `${need}; die festgelegte Mindestversion ist ${declared}.`;
  },
  lower: (version, total) => `${version}: ${plural(total, "Stelle läuft", "Stellen laufen")} nicht`,
  higher: (version, total) => `${version}: ${plural(total, "Stelle geht", "Stellen gehen")} einfacher`,
  maintainedUntil: (end) => ` (gepflegt bis ${end})`,
  more: (count) => ` und ${count} weitere`,
  group({ kind, symbol, minor }, { kind: entryKind, backport }) {
    const noun = nounOf(symbol, entryKind);
    switch (kind) {
      case "need": {
        const brings = backport === undefined ? "" : ` (auf älteren Versionen aus \`${backport}\`)`;
        return `${capitalise(noun)} benötigt ${formatMinor(minor)}${brings}`;
      }
      case "guard":
        return "Versionsabfragen mit nur einem Ergebnis";
      case "backport":
        return `${capitalise(noun)} aus einem Paket`;
      case "modernise":
        // What every Python does anyway.
        if (symbol.startsWith("__future__.")) return `Überflüssige Importe von ${noun}`;
        return `Ältere Schreibweisen als ${noun}`;
    }
  },
};

export const MINIMUM: MinimumWording = {
  title: "Auf welchen Python-Versionen dieser Code läuft",
  everyPython: "Jedes Python 3",
  from: (version) => `Python ${version} und neuer`,
  only: (version) => `Python ${version}`,
  span: (from, to) => `Python ${from} bis ${to}`,
  none: "Kein Python 3: etwas wurde entfernt, bevor etwas anderes hinzukam",
  lookedAt: (files) => `soweit das Verwendete es verrät. Durchgesehen: ${countFiles(files)}.`,
  byFolder: "Nach Ordnern",
  byFile: "Nach Dateien",
  columns: ["Ordner", "benötigt Python", "Dateien"],
  rest: (files) => `${plural(files, "Datei läuft", "Dateien laufen")} auf jedem Python 3.`,
  line: (line) => `Zeile ${line}`,
  andMore: (count) => `und ${count} weitere`,
  progress: (done, all) => `${done} von ${countFiles(all)}`,
  runsOnEvery: "Läuft auf jedem Python 3",
  runsOnNone: "Läuft auf keinem Python 3: etwas wurde entfernt, bevor etwas anderes hinzukam",
  runsOn: (range, why) => `Läuft auf ${range}${why === "" ? "" : `: ${why}`}`,
  shortList: (names, rest) => (rest > 0 ? `${names.join(", ")} und ${rest} weitere` : names.join(", ")),
  neededBy: (list) => `benötigt von ${list}`,
};
