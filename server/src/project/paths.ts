/** What a path or URI starts with and what no step up leaves: `/`, `C:/`, `file:///`, `vscode-vfs://github/`. */
const ROOT = /^(?:[A-Za-z][\w+.-]+:\/\/[^/]*\/|[A-Za-z]:\/|\/\/[^/]+\/[^/]+\/|\/)/;

/** Gives the folder that a path lies in; `undefined` for a root. */
export function parentOf(path: string): string | undefined {
  const root = ROOT.exec(path)?.[0] ?? "";
  if (path.length <= root.length) return undefined;
  const slash = path.lastIndexOf("/");
  return slash < root.length ? root || undefined : path.slice(0, slash);
}

/** Gives the last name of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Puts a name, or several with `/` between them, below a folder. */
export function joinPath(folder: string, name: string): string {
  return folder.endsWith("/") ? folder + name : `${folder}/${name}`;
}

/** Tells whether a path is the folder or lies below it, at any depth. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

/**
 * Writes a path as seen from a folder: `src/a.py`, `../pyproject.toml`, `.` for the folder itself. A path below another
 * root comes back as it is. The escapes of a URI are resolved, since the result is for people and for patterns.
 */
export function relativePath(path: string, folder: string): string {
  if ((ROOT.exec(path)?.[0] ?? "") !== (ROOT.exec(folder)?.[0] ?? "")) return path;
  const names = path.split("/").filter(Boolean);
  const from = folder.split("/").filter(Boolean);
  let shared = 0;
  while (shared < Math.min(names.length, from.length) && names[shared] === from[shared]) shared++;
  const steps = [...from.slice(shared).map(() => ".."), ...names.slice(shared)];
  const relative = steps.join("/") || ".";
  return path.includes("://") ? decode(relative) : relative;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray `%` is no escape; the text then reads best as it stands.
    return text;
  }
}
