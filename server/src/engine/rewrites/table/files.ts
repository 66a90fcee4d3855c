import { isInExcept } from "../document-predicates";
import { isDiscarded, isName, isType } from "../predicates";
import type { Form, Rewrite } from "../rewrite";

const PATH = "pathlib.Path";

/** Functions and methods that answer False for a name that no file can have, since 3.8. */
const TESTS = ["exists", "lexists", "isdir", "isfile", "islink", "ismount"] as const;

function badName(name: string): Rewrite {
  return {
    id: `path-bad-name-${name}`,
    entry: `behaviour:os.path.${name}-bad-name`,
    names: { old: "try/except", new: `os.path.${name}` },
    forms: ["ValueError", "(TypeError, ValueError)"].map((error): Form => ({
      old: `try:
    $result = os.path.${name}($path)
except ${error}:
    $result = False`,
      new: `$result = os.path.${name}($path)`,
    })),
    modernise: { when: [isName("result")] },
    downgrade: false,
  };
}

/** Better ways of paths and files. */
export const fileRewrites: readonly Rewrite[] = [
  {
    id: "pathlib-with-stem",
    entry: "pathlib.PurePath.with_stem",
    names: { old: "with_name", new: "with_stem" },
    forms: [
      {
        old: "$path.with_name($stem + $path.suffix)",
        new: "$path.with_stem($stem)",
        oldAnchor: "pathlib.PurePath.with_name",
        when: [isType("path", "pathlib.PurePath")],
      },
    ],
  },
  {
    id: "pathlib-is-mount",
    entry: "pathlib.Path.is_mount",
    names: { old: "os.path.ismount", new: "is_mount" },
    forms: [
      { old: "os.path.ismount(str($path))", new: "$path.is_mount()" },
      { old: "os.path.ismount($path)", new: "$path.is_mount()", downgrade: false },
    ],
    modernise: { when: [isType("path", PATH)] },
    downgrade: { when: [isType("path", PATH)] },
  },
  {
    id: "path-link-to",
    entry: "pathlib.Path.hardlink_to",
    names: { old: "link_to", new: "hardlink_to" },
    forms: [
      {
        old: "$source.link_to($target)",
        new: "$target.hardlink_to($source)",
        oldAnchor: "pathlib.Path.link_to",
        when: [isType("source", PATH), isType("target", PATH), isName("source", "target")],
        downgrade: false,
      },
      {
        old: "os.link($source, $target)",
        new: "$target.hardlink_to($source)",
        modernise: false,
        when: [isName("source", "target")],
      },
    ],
  },
  {
    id: "shutil-copytree",
    entry: "shutil.copytree(dirs_exist_ok)",
    names: { old: "distutils.dir_util.copy_tree", new: "shutil.copytree" },
    forms: [
      {
        old: "distutils.dir_util.copy_tree($source, $target)",
        new: "shutil.copytree($source, $target, dirs_exist_ok=True)",
        when: [isDiscarded],
      },
    ],
    modernise: { safety: "unsafe", differs: "copied-each-time" },
    downgrade: { safety: "unsafe", differs: "copied-once" },
  },
  {
    id: "samefile-error",
    entry: "shutil.SameFileError",
    names: { old: "shutil.Error", new: "shutil.SameFileError" },
    forms: [{ old: "shutil.Error", new: "shutil.SameFileError" }],
    modernise: false,
    downgrade: { when: [isInExcept] },
  },
  ...TESTS.map(badName),
];
