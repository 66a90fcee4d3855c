import type { Catalogue } from "../../../server/src/engine/catalogue/catalogue";
import type { Entry } from "../../../server/src/engine/catalogue/entry";
import { symbolToId } from "../docs/symbol-ids";
import type { NotesSection } from "./read-whatsnew";

/** A name of the notes, and the entry that it means. */
export interface ResolvedName {
  /** As the evidence has it: `meth:Task.cancel`. */
  readonly name: string;
  /** `undefined` when the catalogue knows no such thing. */
  readonly entry: Entry | undefined;
}

/**
 * Finds what the names of a section mean. Notes leave out what their reader knows: a name is tried as it stands, as a
 * builtin, in the module of the section, in modules and classes that the section spoke of, and last as the only thing
 * that is called so.
 */
export function resolveNames(section: NotesSection, catalogue: Catalogue): ResolvedName[] {
  const owners = section.module === undefined ? [] : [section.module];
  return section.names.map((name) => {
    const [role, target] = name.split(":") as [string, string];
    const entry = find(role, target, owners, catalogue);
    if (entry)
      owners.unshift(
        ...([entry.id, ownerOf(entry.id)].filter(
          (id) => id !== undefined && !owners.includes(id),
        ) as string[]),
      );
    return { name, entry };
  });
}

/** Where the special names live that notes give without an owner. */
const SPECIAL_OWNERS = ["builtins.object", "builtins.type", "types.FunctionType", "types.ModuleType"];

function find(
  role: string,
  target: string,
  owners: readonly string[],
  catalogue: Catalogue,
): Entry | undefined {
  if (role === "mod") return catalogue.lookup(target);
  const bare = target.replace(/^\./, "");
  const candidates = [
    bare,
    symbolToId(bare, "", "reference/datamodel"),
    `builtins.${bare}`,
    ...owners.map((owner) => `${owner}.${bare}`),
    ...owners.map((owner) => `${owner}.${bare.slice(bare.lastIndexOf(".") + 1)}`),
    ...(bare.includes("__")
      ? SPECIAL_OWNERS.map((owner) => `${owner}.${bare.slice(bare.lastIndexOf(".") + 1)}`)
      : []),
  ];
  for (const candidate of candidates) {
    const entry = candidate === undefined ? undefined : lookup(candidate, catalogue);
    if (entry && (role === "obj" || entry.kind !== "module")) return entry;
  }
  return findOnly(bare, catalogue);
}

/** Finds an id, a member that a class inherits included. */
function lookup(id: string, catalogue: Catalogue): Entry | undefined {
  const dot = id.lastIndexOf(".");
  return (
    catalogue.lookup(id) ?? (dot < 0 ? undefined : catalogue.member(id.slice(0, dot), id.slice(dot + 1)))
  );
}

/** Finds the one entry whose id ends so; several that are called so are none. */
function findOnly(name: string, catalogue: Catalogue): Entry | undefined {
  const ids = catalogue
    .byLastName(name.slice(name.lastIndexOf(".") + 1))
    .filter((id) => id.endsWith(`.${name}`));
  const entries = new Map(ids.flatMap((id) => catalogue.lookup(id) ?? []).map((entry) => [entry.id, entry]));
  return entries.size === 1 ? [...entries.values()][0] : undefined;
}

function ownerOf(id: string): string | undefined {
  return id.includes(".") ? id.slice(0, id.lastIndexOf(".")) : undefined;
}
