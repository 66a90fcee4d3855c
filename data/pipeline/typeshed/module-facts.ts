import { formatMinor, highestMinor, lowestMinor, NEWEST_MINOR } from "../../../server/src/engine/version";
import { isPublicModule } from "./canonical-names";
import { minorsOf } from "./realm";
import type { StubView } from "./stub-view";
import type { VersionFact } from "./version-facts";

/** Gives the lifetimes of public modules, from all releases; the newest that has a module describes it. */
export function collectModuleFacts(views: readonly StubView[]): Map<string, VersionFact> {
  const facts = new Map<string, VersionFact>();
  for (const { program } of views)
    for (const { name, realm } of program.modules.values()) {
      if (!isPublicModule(name) || facts.has(name)) continue;
      const first = lowestMinor(minorsOf(realm));
      const last = highestMinor(minorsOf(realm));
      // A module without any minor is a leftover of Python 2.
      if (first === undefined || last === undefined) continue;
      facts.set(name, {
        kind: "module",
        ...(first > 0 ? { added: formatMinor(first) } : {}),
        ...(last < NEWEST_MINOR ? { removed: formatMinor(last + 1) } : {}),
      });
    }
  return facts;
}
