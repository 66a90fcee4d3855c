import { parseBlocks, type Block, type DirectiveBlock } from "../rst/parse-blocks";
import { directiveOf, versionsIn, type DocumentedNote, type DocumentedObject } from "./documented-object";

/** Kinds by directive; what is no key describes no object. */
const KINDS: Readonly<Record<string, string>> = {
  function: "function",
  coroutinefunction: "function",
  awaitablefunction: "function",
  decorator: "function",
  class: "class",
  exception: "exception",
  type: "type",
  data: "data",
  method: "method",
  classmethod: "method",
  staticmethod: "method",
  coroutinemethod: "method",
  awaitablemethod: "method",
  abstractmethod: "method",
  decoratormethod: "method",
  attribute: "attribute",
  property: "property",
  module: "module",
  opcode: "opcode",
  cmdoption: "option",
  option: "option",
  pdbcommand: "pdbcommand",
  describe: "describe",
};

const PLAIN_KINDS = new Set(["option", "pdbcommand", "describe", "opcode", "module"]);

/**
 * Reads one page of CPython's `Doc/` (or of the `_sources` of built documentation). A note counts for the object whose
 * directive holds it directly: inside a list item, a block quote, a table cell or another directive it is about a part.
 * In the section that names a module, and not inside anything, it is about that module.
 */
export function readRstPage(text: string, page: string): DocumentedObject[] {
  const reader = new PageReader(page);
  reader.readPage(parseBlocks(text));
  return reader.objects;
}

class PageReader {
  readonly objects: DocumentedObject[] = [];
  /** What `currentmodule` or `module` said last. */
  #module: string | undefined;
  /** Takes the notes at the top of the page, once a module was named. */
  #ofModule: DocumentedNote[] | undefined;

  constructor(private readonly page: string) {}

  readPage(blocks: readonly Block[]): void {
    let headings = 0;
    let last = 0;
    for (const block of blocks) {
      if (block.kind === "heading") headings++;
      if (block.kind === "directive" && block.name === "module") last = Math.max(headings, 1);
      const note = block.kind === "directive" ? noteOf(block) : undefined;
      if (note && headings <= last) this.#ofModule?.push(note);
      else this.#read([block], undefined);
    }
  }

  /** Reads blocks for the objects in them. */
  #read(blocks: readonly Block[], owner: string | undefined): void {
    for (const block of blocks) {
      if (block.kind === "part" || block.kind === "quote") this.#read(block.children, owner);
      if (block.kind !== "directive" || noteOf(block)) continue;
      if (block.name === "currentmodule")
        this.#module = block.argument === "None" ? undefined : block.argument;
      else if (block.name === "module") this.#openModule(block.argument);
      else if (Object.hasOwn(KINDS, block.name)) this.#describe(block, owner);
      else this.#read(block.children, owner);
    }
  }

  #openModule(name: string): void {
    this.#module = name;
    this.#ofModule = [];
    this.objects.push({
      symbol: name,
      kind: "module",
      page: this.page,
      signature: "",
      notes: this.#ofModule,
    });
  }

  #describe(directive: DirectiveBlock, owner: string | undefined): void {
    const kind = KINDS[directive.name];
    const body = evenOut(directive.children);
    const notes = body.flatMap((child) => (child.kind === "directive" ? (noteOf(child) ?? []) : []));
    const described = signaturesOf(directive).map((signature) => ({
      signature,
      name: nameOf(signature, kind, owner),
    }));
    for (const { signature, name } of described)
      this.objects.push({ symbol: this.#qualify(name, kind), kind, page: this.page, signature, notes });
    this.#read(body, kind === "class" || kind === "exception" ? described[0]?.name : owner);
  }

  /** Puts the module before a name, unless the name begins with the module's package. */
  #qualify(name: string, kind: string): string {
    if (PLAIN_KINDS.has(kind) || this.#module === undefined) return name;
    const packageName = this.#module.slice(0, Math.max(0, this.#module.lastIndexOf(".")));
    return packageName !== "" && name.startsWith(`${packageName}.`) ? name : `${this.#module}.${name}`;
  }
}

/**
 * Takes for indented unevenly, not for quoted, what a body begins with and what holds directives only.
 *
 * ```rst
 * .. class:: Cage()
 *
 *    Holds one animal.
 *
 *     .. versionadded:: 3.11
 * ```
 */
function evenOut(body: readonly Block[]): readonly Block[] {
  return body.flatMap((block, index) =>
    block.kind === "quote" && (index === 0 || block.children.every((child) => child.kind === "directive"))
      ? block.children
      : [block],
  );
}

/** A directive may describe several things, a line each; a backslash goes on with the line. */
function signaturesOf(block: DirectiveBlock): string[] {
  return block.argument
    .replace(/\\\n\s*/g, "")
    .split("\n")
    .filter((line) => line !== "");
}

/** Gives the name of a signature, with the class around it. */
function nameOf(signature: string, kind: string, owner: string | undefined): string {
  if (kind === "opcode") return signature.split(/[\s(]/)[0];
  if (PLAIN_KINDS.has(kind)) return signature;
  const bare = signature.replace(/^(?:(?:abstract|async|awaitable|class|static|final)\s+)+(?=\w)/, "");
  const name = /^[\w.*]+/.exec(bare)?.[0] ?? bare;
  if (owner === undefined) return name;
  if (name === owner || name.startsWith(`${owner}.`)) return name;
  return `${owner}.${name}`;
}

function noteOf(block: DirectiveBlock): DocumentedNote | undefined {
  const directive = directiveOf(block.name);
  if (directive === undefined) return undefined;
  const words = block.argument.split(/\s+/);
  const taken = directive === "deprecated-removed" ? 2 : 1;
  const versions = versionsIn(words.slice(0, taken).join(" "), taken);
  if (versions.length === 0) return undefined;
  return { directive, versions, text: [words.slice(taken).join(" "), block.text].join("\n").trim() };
}
