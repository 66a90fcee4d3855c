import type { EntryKind } from "../engine/catalogue/entry";
import { lastName, splitParameterId } from "../engine/catalogue/ids";
import { syntaxName } from "./syntax-names";

/** Writes an id as code would: `str.removeprefix` for `builtins.str.removeprefix`; every other id stays as it is. */
export function displayName(id: string): string {
  return id.startsWith("builtins.") ? id.slice("builtins.".length) : id;
}

/**
 * Names an entry inside a sentence: `` `asyncio.run` ``, `` the module `tomllib` ``, `` the parameter `text` of
 * `subprocess.run` ``, `` the walrus operator `:=` ``. Starts with a lower-case letter where it is a word.
 */
export function nounOf(id: string, kind: EntryKind | undefined): string {
  const parameter = splitParameterId(id);
  if (parameter) return `the parameter \`${parameter.name}\` of \`${displayName(parameter.callable)}\``;
  if (kind === "syntax") return syntaxName(id) ?? `the syntax “${wordsOf(id)}”`;
  if (kind === "behaviour") return `the behaviour “${wordsOf(id)}”`;
  if (kind === "interpreter") return `the interpreter's \`${lastName(id)}\``;
  if (kind === "module") return `the module \`${id}\``;
  return `\`${displayName(id)}\``;
}

/** Names what to use instead of something, by its id: `` `x.y` ``, `` `async def` ``. */
export function replacementName(id: string): string {
  return nounOf(id, id.startsWith("syntax:") ? "syntax" : undefined);
}

/** Names an entry at the head of a card: `asyncio.run`, `` The walrus operator `:=` ``. */
export function titleOf(id: string, kind: EntryKind): string {
  return kind === "syntax" || kind === "behaviour" ? capitalise(nounOf(id, kind)) : displayName(id);
}

/** Turns the first letter of a sentence into a capital; a sentence that starts with code stays as it is. */
export function capitalise(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** `syntax:positional-only-parameters` gives `positional-only parameters`, `behaviour:re.split-empty` `re: split empty`. */
function wordsOf(id: string): string {
  const slug = id.slice(id.indexOf(":") + 1);
  const dot = slug.lastIndexOf(".");
  const words = slug
    .slice(dot + 1)
    .replaceAll("-", " ")
    .replaceAll(/\b(positional|keyword) only\b/g, "$1-only");
  return dot < 0 ? words : `${slug.slice(0, dot)}: ${words}`;
}

/** Takes the marks of code out of a sentence, for places that show them as they are: terminals, menus, problem lists. */
export function plainText(text: string): string {
  return text.replaceAll("`", "");
}
