import type { Entry } from "../catalogue/entry";
import { VERSION_INFO_LENGTH } from "../guard/version-test";
import type { Context } from "./context";
import { heldBy, isDefinition } from "./types";
import { UNKNOWN, type Value } from "./values";
import { VERSION_TEXT } from "./version-values";

/** The value of a library symbol: what the analysis follows specially, or the symbol itself. */
export function specialSymbol(entry: Entry): Value {
  switch (entry.id) {
    case "sys.version_info":
      return { tag: "version", shape: { kind: "tuple", length: VERSION_INFO_LENGTH } };
    case "sys.version":
      return { tag: "version", shape: VERSION_TEXT };
    case "sys.hexversion":
      return { tag: "version", shape: { kind: "hex" } };
    default:
      return { tag: "symbol", entry };
  }
}

/** The object that a symbol holds where it is no module, class or function: `os.environ`, `sys.stdout`. */
export function valueOfSymbol(ctx: Context, entry: Entry): Value {
  return isDefinition(entry) ? UNKNOWN : heldBy(ctx.catalogue, { tag: "symbol", entry });
}

/** Tells whether a module is an attribute of another one that is no package, so that no import brings it there. */
export function isBoundByOwner({ id }: Entry): boolean {
  return id === "sys.monitoring";
}
