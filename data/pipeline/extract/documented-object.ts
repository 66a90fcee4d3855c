import type { DocsDirective } from "../evidence/docs-evidence";

/** A note of the documentation on one of its objects. */
export interface DocumentedNote {
  readonly directive: DocsDirective;
  /** `3.7`, `3.7.2`; of a planned removal: the release of the deprecation, then that of the removal. */
  readonly versions: readonly string[];
  /** The text, in reStructuredText. */
  readonly text: string;
}

/** Something that a page of the documentation describes, and the notes that are about it as a whole. */
export interface DocumentedObject {
  /** Name as the documentation gives it, with its module: `asyncio.loop.call_soon`; builtins have none. */
  readonly symbol: string;
  /** Domain kind, as Sphinx classes it: `function`, `class`, `method`, `opcode`, ... */
  readonly kind: string;
  /** Below the root of the documentation, without ending: `library/asyncio-eventloop`. */
  readonly page: string;
  /** As the page shows it, name included: `open(file, mode='r')`; without parentheses where it shows none. */
  readonly signature: string;
  readonly notes: readonly DocumentedNote[];
}

/** Which note each directive makes; roles of the same names are of old releases. */
const DIRECTIVES: Readonly<Record<string, DocsDirective>> = {
  versionadded: "added",
  versionchanged: "changed",
  deprecated: "deprecated",
  "deprecated-removed": "deprecated-removed",
};

/** Gives what a directive or a class of the built page says has happened; `undefined` for any other. */
export function directiveOf(name: string): DocsDirective | undefined {
  return Object.hasOwn(DIRECTIVES, name) ? DIRECTIVES[name] : undefined;
}

/** Takes the releases at the beginning of a text, at most `most`; none when the first is none of Python 3. */
export function versionsIn(text: string, most: number): string[] {
  return [...text.matchAll(/(?<![\w.])[234]\.\d+(?:\.\d+)?(?!\w)/g)]
    .slice(0, most)
    .map(([version]) => version)
    .filter((version, index) => index > 0 || version.startsWith("3."));
}
