/** An element of a page; text stands between elements as strings, with its references resolved. */
export interface HtmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (HtmlElement | string)[];
}

const VOID = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "source",
  "wbr",
]);
/** Elements that end where the next of their kind begins, as old pages leave out the end tag. */
const SELF_CLOSING = new Set(["p", "li", "dt", "dd", "tr", "td", "th"]);
const RAW = new Set(["script", "style"]);
const TOKEN =
  /<!--[\s\S]*?-->|<!\w[^>]*>|<\/([a-zA-Z][\w-]*)\s*>|<([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?)*)\s*\/?>/g;
const ATTRIBUTE = /([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;
const REFERENCES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

interface OpenElement {
  readonly tag: string;
  readonly attributes: Record<string, string>;
  readonly children: (HtmlElement | string)[];
}

/** Reads a page of generated documentation. Forgiving: an end tag without its beginning is left out, what is open is closed. */
export function parseHtml(text: string): HtmlElement {
  const root: OpenElement = { tag: "", attributes: {}, children: [] };
  const open = [root];
  const close = (depth: number): void => {
    open.length = depth;
  };
  let at = 0;
  const take = (end: number): void => {
    if (end > at) open[open.length - 1].children.push(resolveReferences(text.slice(at, end)));
  };
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    take(match.index);
    at = TOKEN.lastIndex;
    const [, ended, begun, attributes] = match as unknown as [string, string?, string?, string?];
    if (ended !== undefined) {
      const depth = open.findLastIndex(({ tag }) => tag === ended.toLowerCase());
      if (depth > 0) close(depth);
    } else if (begun !== undefined) {
      const tag = begun.toLowerCase();
      if (SELF_CLOSING.has(tag) && open[open.length - 1].tag === tag) close(open.length - 1);
      const element = { tag, attributes: readAttributes(attributes ?? ""), children: [] };
      open[open.length - 1].children.push(element);
      if (RAW.has(tag)) TOKEN.lastIndex = at = endOfRaw(text, tag, at);
      else if (!VOID.has(tag)) open.push(element);
    }
  }
  take(text.length);
  return root;
}

/** Tells whether an element bears a class. */
export function hasClass(element: HtmlElement, name: string): boolean {
  return (element.attributes["class"] ?? "").split(/\s+/).includes(name);
}

/** The text in an element, that of elements inside it included. */
export function textOf(node: HtmlElement | string): string {
  return typeof node === "string" ? node : node.children.map(textOf).join("");
}

/** The elements directly in an element. */
export function elementsOf(element: HtmlElement): HtmlElement[] {
  return element.children.filter((child) => typeof child !== "string");
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name, double, single, bare]) => [
      name.toLowerCase(),
      resolveReferences(double ?? single ?? bare ?? ""),
    ]),
  );
}

function resolveReferences(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#[xX]([\da-fA-F]+)|(\w+));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return REFERENCES[name] ?? whole;
      return String.fromCodePoint(decimal === undefined ? parseInt(hex!, 16) : Number(decimal));
    },
  );
}

function endOfRaw(text: string, tag: string, from: number): number {
  const end = text.indexOf(`</${tag}`, from);
  return end < 0 ? text.length : end;
}
