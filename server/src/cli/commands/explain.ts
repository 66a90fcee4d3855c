import { hoverCard } from "../../messages";
import type { Catalogue } from "../../engine/catalogue/catalogue";
import { lastName } from "../../engine/catalogue/ids";
import { openCatalogue } from "../engine-host";
import { entryJson, findEntry } from "../entry-report";
import { CommandFailure, EXIT } from "../failure";
import { toJson } from "../formats/json";
import type { CommonOptions } from "../options";
import type { CommandContext } from "./run";

/** So many names that look alike are offered for one that nobody knows. */
const SUGGESTIONS = 5;

/** `explain`: tells the history of symbols. Gives the exit status: 1 when one is unknown. */
export async function explain(
  symbols: readonly string[],
  options: CommonOptions & { readonly stdin?: boolean },
  { terminal }: CommandContext,
): Promise<number> {
  const lines = options.stdin ? (await terminal.readInput()).toString("utf8").split(/\r?\n/) : [];
  const asked = [...symbols, ...lines.map((line) => line.trim()).filter(Boolean)];
  if (asked.length === 0 && !options.stdin)
    throw new CommandFailure("explain: name a symbol, such as asyncio.run");
  const catalogue = await openCatalogue();
  if (options.format === "json") {
    terminal.out(toJson(asked.map((symbol) => symbolJson(symbol, catalogue))));
  } else {
    terminal.out(`${asked.map((symbol) => symbolCard(symbol, { catalogue, options })).join("\n\n")}\n`);
  }
  return asked.every((symbol) => findEntry(symbol, catalogue)) ? EXIT.clean : EXIT.findings;
}

function symbolJson(symbol: string, catalogue: Catalogue): Record<string, unknown> {
  const entry = findEntry(symbol, catalogue);
  return entry ? entryJson(entry, catalogue) : { symbol, known: false };
}

function symbolCard(
  symbol: string,
  { catalogue, options }: { readonly catalogue: Catalogue; readonly options: CommonOptions },
): string {
  const entry = findEntry(symbol, catalogue);
  if (!entry) return unknownCard(symbol, catalogue);
  const { target } = options;
  const failing = target ? target.range.minors & ~entry.available : 0;
  return hoverCard({ entry, prose: catalogue.prose(entry.id), target, failing }).plain;
}

function unknownCard(symbol: string, catalogue: Catalogue): string {
  const alike = catalogue.byLastName(lastName(symbol)).slice(0, SUGGESTIONS);
  return `${symbol} — not in the catalogue${alike.length > 0 ? `; did you mean ${alike.join(", ")}?` : ""}`;
}
