/** What the TOML parser says, in its own words, and what that is called here. */
const TOML_REASONS: Readonly<Record<string, string>> = {
  "control characters are not allowed in comments": "Steuerzeichen sind in Kommentaren nicht erlaubt",
  "control characters are not allowed in strings": "Steuerzeichen sind in Zeichenfolgen nicht erlaubt",
  "document contains an unsafe property": "ein Schlüssel hat einen Namen, der nicht erlaubt ist",
  "document contains excessively nested structures. aborting.": "die Werte sind zu tief verschachtelt",
  "each key-value declaration must be followed by an end-of-line":
    "hinter einem Schlüssel mit seinem Wert muss die Zeile enden",
  "expected comma or end of structure": "hier fehlt ein Komma oder eine schließende Klammer",
  "expected end of table array declaration": "dem Kopf der Tabelle fehlen schließende Klammern",
  "illegal character in key": "ein Zeichen ist im Schlüssel nicht erlaubt",
  "illegal character in numeric literal": "ein Zeichen ist in der Zahl nicht erlaubt",
  "illegal empty bare key": "der Schlüssel ist leer",
  "illegal leading zero": "eine Zahl darf nicht mit einer Null beginnen",
  "illegal quoted key: multiline strings are not allowed":
    "ein Schlüssel darf nicht mehrere Zeilen lang sein",
  "illegal underscore": "ein Unterstrich darf nur zwischen zwei Ziffern stehen",
  "incomplete key-value: cannot find end of key": "der Schlüssel endet nicht",
  "integer value cannot be represented losslessly": "die Zahl ist zu groß",
  "invalid date": "das Datum gibt es nicht",
  "invalid date-time: date part is malformed": "das Datum ist nicht richtig geschrieben",
  "invalid date-time: time part is malformed": "die Uhrzeit ist nicht richtig geschrieben",
  "invalid escape: only line-ending whitespace may be escaped":
    "nach einem umgekehrten Schrägstrich darf hier nur das Ende der Zeile kommen",
  "invalid non-hex character in unicode escape":
    "in der Unicode-Angabe steht ein Zeichen, das nicht hexadezimal ist",
  "invalid unicode escape": "die Unicode-Angabe meint kein Zeichen",
  "invalid value": "das ist kein Wert",
  "trying to redefine an already defined value": "der Wert ist schon festgelegt",
  "trying to redefine an already defined table or value": "die Tabelle oder der Wert ist schon festgelegt",
  "unexpected end of key": "der Schlüssel endet zu früh",
  "unfinished array": "das Array endet nicht",
  "unfinished numeric value": "die Zahl ist unvollständig",
  "unfinished string": "die Zeichenfolge endet nicht",
  "unfinished table": "die Tabelle endet nicht",
  "unrecognised escape sequence": "diese Zeichenfolge mit umgekehrtem Schrägstrich gibt es nicht",
};

/** Says in German why a text is no TOML, from what the parser says; in its words where it says something else. */
export function tomlReason(reason: string): string {
  return Object.hasOwn(TOML_REASONS, reason) ? TOML_REASONS[reason] : reason;
}
