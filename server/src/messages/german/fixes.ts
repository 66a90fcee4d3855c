import type { Details } from "../action-titles";
import type { TITLES as ENGLISH } from "../english/fixes";
import { displayName } from "../names";
import type { FixWording } from "../wording";
import { plural } from "./plural";

/** The title of each fix, for the same ids as in English. */
export const TITLES: Readonly<Record<keyof typeof ENGLISH, (details: Details) => string>> = {
  "asyncio-run-to-loop": () => "Ereignisschleife von Hand verwenden (läuft auf Python 3.4 und neuer)",
  "loop-to-asyncio-run": () => "`asyncio.run` verwenden",
  "capture-output-to-pipes": () => "`stdout=PIPE, stderr=PIPE` verwenden (läuft auf Python 3.5 und neuer)",
  "pipes-to-capture-output": () => "`capture_output=True` verwenden",
  "modernise-f-string": () => "f-String verwenden",
  "modernise-f-string-equals": () => "`=` im f-String verwenden",
  "reraise-cancelled-error": () => "`asyncio.CancelledError` zuerst durchlassen",
  "modernise-numeric-underscore": () => "Ziffern gruppieren",
  "coroutine-to-async-def": () =>
    "`async def` verwenden (worauf es wartet, muss awaitable sein, und wer darauf wartet, eine Coroutine)",
  "name-encoding": () => "Kodierung `utf-8` angeben (vor Python 3.15 ist es die der Locale)",
  "quote-forward-reference": () => "Annotation in Anführungszeichen setzen",
  "modernise-deferred-annotation": () =>
    "Anführungszeichen der Annotation entfernen (wer sie zur Laufzeit liest, sieht den Typ)",
  "modernise-walrus": () => "In der Bedingung mit `:=` zuweisen",
  "modernise-parenthesized-with": () => "Kontextmanager in Klammern setzen",
  "modernise-variable-annotation": () =>
    "Annotation statt Typkommentar verwenden (außerhalb von Funktionen bleibt sie zur Laufzeit erhalten)",
  "modernise-f-string-nesting": () => "f-String verwenden",
  "downgrade-walrus": () => "Vor der Anweisung statt mit `:=` zuweisen",
  "downgrade-walrus-parentheses": () => "`:=` in Klammern setzen",
  "downgrade-tuple-parentheses": () => "Tupel in Klammern setzen",
  "downgrade-except-parentheses": () => "Ausnahmen in Klammern setzen",
  "downgrade-index-tuple": () => "Index als Tupel schreiben",
  "downgrade-f-string-equals": () => "`=` im f-String ausschreiben",
  "downgrade-f-string-quotes": () => "Im f-String die anderen Anführungszeichen verwenden",
  "downgrade-f-string": () => "`str.format` verwenden",
  "downgrade-numeric-underscore": () => "Unterstriche aus der Zahl entfernen",
  "downgrade-positional-only": () =>
    "`/` entfernen (Aufrufe dürfen die Parameter dann auch mit Namen angeben)",
  "downgrade-parenthesized-with": () => "Kontextmanager ohne Klammern in eine Zeile schreiben",
  "downgrade-relaxed-decorator": () => "Dem Dekorator zuerst einen Namen geben",
  "downgrade-variable-annotation": () => "Annotation in einen Typkommentar verschieben",
  "downgrade-type-statement": () => "Alias zuweisen (sein Wert wird dann sofort berechnet)",
  "downgrade-match": () => "`if` und `elif` verwenden",
  "downgrade-namedtuple-class": () => "`typing.NamedTuple` aufrufen statt davon abzuleiten",
  "downgrade-lazy-import": () => "Sofort importieren",
  "downgrade-comprehension-unpacking": () => "Ein weiteres `for` verwenden statt zu entpacken",
  "downgrade-type-parameter-default": () => "Standardwert entfernen (Typprüfer verlangen dann das Argument)",
  "downgrade-type-parameters": () => "Typvariablen des Moduls verwenden (die invariant sind)",
  "downgrade-async-def": () => "Generator mit `asyncio.coroutine` verwenden",
  "downgrade-future-annotations": () =>
    "Stattdessen die Annotationen in Anführungszeichen setzen (die eingebauter Klassen sind zur Laufzeit dann Klassen)",
  "downgrade-module": ({ module }) => `Statt \`${module}\` verwenden, was ältere Pythons haben`,
  "backport-import": ({ package: name }) =>
    `Wo nicht vorhanden, aus \`${name}\` importieren (Versionsabfrage)`,
  "backport-import-try": ({ package: name }) =>
    `Wo nicht vorhanden, aus \`${name}\` importieren (\`except ImportError\`)`,
  "backport-dependency": ({ package: name }) =>
    `\`${name}\`, das das Modul mitbringt, zu den Abhängigkeiten hinzufügen`,
  "use-library": ({ name }) => `\`${displayName(name ?? "")}\` aus der Standardbibliothek importieren`,
  "backport-name": ({ package: name }) => `Als Namen importieren, wo nicht vorhanden aus \`${name}\``,
  "replace-name": ({ name }) => `\`${displayName(name)}\` verwenden`,
  "replace-module": ({ module, names }) =>
    names
      ? `\`${names}\` verwenden und \`${module}\` entfernen`
      : `Unbenutzten Import von \`${module}\` entfernen`,
  "replace-guarded": ({ name, version }) =>
    `\`${displayName(name)}\` verwenden, wo vorhanden (Abfrage auf Python ${version})`,
  "remove-guard": ({ holds, name }) =>
    `${name === undefined ? "Versionsabfrage" : `Abfrage von \`${displayName(name)}\``} entfernen, die immer ${holds === "true" ? "wahr" : "falsch"} ist`,
  "presence-to-version": () => "Stattdessen die Python-Version abfragen",
  "version-to-presence": () => "Stattdessen den Namen mit `hasattr` abfragen",
  "remove-future": ({ name }) => `\`from __future__ import ${name}\` entfernen`,
  "remove-fallback": ({ name }) => `Überflüssigen Ersatz für \`${displayName(name ?? "")}\` entfernen`,
  "widen-guard": ({ version, from }) => `Versionsabfrage von Python ${from} auf ${version} korrigieren`,
  "guard-statement": ({ version }) => `Anweisung mit einer Abfrage auf Python ${version} schützen`,
  "guard-expression": ({ version }) => `Ausdruck mit einer Abfrage auf Python ${version} schützen`,
  "guard-early-return": ({ version }) => `Mit einer Abfrage auf Python ${version} vorzeitig zurückkehren`,
  "raise-floor": (details) => `Mindestversion${wordFloor(details)} anheben`,
  "lower-floor": (details) => `Mindestversion${wordFloor(details)} senken`,
  "declare-target": ({ version, path }) =>
    `Python ${version} und neuer${path ? ` in ${path}` : ""} als unterstützt festlegen`,
  align: ({ key }) => (key ? `An \`${key}\` angleichen` : "An die Zusage angleichen"),
  "align-others": ({ key, files }) =>
    `Alles andere an \`${key}\` angleichen${files && files !== "1" ? ` (${files} Dateien)` : ""}`,
  "suppress-line": ({ name }) => `\`${name}\` in dieser Zeile unterdrücken`,
  "suppress-symbol": ({ name }) => `\`${displayName(name ?? "")}\` in dieser Zeile unterdrücken`,
  "suppress-in-configuration": ({ name, path }) => `\`${displayName(name ?? "")}\` in ${path} unterdrücken`,
  "suppress-file": () => "Diese Datei unterdrücken",
  "remove-suppression": ({ name }) => `Wirkungsloses \`${name}\` entfernen`,
};

/** The title of the action that applies every safe fix of a file, or those of one sort of finding. */
export function fixAllTitle(code: string | undefined): string {
  const which = code === undefined ? "" : ` für \`${code}\``;
  return `Alle gefahrlosen SinceWhen-Korrekturen${which} in dieser Datei anwenden`;
}

/** The edits of one sort of finding, in a preview. */
export function fixGroup(code: string, mayChange: boolean): string {
  return mayChange ? `${code} (Verhalten kann sich ändern)` : code;
}

/** The edits that fixes of several sorts share, in a preview. */
export const SHARED_EDITS: FixWording["shared"] = {
  import: {
    name: "Importe",
    summary: "Importe, die andere Änderungen der Datei brauchen; ohne diese bleiben sie nur ungenutzt.",
  },
  "left-over": {
    name: "ungenutzte Importe",
    summary:
      "Importe, die nach allen anderen Änderungen der Datei nichts mehr braucht; ohne diese müssen sie bleiben.",
  },
};

/** ` in pyproject.toml und 2 weiteren Dateien auf Python 3.8`, as far as the details tell. */
function wordFloor({ version, path, files }: Details): string {
  const others = Number(files ?? 1) - 1;
  const rest = others > 0 ? ` und ${plural(others, "weiteren Datei", "weiteren Dateien")}` : "";
  return `${path ? ` in ${path}${rest}` : ""}${version ? ` auf Python ${version}` : ""}`;
}
