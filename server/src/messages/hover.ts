import type { Entry, EntryKind, EntryProse } from "../engine/catalogue/entry";
import type { ProjectTarget } from "../engine/findings";
import { isSubset, type MinorSet } from "../engine/version";
import { headline } from "./headline";
import { wording } from "./language";
import { displayName, plainText, titleIn } from "./names";
import { type TimelineRow, timelineOf } from "./timeline";

/** What a card is made from. */
export interface CardSubject {
  readonly entry: Entry;
  readonly prose: EntryProse;
  /** `undefined` when nobody declared a target: the card then tells facts only. */
  readonly target: ProjectTarget | undefined;
  /** The minors of the target on which this place fails; empty where it fails on none or the place is unknown. */
  readonly failing: MinorSet;
}

/** One card in two forms. The first line stands alone, since editors stack the hovers of several servers. */
export interface HoverCard {
  readonly markdown: string;
  readonly plain: string;
}

/** The pieces of a card, before they are laid out. */
interface CardParts {
  readonly name: string;
  readonly facts: string;
  readonly signature: string | undefined;
  readonly summary: string | undefined;
  readonly timeline: readonly TimelineRow[];
  readonly notes: readonly string[];
  readonly example: EntryProse["example"];
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

/** Writes the card that a hover shows, and its plain form for a client or a terminal that knows no Markdown. */
export function hoverCard(subject: CardSubject): HoverCard {
  const parts = partsOf(subject);
  const head = `**${escapeMarkdown(parts.name)}** — ${parts.facts}`;
  return { markdown: layMarkdown([head], parts), plain: layPlain(parts) };
}

/** Writes the card as a page of its own, in Markdown: what was its first line is a heading and what stands under it. */
export function featurePage(subject: CardSubject): string {
  const parts = partsOf(subject);
  const facts = parts.facts.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return layMarkdown([`# ${escapeMarkdown(parts.name)}`, `**${facts}**`], parts);
}

/** Gives the first line of a card alone, without Markdown: what a tooltip needs. */
export function headlineOf(subject: CardSubject): string {
  const { name, facts } = partsOf(subject);
  return `${plainText(name)} — ${plainText(facts)}`;
}

/** Names an entry at the head of a card or in a list: `asyncio.run`, `` The walrus operator `:=` ``. */
export function titleOf(id: string, kind: EntryKind): string {
  return titleIn(wording().names, id, kind);
}

function partsOf({ entry, prose, target, failing }: CardSubject): CardParts {
  return {
    name: titleOf(entry.id, entry.kind),
    facts: headline(entry, target, failing),
    signature: signatureOf(entry),
    summary: prose.summary,
    timeline: timelineOf(entry),
    notes: notesOf(entry, prose, target),
    example: prose.example,
    links: linksOf(entry),
  };
}

function signatureOf(entry: Entry): string | undefined {
  // Anything at all says nothing.
  if (entry.signature === undefined || /^\(\*\w+, \*\*\w+\)$/.test(entry.signature)) return undefined;
  const present = withoutGone(entry.signature, entry);
  const call = `${displayName(entry.id)}${present.replaceAll(/=(?=[,)])/g, "=...")}`;
  return entry.type?.awaitable ? `await ${call}` : call;
}

/** Leaves out parameters that are gone; those of what is gone itself stay as they were. */
function withoutGone(signature: string, { parameters, removed }: Entry): string {
  if (removed !== undefined) return signature;
  const gone = parameters.filter((parameter) => parameter.removed !== undefined).map(({ name }) => name);
  const kept = signature
    .slice(1, -1)
    .split(", ")
    .filter((part) => !gone.includes(part.replace(/=$/, "")));
  // A lone mark in front or at the end separates nothing any more.
  if (kept[0] === "/") kept.shift();
  if (kept.at(-1) === "*") kept.pop();
  return `(${kept.join(", ")})`;
}

function notesOf(entry: Entry, prose: EntryProse, target: ProjectTarget | undefined): string[] {
  const words = wording().card;
  const notes: string[] = [];
  // Who has it everywhere needs nothing in its place.
  if (entry.backport && !(target && isSubset(target.range.minors, entry.available))) {
    const { package: name, module, pythons } = entry.backport;
    const sentence = entry.removed === undefined ? words.backport : words.backportOfGone;
    notes.push(sentence(name, module, pythons));
  }
  if (entry.platforms) notes.push(words.platforms(entry.platforms.map(platformName)));
  if (entry.provisional) notes.push(words.provisional);
  if (prose.note) notes.push(prose.note);
  return notes;
}

function platformName(platform: NonNullable<Entry["platforms"]>[number]): string {
  const names = {
    windows: "Windows",
    macos: "macOS",
    linux: "Linux",
    unix: "Unix",
    bsd: "BSD",
    wasm: "WebAssembly",
  };
  return names[platform];
}

function linksOf(entry: Entry): { label: string; url: string }[] {
  const links: { label: string; url: string }[] = [];
  if (entry.url !== undefined) links.push({ label: wording().card.documentation, url: entry.url });
  if (entry.pep !== undefined) {
    links.push({
      label: `PEP ${entry.pep}`,
      url: `https://peps.python.org/pep-${String(entry.pep).padStart(4, "0")}/`,
    });
  }
  return links;
}

function layMarkdown(head: readonly string[], parts: CardParts): string {
  const words = wording().card;
  const blocks = [...head];
  if (parts.signature) blocks.push(codeBlock(parts.signature));
  if (parts.summary) blocks.push(parts.summary);
  if (parts.timeline.length > 0) {
    blocks.push(parts.timeline.map(({ version, text }) => `- **${version}** ${text}`).join("\n"));
  }
  blocks.push(...parts.notes);
  if (parts.example?.old) blocks.push(`${words.before}\n${codeBlock(parts.example.old)}`);
  if (parts.example)
    blocks.push(`${parts.example.old ? words.now : words.example}\n${codeBlock(parts.example.new)}`);
  if (parts.links.length > 0)
    blocks.push(parts.links.map(({ label, url }) => `[${label}](${url})`).join(" · "));
  return blocks.join("\n\n");
}

function layPlain(parts: CardParts): string {
  const words = wording().card;
  const blocks = [`${plainText(parts.name)} — ${plainText(parts.facts)}`];
  if (parts.signature) blocks.push(indent(parts.signature));
  if (parts.summary) blocks.push(plainText(parts.summary));
  if (parts.timeline.length > 0) {
    const width = Math.max(...parts.timeline.map(({ version }) => version.length));
    blocks.push(
      parts.timeline.map((row) => `  ${row.version.padEnd(width)}  ${plainText(row.text)}`).join("\n"),
    );
  }
  blocks.push(...parts.notes.map(plainText));
  if (parts.example?.old) blocks.push(`${words.before}\n${indent(parts.example.old)}`);
  if (parts.example)
    blocks.push(`${parts.example.old ? words.now : words.example}\n${indent(parts.example.new)}`);
  if (parts.links.length > 0) blocks.push(parts.links.map(({ label, url }) => `${label}: ${url}`).join("\n"));
  return blocks.join("\n\n");
}

function codeBlock(code: string): string {
  return "```python\n" + code.trimEnd() + "\n```";
}

function indent(code: string): string {
  return code.trimEnd().replaceAll(/^(?=.)/gm, "    ");
}

/** Takes the meaning from Markdown's own characters, but for those between the marks of code. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/`[^`]*`|[\\`*_{}[\]<>#|]/g, (found) => (found.length > 1 ? found : `\\${found}`));
}
