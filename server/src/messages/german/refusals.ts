import type { REASONS as ENGLISH } from "../english/refusals";

/** Why a rewrite is refused, by the key that the table of rewrites gives. A sentence without its full stop. */
export const REASONS: Readonly<Record<keyof typeof ENGLISH, string>> = {
  "bases-unknown": "Die Klasse hat womöglich eigene Basisklassen",
  "evaluated-once":
    "Ein Ausdruck würde anders oft ausgewertet und tut vielleicht mehr, als einen Wert zu liefern",
  "handlers-follow": "Ein weiterer Handler folgt, der nicht mehr erreicht würde",
  "has-effects":
    "Es macht womöglich einen Unterschied, ob ein Ausdruck einmal mehr oder weniger ausgewertet wird",
  "has-keywords": "Der Aufruf hat Schlüsselwortargumente",
  "in-loop": "Der Code steht in einer Schleife, in der die bessere Form teurer ist",
  "is-assigned": "Das Attribut wird gesetzt oder gelöscht",
  "is-decorated": "Die Definition hat Dekoratoren",
  "is-guard": "Der Code prüft, ob etwas vorhanden ist, was in einem Python des Ziels fehlt",
  "is-interrupted": "Zwischendurch läuft womöglich anderer Code, weil `yield` oder `await` dazwischen steht",
  "is-literal": "Ein Wert ist ein Literal",
  "is-text": "Ein Operand ist ein Text, den `|` nicht verbinden kann",
  "lengths-unknown": "Es ist nicht bekannt, ob die Punkte gleich viele Koordinaten haben",
  "may-be-none": "Ein Wert ist womöglich `None`",
  "needs-order": "Anderer Code benötigt womöglich die Methoden eines geordneten Dictionarys",
  "not-a-coroutine": "Es ist nicht bekannt, ob das Argument eine Coroutine ist",
  "not-a-decorator": "Der Aufruf ist nicht der ganze Dekorator",
  "not-a-literal": "Ein Wert ist kein Literal, das es erlaubt",
  "not-a-name": "Ein Operand ist mehr als ein Name",
  "not-an-annotation": "Der Ausdruck ist keine Annotation, sein Wert wird also womöglich verwendet",
  "not-in-async": "Der Code steht nicht in einem `async def`",
  "not-in-except": "Der Name steht nicht in einer `except`-Klausel",
  "not-in-with": "Der Ausdruck ist nicht der Kontext einer `with`-Anweisung",
  "not-shown": "Es lässt sich nicht zeigen, dass beide Formen hier dasselbe tun",
  "other-arguments": "Der Aufruf hat Argumente, die die ältere Funktion nicht annimmt",
  "other-class": "Die umgebende Klasse ist von anderer Art",
  "other-members": "Die Klasse hat Elemente anderer Art",
  "part-of-more": "Die Union ist Teil einer längeren",
  "result-used": "Das Ergebnis wird verwendet",
  "text-unknown": "Die Form des Textes ist nicht bekannt",
  "type-unknown": "Der Typ eines Wertes ist nicht bekannt",
  "used-elsewhere": "Ein Name wird auch anderswo verwendet",
};
