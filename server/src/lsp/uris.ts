/** Scheme under which VS Code shows the cells of a notebook as documents. */
const CELL_SCHEME = "vscode-notebook-cell";
/** Scheme under which VS Code shows earlier versions of files, at the paths where they lie. */
const HISTORY_SCHEME = "git";

/**
 * Gives the file whose folder decides what applies to a document: for a notebook's cell the notebook, for an earlier
 * version of a file that file, for anything else with a path itself, without query, fragment and slash at the end.
 * Clients escape what others leave as it is, so the escapes come out in one form. `undefined` for a document that lies
 * nowhere, such as `untitled:Untitled-1`.
 */
export function fileOf(uri: string): string | undefined {
  const match = /^([a-z][a-z0-9+.-]*):(\/\/[^/?#]*)?(\/[^?#]*)(?:\?[^#]*)?(?:#(.*))?$/i.exec(uri);
  if (!match) return undefined;
  const [, given, authority, path, fragment] = match;
  const scheme = treeScheme(given, fragment);
  // An editor names an untitled document after the place where it would be saved; nothing is there yet.
  return scheme === "untitled" ? undefined : `${scheme}:${authority ?? "//"}${canonicalPath(path)}`;
}

/** Tells whether a uri names a file in a folder, or the folder itself, at any depth. */
export function liesIn(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

/** Gives the scheme of the file tree that a document belongs to. */
function treeScheme(scheme: string, fragment: string | undefined): string {
  if (scheme === CELL_SCHEME) return notebookScheme(fragment);
  return scheme === HISTORY_SCHEME ? "file" : scheme;
}

/** A cell's fragment ends with its notebook's scheme: `s` and then base64; older editors leave it out for files. */
function notebookScheme(fragment = ""): string {
  const encoded = /s([A-Za-z0-9+/]+={0,2})$/.exec(decode(fragment))?.[1] ?? "";
  try {
    const scheme = atob(encoded);
    return /^[a-z][a-z0-9+.-]*$/i.test(scheme) ? scheme : "file";
  } catch {
    return "file";
  }
}

function canonicalPath(path: string): string {
  const names = path.split("/").map((name) => encodeURIComponent(decode(name)));
  // The top of a file system is its slash, and nothing else.
  return (names.at(-1) === "" ? names.slice(0, -1) : names).join("/") || "/";
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Percent-encodes a path for a URI, leaving its slashes. */
export function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
