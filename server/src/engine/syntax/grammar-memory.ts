import type { KindTables } from "./tree-reader";

/** The tables of a grammar that tell what the nodes of its trees are. */
export interface GrammarTables {
  /** Our kind by symbol. */
  readonly kinds: Uint8Array;
  /** 1 for symbols of nodes that never have children that anybody asks for. */
  readonly leaves: Uint8Array;
  /** Our field of a child: `fields[production * fieldStride + place]`, where `place` is below the stride. */
  readonly fields: Uint8Array;
  readonly fieldStride: number;
  /** What a child is called instead of its own symbol; 0 for nothing: `aliases[production * aliasStride + place]`. */
  readonly aliases: Uint16Array;
  readonly aliasStride: number;
}

/** The layout of a grammar that the offsets below are those of. */
const ABI_VERSION = 15;

/** Offsets in bytes of what a grammar's description (`TSLanguage`) holds. */
const enum Description {
  AbiVersion = 0,
  SymbolCount = 4,
  /** Names that only aliases have; their symbols follow upon the others. */
  AliasCount = 8,
  ProductionCount = 28,
  FieldCount = 32,
  AliasStride = 36,
  FieldSlices = 64,
  FieldEntries = 68,
  PublicSymbols = 76,
  Aliases = 84,
  End = 88,
}

/**
 * Reads the tables of the grammar that is described at an address (`TSLanguage`), of which web-tree-sitter tells `tables`.
 * `undefined` when it is not laid out as it is known to be.
 */
export function readGrammarTables(
  memory: Uint8Array,
  address: number,
  tables: KindTables,
): GrammarTables | undefined {
  if (!(address > 0 && address + Description.End <= memory.length)) return undefined;
  const view = new DataView(memory.buffer);
  const word = (offset: number): number => view.getUint32(address + offset, true);
  const half = (at: number): number => view.getUint16(at, true);
  if (word(Description.AbiVersion) !== ABI_VERSION) return undefined;
  if (word(Description.FieldCount) !== tables.fields.length - 1) return undefined;
  const symbolCount = word(Description.SymbolCount) + word(Description.AliasCount);
  if (symbolCount !== tables.kinds.length) return undefined;

  const kinds = new Uint8Array(symbolCount);
  const leaves = new Uint8Array(symbolCount);
  for (let symbol = 0; symbol < symbolCount; symbol++) {
    const type = half(word(Description.PublicSymbols) + 2 * symbol);
    kinds[symbol] = tables.kinds[type];
    leaves[symbol] = tables.leaves[type];
  }
  const aliasStride = half(address + Description.AliasStride);
  const productionCount = word(Description.ProductionCount);
  const aliases = new Uint16Array(productionCount * aliasStride);
  // The first production has no names of its own, whatever stands there.
  for (let index = aliasStride; index < aliases.length; index++)
    aliases[index] = half(word(Description.Aliases) + 2 * index);
  return { kinds, leaves, aliases, aliasStride, ...readFields(view, address, tables.fields) };
}

/** A field map entry: which field, of which child, and whether it is only handed on by a child that is not shown. */
interface FieldEntry {
  readonly production: number;
  readonly field: number;
  readonly place: number;
}

function readFields(
  view: DataView,
  address: number,
  known: Uint8Array,
): Pick<GrammarTables, "fields" | "fieldStride"> {
  const word = (offset: number): number => view.getUint32(address + offset, true);
  const productionCount = word(Description.ProductionCount);
  const entries: FieldEntry[] = [];
  for (let production = 0; production < productionCount; production++) {
    const slice = word(Description.FieldSlices) + 4 * production;
    const first = view.getUint16(slice, true);
    const end = first + view.getUint16(slice + 2, true);
    for (let index = first; index < end; index++) {
      const at = word(Description.FieldEntries) + 4 * index;
      const isHandedOn = view.getUint8(at + 3) !== 0;
      if (isHandedOn) continue;
      entries.push({ production, field: known[view.getUint16(at, true)], place: view.getUint8(at + 2) });
    }
  }
  const fieldStride = 1 + entries.reduce((most, { place }) => Math.max(most, place), 0);
  const fields = new Uint8Array(productionCount * fieldStride);
  // The first entry of a child counts.
  for (const { production, field, place } of entries.reverse())
    fields[production * fieldStride + place] = field;
  return { fields, fieldStride };
}
