import picomatch from "picomatch";

type Matcher = (path: string) => boolean;

const matchers = new Map<string, Matcher>();

/**
 * Tells whether a pattern matches a path relative to the pattern's folder (`src/a.py`), or any folder that the path
 * lies in. A pattern without a `/` matches a name at any depth (`build`, `*_pb2.py`); one with a `/` counts from the
 * folder (`docs/*.py`, `/setup.py`). Everything matches from a dot on; a path that leaves the folder never matches.
 */
export function matchesGlob(glob: string, relative: string): boolean {
  if (relative.startsWith("..")) return false;
  const matches = matcherOf(glob);
  for (let end = relative.length; end > 0; end = relative.lastIndexOf("/", end - 1)) {
    if (matches(relative.slice(0, end))) return true;
  }
  return false;
}

function matcherOf(glob: string): Matcher {
  const known = matchers.get(glob);
  if (known) return known;
  const trimmed = glob.replace(/^\.\//, "").replace(/\/+$/, "");
  const anchored = trimmed.includes("/");
  const matches = picomatch(anchored ? trimmed.replace(/^\/+/, "") : trimmed, { dot: true, nonegate: true });
  const matcher: Matcher = anchored
    ? (path) => matches(path)
    : (path) => matches(path.slice(path.lastIndexOf("/") + 1));
  // Patterns come from a handful of configuration files, but an editor may run for weeks.
  if (matchers.size > 1000) matchers.clear();
  matchers.set(glob, matcher);
  return matcher;
}
