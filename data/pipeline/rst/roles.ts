/** A name that running text refers to: `:func:`~asyncio.run()`` gives the role `func` and the target `asyncio.run`. */
export interface RoleReference {
  readonly role: string;
  /** Without the marks `!` and `~` and without parentheses; a leading dot (`.run`: whatever ends so) stays. */
  readonly target: string;
}

/** Roles of Python's own names. */
export const PYTHON_ROLES: readonly string[] = [
  "mod",
  "func",
  "class",
  "meth",
  "attr",
  "data",
  "const",
  "exc",
  "deco",
  "obj",
];

/** A role of another domain (`:c:func:`) is none of Python's. */
const ROLE = /(?<![\w:])(?::py)?:([a-z]+):`([^`]+)`/g;

/** A dotted name; those that begin as C's own do are misplaced. */
const PYTHON_NAME = /^(?!_?Py[A-Z_])\.?[\p{L}_][\p{L}\p{N}_.]*$/u;

/** Lists the names of Python that reStructuredText refers to by role, in order, repeated where the text repeats them. */
export function findRoles(text: string): RoleReference[] {
  return [...text.matchAll(ROLE)].flatMap(([, role, content]) => {
    const target = targetOf(content);
    return PYTHON_ROLES.includes(role) && PYTHON_NAME.test(target) ? [{ role, target }] : [];
  });
}

/** Gives the text of a line without its marks: roles by what they show, literals and emphasis without their signs. */
export function plainText(text: string): string {
  return text
    .replace(/:[\w:+-]+:`([^`]+)`/g, (_, content: string) => shownText(content))
    .replace(/``([^`]*)``/g, "$1")
    .replace(/`([^`<]*?)\s*(?:<[^`]*>)?`_*/g, "$1")
    .replace(/\*\*?([^*\s][^*]*?)\*\*?/g, "$1")
    .replace(/\\(.)/g, "$1");
}

function shownText(content: string): string {
  const shown = /^(.*?)\s*<[^>]*>$/s.exec(content)?.[1] ?? content;
  return shown.startsWith("~") ? shown.slice(shown.lastIndexOf(".") + 1) : shown.replace(/^!/, "");
}

function targetOf(content: string): string {
  const target = /<([^>]*)>$/s.exec(content)?.[1] ?? content;
  return target
    .replace(/^[!~]+/, "")
    .replace(/\(.*$/s, "")
    .replace(/\s+/g, "");
}
