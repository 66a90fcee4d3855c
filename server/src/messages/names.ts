import type { EntryKind } from "../engine/catalogue/entry";
import { lastName, splitParameterId } from "../engine/catalogue/ids";
import type { NameWording } from "./wording";

/** Writes an id as code would: `str.removeprefix` for `builtins.str.removeprefix`; every other id stays as it is. */
export function displayName(id: string): string {
  return id.startsWith("builtins.") ? id.slice("builtins.".length) : id;
}

/**
 * Names an entry inside a sentence, in a language's words: `` `asyncio.run` ``, `` the module `tomllib` ``,
 * `` the parameter `text` of `subprocess.run` ``, `` the walrus operator `:=` ``. It is the subject of its sentence.
 */
export function nounIn(words: NameWording, id: string, kind: EntryKind | undefined): string {
  const parameter = splitParameterId(id);
  if (parameter) return words.parameter(parameter.name, displayName(parameter.callable));
  if (kind === "syntax") return words.syntax(slugOf(id)) ?? words.otherSyntax(wordsOf(id));
  if (kind === "behaviour") return words.behaviour(wordsOf(id));
  if (kind === "interpreter") return words.interpreter(lastName(id));
  if (kind === "module") return words.module(id);
  return `\`${displayName(id)}\``;
}

/** Names what to use instead of something, by its id, in a language's words: `` `x.y` ``, `` `async def` ``. */
export function replacementIn(words: NameWording, id: string): string {
  return nounIn(words, id, id.startsWith("syntax:") ? "syntax" : undefined);
}

/** Names an entry at the head of a card, in a language's words: `asyncio.run`, `` The walrus operator `:=` ``. */
export function titleIn(words: NameWording, id: string, kind: EntryKind): string {
  const isWorded = kind === "syntax" || kind === "behaviour";
  return isWorded ? capitalise(nounIn(words, id, kind)) : displayName(id);
}

/** Turns the first letter of a sentence into a capital; a sentence that starts with code stays as it is. */
export function capitalise(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Takes the marks of code out of a sentence, for places that show them as they are: terminals, menus, problem lists. */
export function plainText(text: string): string {
  return text.replaceAll("`", "");
}

/** Writes a path into Markdown: as code where it would be taken for marks, such as `__init__.py`, or else as it is. */
export function pathInMarkdown(path: string): string {
  return /(?<!\w)_|_(?!\w)|[*`<>[\]\\]/.test(path) ? `\`${path.replaceAll("`", "'")}\`` : path;
}

function slugOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

/** `syntax:positional-only-parameters` gives `positional-only parameters`, `behaviour:re.split-empty` `re: split empty`. */
function wordsOf(id: string): string {
  const slug = slugOf(id);
  const dot = slug.lastIndexOf(".");
  const words = slug
    .slice(dot + 1)
    .replaceAll("-", " ")
    .replaceAll(/\b(positional|keyword) only\b/g, "$1-only");
  return dot < 0 ? words : `${slug.slice(0, dot)}: ${words}`;
}
