/** One name of the documentation's own index. */
export interface InventoryItem {
  /** Name as the documentation gives it; builtins have no module. */
  readonly symbol: string;
  /** `module`, `function`, `class`, `exception`, `method`, `attribute`, `data`, ... */
  readonly kind: string;
  /** Page without ending: `library/asyncio-runner`. */
  readonly page: string;
  /** Fragment of the page, without `#`. */
  readonly anchor: string;
}

/** Reads `inventory.tsv`: symbol, kind, page and, where it is not the usual one, anchor. */
export function parseInventory(text: string): InventoryItem[] {
  return text
    .split("\n")
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => {
      const [symbol, kind, page, anchor] = line.split("\t") as [string, string, string, string | undefined];
      return { symbol, kind, page, anchor: anchor ? anchor : defaultAnchor(symbol, kind) };
    });
}

/** Gives the fragment that the documentation's generator makes for a name; a fragment cannot begin with an underscore. */
export function defaultAnchor(symbol: string, kind: string): string {
  return kind === "module" ? `module-${symbol}` : symbol.replace(/^_+/, "");
}
