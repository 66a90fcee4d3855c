import { elementsOf, hasClass, parseHtml, textOf, type HtmlElement } from "../html/parse-html";
import { toAnchor } from "../rst/anchors";
import { directiveOf, versionsIn, type DocumentedNote, type DocumentedObject } from "./documented-object";

/** Kinds by the class of the list that describes an object; Sphinx puts the domain beside them (`py function`). */
const KINDS: Readonly<Record<string, string>> = {
  function: "function",
  class: "class",
  exception: "exception",
  type: "type",
  data: "data",
  method: "method",
  classmethod: "method",
  staticmethod: "method",
  attribute: "attribute",
  property: "property",
  opcode: "opcode",
  option: "option",
  cmdoption: "option",
  pdbcommand: "pdbcommand",
  describe: "describe",
};

/** Kinds that are called by what the page shows, not by an anchor. */
const SHOWN_KINDS = new Set(["option", "pdbcommand", "describe"]);
const NOTE_CLASSES = ["versionadded", "versionchanged", "deprecated-removed", "deprecated"];

/**
 * Reads one page of built documentation. A note counts for the object whose description holds it directly: inside a list
 * item, a block quote, a table cell or an admonition it is about a part. Directly in the section of a module it is about
 * the module.
 */
export function readHtmlPage(text: string, page: string): DocumentedObject[] {
  const objects: DocumentedObject[] = [];
  let module: string | undefined;
  const visit = (element: HtmlElement, owner: string | undefined): void => {
    const named = moduleOf(element);
    if (named !== undefined) {
      module = named;
      objects.push({
        symbol: named,
        kind: "module",
        page,
        signature: "",
        notes: notesIn(elementsOf(element)),
      });
    }
    const kind = element.tag === "dl" ? kindOf(element) : undefined;
    const described = kind === undefined ? [] : describe(element, kind, page, owner ?? module, objects);
    objects.push(...described);
    const isClass = kind === "class" || kind === "exception";
    for (const child of elementsOf(element))
      visit(child, (isClass ? described[0]?.symbol : undefined) ?? owner);
  };
  visit(parseHtml(text), undefined);
  return objects;
}

/**
 * A section is about a module when its anchor, or one right before its heading, says so and is not made of the heading
 * (`module-contents`).
 */
function moduleOf(element: HtmlElement): string | undefined {
  const isSection = element.tag === "section" || (element.tag === "div" && hasClass(element, "section"));
  if (!isSection) return undefined;
  const heading = elementsOf(element).find(({ tag }) => /^h\d$/.test(tag));
  if (heading && toAnchor(shownText(heading)) === element.attributes["id"]) return undefined;
  const anchors = [element, ...elementsOf(element).filter(({ tag }) => tag === "span")];
  return anchors.flatMap(({ attributes }) => /^module-(.+)$/.exec(attributes["id"] ?? "")?.[1] ?? [])[0];
}

function kindOf(list: HtmlElement): string | undefined {
  const classes = (list.attributes["class"] ?? "").split(/\s+/);
  if (classes.includes("c") || classes.includes("cpp")) return undefined;
  return classes.filter((name) => Object.hasOwn(KINDS, name)).map((name) => KINDS[name])[0];
}

/** Terms that stand together share the description below them. */
function describe(
  list: HtmlElement,
  kind: string,
  page: string,
  owner: string | undefined,
  before: readonly DocumentedObject[],
): DocumentedObject[] {
  const objects: DocumentedObject[] = [];
  const terms: HtmlElement[] = [];
  for (const child of elementsOf(list)) {
    if (child.tag === "dt") terms.push(child);
    if (child.tag !== "dd") continue;
    const notes = notesIn(evenOut(elementsOf(child)));
    for (const term of terms.splice(0)) {
      const signature = shownText(term);
      const symbol = SHOWN_KINDS.has(kind) ? signature : symbolOf(term, owner, before);
      if (symbol !== "") objects.push({ symbol, kind, page, signature, notes });
    }
  }
  return objects;
}

/**
 * Gives the name that a term is about. Its anchor has it in full; where Sphinx had to make another anchor (`import__`) or
 * none (`SO_*`, a second form of what stands `before`), what the page shows has, in the module or class around.
 */
function symbolOf(term: HtmlElement, owner: string | undefined, before: readonly DocumentedObject[]): string {
  const shown = ["descclassname", "descname"]
    .map((part) => textOf(find(term, (one) => hasClass(one, part)) ?? "").trim())
    .join("");
  const name = /[\w.*]+/.exec(shown)?.[0] ?? "";
  const anchor = (term.attributes["id"] ?? "").replace(/^opcode-/, "");
  const other = anchor === "" ? before.findLast(({ symbol }) => symbol === `${owner}.${name}`) : undefined;
  if (other) return other.symbol;
  const full = owner === undefined || name.startsWith(`${owner}.`) ? name : `${owner}.${name}`;
  if (
    anchor === "" ||
    [name, full].some((one) => one !== anchor && one.replace(/^[^A-Za-z]+/, "") === anchor)
  )
    return anchor === name.replace(/^[^A-Za-z]+/, "") ? name : full;
  return anchor;
}

function find(node: HtmlElement, isIt: (element: HtmlElement) => boolean): HtmlElement | undefined {
  if (isIt(node)) return node;
  for (const child of elementsOf(node)) {
    const found = find(child, isIt);
    if (found) return found;
  }
  return undefined;
}

/**
 * Takes for indented unevenly, not for quoted, what a body begins with and what holds notes and descriptions only, but
 * not behind a list: there it is about the last item.
 */
function evenOut(body: readonly HtmlElement[]): HtmlElement[] {
  return body.flatMap((element, index) => {
    if (element.tag !== "blockquote") return [element];
    const inner = elementsOf(element).flatMap((one) =>
      one.tag === "div" && noteOf(one) === undefined ? elementsOf(one) : [one],
    );
    const isUneven = inner.every((one) => noteOf(one) !== undefined || kindOf(one) !== undefined);
    const isBehindList = ["ul", "ol"].includes(body[index - 1]?.tag);
    return index === 0 || (isUneven && !isBehindList) ? inner : [element];
  });
}

function notesIn(elements: readonly HtmlElement[]): DocumentedNote[] {
  return elements.flatMap((element) => noteOf(element) ?? []);
}

function noteOf(element: HtmlElement): DocumentedNote | undefined {
  const name = NOTE_CLASSES.find((one) => hasClass(element, one));
  if (name === undefined || (element.tag !== "div" && element.tag !== "p")) return undefined;
  const mark = find(element, (one) => hasClass(one, "versionmodified"));
  if (!mark) return undefined;
  const said = textOf(mark);
  const isPlanned = name === "deprecated-removed" || /removed/i.test(said);
  const versions = versionsIn(said, isPlanned ? 2 : 1);
  if (versions.length === 0) return undefined;
  const directive = directiveOf(isPlanned && versions.length === 2 ? "deprecated-removed" : name)!;
  return {
    directive,
    versions,
    text: toRst(element, mark)
      .replace(/^\s*[:.]?\s*/, "")
      .trim(),
  };
}

/** Writes the text of a note as its source marks it: parameters with stars, literals with two backticks. */
function toRst(node: HtmlElement | string, left: HtmlElement): string {
  if (typeof node === "string") return node;
  if (node === left || hasClass(node, "headerlink")) return "";
  const inner = node.children.map((child) => toRst(child, left)).join("");
  if (node.tag === "em") return `*${inner}*`;
  if (node.tag === "code" || node.tag === "tt")
    return hasClass(node, "xref") ? `:obj:\`${inner}\`` : `\`\`${inner}\`\``;
  if (node.tag === "li") return `\n* ${inner.trim()}`;
  return ["p", "div", "ul", "dl"].includes(node.tag) ? `${inner}\n\n` : inner;
}

function shownText(term: HtmlElement): string {
  const shown = (node: HtmlElement | string): string =>
    typeof node === "string" ? node : hasClass(node, "headerlink") ? "" : node.children.map(shown).join("");
  return shown(term).replace(/¶/g, "").replace(/\s+/g, " ").trim();
}
