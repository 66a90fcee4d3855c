import type { Details } from "../action-titles";
import { displayName } from "../names";
import type { FixWording } from "../wording";
import { plural } from "./plural";

/**
 * The title of each fix. A fix of the engine without a line here has no title: wording it then throws, and the test
 * that walks over every fix fails.
 */
export const TITLES = {
  "asyncio-run-to-loop": () => "Use an event loop by hand (works on Python 3.4 and newer)",
  "loop-to-asyncio-run": () => "Use `asyncio.run`",
  "capture-output-to-pipes": () => "Use `stdout=PIPE, stderr=PIPE` (works on Python 3.5 and newer)",
  "pipes-to-capture-output": () => "Use `capture_output=True`",
  "modernise-f-string": () => "Use an f-string",
  "modernise-f-string-equals": () => "Use `=` in the f-string",
  "reraise-cancelled-error": () => "Let `asyncio.CancelledError` through first",
  "modernise-numeric-underscore": () => "Group the digits",
  "coroutine-to-async-def": () =>
    "Use `async def` (what it awaits must be awaitable, and who awaits it a coroutine)",
  "name-encoding": () => "Name the encoding `utf-8` (before Python 3.15 it is that of the locale)",
  "quote-forward-reference": () => "Put the annotation in quotes",
  "modernise-deferred-annotation": () =>
    "Take the annotation out of its quotes (whoever reads it at run time sees the type)",
  "modernise-walrus": () => "Assign in the test by `:=`",
  "modernise-parenthesized-with": () => "Put the context managers in parentheses",
  "modernise-variable-annotation": () =>
    "Use an annotation instead of the type comment (outside of functions it is kept at run time)",
  "modernise-f-string-nesting": () => "Use an f-string",
  "downgrade-walrus": () => "Assign before the statement instead of by `:=`",
  "downgrade-walrus-parentheses": () => "Put `:=` in parentheses",
  "downgrade-tuple-parentheses": () => "Put the tuple in parentheses",
  "downgrade-except-parentheses": () => "Put the exceptions in parentheses",
  "downgrade-index-tuple": () => "Write the index as a tuple",
  "downgrade-f-string-equals": () => "Spell out `=` in the f-string",
  "downgrade-f-string-quotes": () => "Use the other quotes inside of the f-string",
  "downgrade-f-string": () => "Use `str.format`",
  "downgrade-numeric-underscore": () => "Remove the underscores from the number",
  "downgrade-positional-only": () => "Remove the `/` (callers may then pass the parameters by name)",
  "downgrade-parenthesized-with": () => "Put the context managers on one line without parentheses",
  "downgrade-relaxed-decorator": () => "Give the decorator a name first",
  "downgrade-variable-annotation": () => "Move the annotation into a type comment",
  "downgrade-type-statement": () => "Assign the alias (its value is then worked out at once)",
  "downgrade-match": () => "Use `if` and `elif`",
  "downgrade-namedtuple-class": () => "Call `typing.NamedTuple` instead of inheriting from it",
  "downgrade-lazy-import": () => "Import at once",
  "downgrade-comprehension-unpacking": () => "Use one more `for` instead of unpacking",
  "downgrade-type-parameter-default": () => "Remove the default (type checkers then ask for the argument)",
  "downgrade-type-parameters": () => "Use type variables of the module (which are invariant)",
  "downgrade-async-def": () => "Use a generator under `asyncio.coroutine`",
  "downgrade-future-annotations": () =>
    "Put the annotations in quotes instead (those of builtins are classes at run time then)",
  "downgrade-module": ({ module }) => `Use what older Pythons have instead of \`${module}\``,
  "backport-import": ({ package: name }) => `Import from \`${name}\` where it is missing, by a version test`,
  "backport-import-try": ({ package: name }) =>
    `Import from \`${name}\` where it is missing, by \`except ImportError\``,
  "backport-dependency": ({ package: name }) =>
    `Add \`${name}\` to the dependencies, which brings the module`,
  "use-library": ({ name }) => `Import \`${displayName(name ?? "")}\` from the standard library`,
  "backport-name": ({ package: name }) => `Import by name, from \`${name}\` where it is missing`,
  "replace-name": ({ name }) => `Use \`${displayName(name)}\``,
  "replace-module": ({ module, names }) =>
    names ? `Use \`${names}\` and drop \`${module}\`` : `Drop the unused import of \`${module}\``,
  "replace-guarded": ({ name, version }) =>
    `Use \`${displayName(name)}\` where there is one, by a test for Python ${version}`,
  "remove-guard": ({ holds, name }) =>
    `Remove the ${name === undefined ? "version test" : `test for \`${displayName(name)}\``}, which is always ${holds}`,
  "presence-to-version": () => "Test for the version of Python",
  "version-to-presence": () => "Test for the name with `hasattr`",
  "remove-future": ({ name }) => `Remove \`from __future__ import ${name}\``,
  "remove-fallback": ({ name }) => `Remove the fallback for \`${displayName(name ?? "")}\``,
  "widen-guard": ({ version, from }) => `Correct the guard from Python ${from} to ${version}`,
  "guard-statement": ({ version }) => `Guard the statement with a test for Python ${version}`,
  "guard-expression": ({ version }) => `Guard the expression with a test for Python ${version}`,
  "guard-early-return": ({ version }) => `Return early by a test for Python ${version}`,
  "raise-floor": (details) => `Raise the minimum${wordFloor(details)}`,
  "lower-floor": (details) => `Lower the minimum${wordFloor(details)}`,
  "declare-target": ({ version, path }) =>
    `Declare that the project supports Python ${version} and newer${path ? ` in ${path}` : ""}`,
  align: ({ key }) => (key ? `Align with \`${key}\`` : "Align with the promise"),
  "align-others": ({ key, files }) =>
    `Align everything else with \`${key}\`${files && files !== "1" ? ` (${files} files)` : ""}`,
  "suppress-line": ({ name }) => `Silence \`${name}\` on this line`,
  "suppress-symbol": ({ name }) => `Silence \`${displayName(name ?? "")}\` on this line`,
  "suppress-in-configuration": ({ name, path }) => `Silence \`${displayName(name ?? "")}\` in ${path}`,
  "suppress-file": () => "Silence this file",
  "remove-suppression": ({ name }) => `Remove \`${name}\`, which silences nothing`,
} satisfies Readonly<Record<string, (details: Details) => string>>;

/** The title of the action that applies every safe fix of a file, or those of one sort of finding. */
export function fixAllTitle(code: string | undefined): string {
  const which = code === undefined ? "" : ` for \`${code}\``;
  return `Apply every safe SinceWhen fix${which} in this file`;
}

/** The edits of one sort of finding, in a preview. */
export function fixGroup(code: string, mayChange: boolean): string {
  return mayChange ? `${code} (behaviour may change)` : code;
}

/** The edits that fixes of several sorts share, in a preview. */
export const SHARED_EDITS: FixWording["shared"] = {
  import: {
    name: "imports",
    summary: "Imports that the other changes of the file need; without those they are merely unused.",
  },
  "left-over": {
    name: "unused imports",
    summary:
      "Imports that nothing needs once all other changes of the file are made; without those they must stay.",
  },
};

/** ` to Python 3.8 in pyproject.toml and 2 other files`, as far as the details tell. */
function wordFloor({ version, path, files }: Details): string {
  const others = Number(files ?? 1) - 1;
  const rest = others > 0 ? ` and ${plural(others, "other file")}` : "";
  return `${version ? ` to Python ${version}` : ""}${path ? ` in ${path}${rest}` : ""}`;
}
