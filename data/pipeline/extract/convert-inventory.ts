import { inflateSync } from "node:zlib";
import { defaultAnchor } from "../evidence/inventory-evidence";

/**
 * Turns the index that ships with the built documentation (`objects.inv`, version 2 of its format: four lines of
 * header, then compressed lines `name domain:kind priority uri title`) into rows of `inventory.tsv`, sorted.
 * Keeps Python names only; `$` at the end of a uri stands for the name. Throws on another version of the format.
 */
export function convertInventory(packed: Buffer): string {
  let start = 0;
  for (let line = 0; line < 4; line++) start = packed.indexOf(10, start) + 1;
  if (!packed.subarray(0, start).toString("latin1").includes("inventory version 2"))
    throw new Error("not an inventory of version 2");
  const rows: string[] = [];
  for (const line of inflateSync(packed.subarray(start)).toString("utf8").split("\n")) {
    const match = /^(\S+) py:(\w+) -?\d+ (\S+) /.exec(line);
    if (!match) continue;
    const [, symbol, kind, uri] = match as unknown as [string, string, string, string];
    const [page, fragment] = uri.split("#") as [string, string | undefined];
    const anchor = (fragment ?? "").replace("$", symbol);
    rows.push(
      [symbol, kind, page.replace(/\.html$/, ""), anchor === defaultAnchor(symbol, kind) ? "" : anchor].join(
        "\t",
      ),
    );
  }
  return ["symbol\tkind\tpage\tanchor", ...rows.sort(), ""].join("\n");
}
