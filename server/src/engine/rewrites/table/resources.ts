import type { Form, Rewrite } from "../rewrite";

interface Reading {
  readonly id: string;
  readonly old: string;
  readonly now: string;
  readonly forms: readonly Form[];
}

/** A function that takes a package and the name of a file in it, and the same by what `files` gives. */
function byFiles({ id, old, now, forms }: Reading): Rewrite {
  return {
    id: `package-${id}`,
    entry: "importlib.resources.files",
    names: { old: `importlib.resources.${old}`, new: `files().${now}` },
    forms,
    modernise: { safety: "unsafe", differs: "packages-only" },
    downgrade: { safety: "unsafe", differs: "no-folders" },
  };
}

const FILE = "importlib.resources.files($package).joinpath($name)";

/** Better ways of data files in packages. */
export const resourceRewrites: readonly Rewrite[] = [
  byFiles({
    id: "is-resource",
    old: "is_resource",
    now: "is_file",
    forms: [{ old: "importlib.resources.is_resource($package, $name)", new: `${FILE}.is_file()` }],
  }),
  byFiles({
    id: "read-binary",
    old: "read_binary",
    now: "read_bytes",
    forms: [{ old: "importlib.resources.read_binary($package, $name)", new: `${FILE}.read_bytes()` }],
  }),
  byFiles({
    id: "open-binary",
    old: "open_binary",
    now: "open",
    forms: [{ old: "importlib.resources.open_binary($package, $name)", new: `${FILE}.open("rb")` }],
  }),
  byFiles({
    id: "read-text",
    old: "read_text",
    now: "read_text",
    forms: [
      {
        old: "importlib.resources.read_text($package, $name)",
        new: `${FILE}.read_text(encoding="utf-8")`,
      },
      {
        old: "importlib.resources.read_text($package, $name, encoding=$encoding)",
        new: `${FILE}.read_text(encoding=$encoding)`,
      },
    ],
  }),
];
