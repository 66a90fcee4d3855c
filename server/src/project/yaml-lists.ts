/** One item of a list. */
export interface YamlItem {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

/**
 * Lists the plain items directly under every key of a name in a YAML text, in block or in flow form; lists inside of the
 * list do not count. Reads lines and no more of YAML than that: an item is taken as it is written, without its quotes,
 * so that `3.10` stays what its author sees.
 */
export function listItems(text: string, key: string): YamlItem[] {
  const lines = text.split(/\r\n|\n|\r/);
  const items: YamlItem[] = [];
  for (const [index, line] of lines.entries()) {
    const match = /^(\s*(?:-\s+)?)(["']?)([\w.-]+)\2\s*:\s*(.*)$/.exec(line);
    if (match?.[3] !== key) continue;
    const rest = withoutComment(match[4]);
    if (rest.startsWith("[")) items.push(...flowItems(lines, index, rest));
    else if (rest === "") items.push(...blockItems(lines, index + 1, match[1].length));
    else items.push({ text: unquote(rest), line: index + 1 });
  }
  return items;
}

/** `[a, b]`, which may go on over the next lines. */
function flowItems(lines: readonly string[], start: number, first: string): YamlItem[] {
  const items: YamlItem[] = [];
  let content = first.slice(1);
  for (let index = start; index < lines.length; index++) {
    if (index > start) content = withoutComment(lines[index].trim());
    const end = content.indexOf("]");
    for (const part of (end < 0 ? content : content.slice(0, end)).split(",")) {
      if (part.trim() !== "") items.push({ text: unquote(part.trim()), line: index + 1 });
    }
    if (end >= 0) break;
  }
  return items;
}

/** Lines with a dash at one depth; deeper ones belong to an item. */
function blockItems(lines: readonly string[], start: number, keyIndent: number): YamlItem[] {
  const items: YamlItem[] = [];
  let indent: number | undefined;
  for (let index = start; index < lines.length; index++) {
    const line = lines[index];
    if (/^\s*(?:#|$)/.test(line)) continue;
    const depth = line.search(/\S/);
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1];
    if (depth < (indent ?? keyIndent) || (depth <= (indent ?? keyIndent) && item === undefined)) break;
    if (item === undefined || depth > (indent ??= depth)) continue;
    items.push({ text: unquote(withoutComment(item)), line: index + 1 });
  }
  return items;
}

function withoutComment(text: string): string {
  return text.replace(/(?:^|\s+)#.*$/, "").trim();
}

function unquote(text: string): string {
  return /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
}
