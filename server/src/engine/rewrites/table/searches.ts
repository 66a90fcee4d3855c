import { isName } from "../predicates";
import type { Rewrite } from "../rewrite";

const WALK = `for $root, $folders, $files in os.walk($top) for $file in $files if fnmatch.fnmatch($file, $pattern) and not $file.startswith(".")`;

/** Better ways of looking for files. */
export const searchRewrites: readonly Rewrite[] = [
  {
    id: "glob-recursive",
    entry: "glob.glob(recursive)",
    names: { old: "os.walk", new: "glob.glob(recursive=True)" },
    forms: [
      {
        old: `[os.path.join($root, $file) ${WALK}]`,
        new: 'glob.glob(os.path.join($top, "**", $pattern), recursive=True)',
      },
      {
        old: `(os.path.join($root, $file) ${WALK})`,
        new: 'glob.glob(os.path.join($top, "**", $pattern), recursive=True)',
        downgrade: false as const,
      },
    ].map((form) => ({ ...form, oldAnchor: "os.walk" })),
    modernise: { safety: "unsafe", differs: "no-hidden-folders", when: [isName("root", "file", "files")] },
    downgrade: {
      safety: "unsafe",
      differs: "hidden-folders-too",
      fresh: { root: "root", folders: "folders", files: "files", file: "file" },
    },
  },
  {
    id: "random-sample-sorted",
    entry: "random.sample",
    names: { old: "random.sample", new: "sorted" },
    forms: [
      {
        old: "random.sample($items, $count)",
        new: "random.sample(sorted($items), $count)",
        oldAnchor: "behaviour:random.sets-in-sample",
        anchorHole: "items",
      },
    ],
    modernise: { safety: "unsafe", differs: "items-are-compared" },
    downgrade: false,
  },
];
