import type { EntryKind } from "../../../server/src/engine/catalogue/entry";
import type { MinorSet } from "../../../server/src/engine/version";
import type { DocsRow } from "../evidence/docs-evidence";
import type { TypeshedFact } from "../evidence/typeshed-evidence";

/** Everything that the sources say of one name, before anything is decided. */
export interface Draft {
  /** Canonical id. */
  readonly id: string;
  readonly module: string;
  /** Below the module; empty for the module itself. */
  readonly key: string;
  readonly kind: EntryKind;
  /** Id of the class or module that holds it; `undefined` for a module of the top level. */
  readonly owner: string | undefined;
  /** Minors whose interpreter has it. */
  readonly present: MinorSet;
  /** Minors whose interpreter lacks it; what is in neither set is unknown. */
  readonly lacking: MinorSet;
  /** Readable parameters by minor, without parentheses; `undefined` for a minor whose interpreter keeps them to itself. */
  readonly signatures: ReadonlyMap<number, string | undefined>;
  readonly binds?: "class" | "static";
  /** Base classes, of classes. */
  readonly bases?: readonly string[];
  /** Rows of the documentation on it, oldest first as the file has them. */
  readonly docs: readonly DocsRow[];
  /** What typeshed's stubs say. */
  readonly typeshed: TypeshedFact | undefined;
  /** Page and fragment, below the root of the documentation. */
  readonly url: string | undefined;
}
