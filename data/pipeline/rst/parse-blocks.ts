/** One block of a reStructuredText page. Only what decides who a note belongs to is told apart. */
export type Block =
  | {
      readonly kind: "directive";
      /** As written, without the domain `py:`. */
      readonly name: string;
      /** The lines behind the two colons, up to the options. */
      readonly argument: string;
      readonly options: Readonly<Record<string, string>>;
      readonly children: readonly Block[];
      /** What stands below the argument, as written but for its indentation. */
      readonly text: string;
    }
  | { readonly kind: "heading"; readonly title: string; readonly style: string }
  | { readonly kind: "paragraph"; readonly text: string }
  /** List items, definitions and fields: what stands inside is about a part of what stands around. */
  | { readonly kind: "part"; readonly children: readonly Block[] }
  /** Block quotes: a part as well, unless the page is only indented unevenly. */
  | { readonly kind: "quote"; readonly children: readonly Block[] };

/** A block that is a directive. */
export type DirectiveBlock = Block & { readonly kind: "directive" };

const DIRECTIVE = /^\.\. (?:py:)?([A-Za-z][\w:+-]*?)::(?:\s+(.*))?$/;
const LIST_ITEM = /^(?:[-*+•]|\(?(?:\d+|[a-zA-Z]|#|[ivx]+)[.)])(?:\s+|$)/;
const FIELD = /^:[^:`\s][^:]*:(?:\s|$)/;
const UNDERLINE = /^([=\-~^"'#*+.`:_])\1+\s*$/;
const GRID_BORDER = /^\+[-=+]+\+\s*$/;
const SIMPLE_BORDER = /^=+(?:\s+=+)+\s*$/;

/** Reads a page, or the body of a block whose indentation was taken away. Never throws: what it cannot read is text. */
export function parseBlocks(text: string): Block[] {
  return parse(text.replace(/\t/g, "        ").split("\n"));
}

function parse(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    if (lines[at].trim() === "") at++;
    else at = readBlock(lines, at, blocks);
  }
  return blocks;
}

/** Reads the block that begins on a line, and gives the line behind it. */
function readBlock(lines: readonly string[], at: number, blocks: Block[]): number {
  const line = lines[at];
  if (/^\s/.test(line)) {
    const end = endOfIndented(lines, at);
    blocks.push({ kind: "quote", children: parse(dedent(lines.slice(at, end))) });
    return end;
  }
  const directive = DIRECTIVE.exec(line);
  if (directive) {
    const end = endOfIndented(lines, at + 1);
    blocks.push(readDirective(directive[1], directive[2] ?? "", lines.slice(at + 1, end)));
    return end;
  }
  if (/^\.\.(?:\s|$)/.test(line)) return endOfIndented(lines, at + 1);
  if (GRID_BORDER.test(line) || SIMPLE_BORDER.test(line)) return endOfTable(lines, at);
  if (isHeading(lines, at)) {
    blocks.push({ kind: "heading", title: line.trim(), style: lines[at + 1][0] });
    return at + 2;
  }
  if (UNDERLINE.test(line)) return at + 1;
  const marker = LIST_ITEM.exec(line)?.[0] ?? FIELD.exec(line)?.[0];
  if (marker !== undefined) {
    const end = endOfIndented(lines, at + 1);
    const first = " ".repeat(marker.length) + line.slice(marker.length);
    blocks.push({ kind: "part", children: parse(dedent([first, ...lines.slice(at + 1, end)])) });
    return end;
  }
  return readParagraph(lines, at, blocks);
}

/** A paragraph; with lines indented right below its first it is a term and its definition. */
function readParagraph(lines: readonly string[], at: number, blocks: Block[]): number {
  if (/^\s+\S/.test(lines[at + 1] ?? "")) {
    const end = endOfIndented(lines, at + 1);
    blocks.push({ kind: "part", children: parse(dedent(lines.slice(at + 1, end))) });
    return end;
  }
  let end = at + 1;
  while (end < lines.length && lines[end].trim() !== "" && !isHeading(lines, end)) end++;
  const text = lines.slice(at, end).join("\n");
  blocks.push({ kind: "paragraph", text });
  return text.endsWith("::") ? endOfIndented(lines, end) : end;
}

function readDirective(name: string, first: string, body: readonly string[]): DirectiveBlock {
  const content = dedent(body);
  let at = 0;
  const argument = [first.trim()];
  while (at < content.length && content[at].trim() !== "" && !FIELD.test(content[at]))
    argument.push(content[at++].trim());
  const options: Record<string, string> = {};
  for (; at < content.length && FIELD.test(content[at]); at++) {
    const [, key, value] = /^:([^:]+):\s*(.*)$/.exec(content[at])!;
    options[key] = value;
  }
  const rest = content.slice(at);
  return {
    kind: "directive",
    name,
    argument: argument.filter((line) => line !== "").join("\n"),
    options,
    children: parse(rest),
    text: rest.join("\n").trim(),
  };
}

/** A heading is a line with a line of one sign below it that is no shorter. */
function isHeading(lines: readonly string[], at: number): boolean {
  const below = lines[at + 1] ?? "";
  return (
    UNDERLINE.test(below) && below.trim().length >= lines[at].trim().length && !UNDERLINE.test(lines[at])
  );
}

/** Gives the line behind everything that is indented or blank; blank lines at its end do not matter. */
function endOfIndented(lines: readonly string[], start: number): number {
  let end = start;
  while (end < lines.length && (lines[end].trim() === "" || /^\s/.test(lines[end]))) end++;
  return end;
}

function endOfTable(lines: readonly string[], at: number): number {
  let end = at + 1;
  while (end < lines.length && !(lines[end].trim() === "" && isBorder(lines[end - 1]))) end++;
  return end;
}

function isBorder(line: string): boolean {
  return GRID_BORDER.test(line) || SIMPLE_BORDER.test(line);
}

function dedent(lines: readonly string[]): string[] {
  const depths = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const depth = depths.length === 0 ? 0 : Math.min(...depths);
  return lines.map((line) => line.slice(depth));
}
