import { isInExcept, copiesFiles } from "../document-predicates";
import { badNameErrors } from "../older-predicates";
import { isDiscarded, isName, isType } from "../predicates";
import type { Form, Rewrite } from "../rewrite";
import { isNotOnWindows, isWordNowhere } from "../use-predicates";

const PATH = "pathlib.Path";

/** Functions and methods that answer False for a name that no file can have, since 3.8. */
const TESTS = ["exists", "lexists", "isdir", "isfile", "islink", "ismount"] as const;
const PATH_TESTS = [
  "exists",
  "is_dir",
  "is_file",
  "is_symlink",
  "is_mount",
  "is_block_device",
  "is_char_device",
  "is_fifo",
  "is_socket",
] as const;

/** A test of a path in a `try` statement that gives the answer of newer Pythons. */
function badName(id: string, entry: string, test: string, anchor: string): Rewrite {
  return {
    id,
    entry,
    names: { old: "try/except", new: anchor },
    forms: ["ValueError", "(TypeError, ValueError)", "(ValueError, TypeError)"].flatMap((error): Form[] => [
      {
        old: `try:
    $result = ${test}
except ${error}:
    $result = False`,
        new: `$result = ${test}`,
        oldAnchor: anchor,
        when: [isName("result")],
      },
      {
        old: `try:
    return ${test}
except ${error}:
    return False`,
        new: `return ${test}`,
        oldAnchor: anchor,
      },
    ]),
    downgrade: false,
  };
}

/** What is asked of a path that no file can have, so that Pythons without an answer raise an error. */
const QUESTIONS = [
  ...TESTS.map((name) => `os.path.${name}($path)`),
  ...PATH_TESTS.map((name) => `$path.${name}()`),
];

/** The answer of newer Pythons by hand. */
const badNames: Rewrite = {
  id: "path-bad-name",
  entry: "behaviour:os.path.exists-bad-name",
  mends: [
    ...TESTS.slice(1).map((name) => `behaviour:os.path.${name}-bad-name`),
    ...PATH_TESTS.map((name) => `behaviour:pathlib.Path-${name}-bad-name`),
  ],
  names: { old: "try/except", new: "the answer itself" },
  forms: QUESTIONS.flatMap((question): Form[] => [
    {
      old: `try:
    $result = ${question}
except $error:
    $result = False`,
      new: `$result = ${question}`,
    },
    {
      old: `try:
    return ${question}
except $error:
    return False`,
      new: `return ${question}`,
    },
  ]),
  modernise: false,
  downgrade: { derive: badNameErrors },
};

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
    modernise: { when: [isType("path", PATH), isNotOnWindows] },
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
    id: "path-link-to-older",
    entry: "pathlib.Path.link_to",
    names: { old: "os.link", new: "link_to" },
    forms: [{ old: "os.link($source, $target)", new: "$source.link_to($target)" }],
    modernise: false,
    downgrade: { when: [isType("source", PATH)] },
  },
  {
    id: "tar-format",
    entry: "behaviour:tarfile.default-format-pax",
    names: { old: "format=tarfile.PAX_FORMAT", new: "the default format" },
    forms: [
      { old: "tarfile.open($$any, format=tarfile.PAX_FORMAT)", new: "tarfile.open($$any)" },
      {
        old: "tarfile.TarFile.open($$any, format=tarfile.PAX_FORMAT)",
        new: "tarfile.TarFile.open($$any)",
      },
    ],
    modernise: false,
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
    // What is deleted in between is not made anew by the older function.
    modernise: {
      safety: "unsafe",
      differs: "copied-each-time",
      when: [isWordNowhere(/\b(?:rmtree|remove_tree|rmdir|removedirs)\b/)],
    },
    downgrade: { safety: "unsafe", differs: "copied-once" },
  },
  {
    id: "samefile-error",
    entry: "shutil.SameFileError",
    names: { old: "shutil.Error", new: "shutil.SameFileError" },
    forms: [{ old: "shutil.Error", new: "shutil.SameFileError" }],
    modernise: false,
    downgrade: { when: [isInExcept, copiesFiles] },
  },
  ...TESTS.map((name) =>
    badName(
      `path-bad-name-${name}`,
      `behaviour:os.path.${name}-bad-name`,
      `os.path.${name}($path)`,
      `os.path.${name}`,
    ),
  ),
  ...PATH_TESTS.map((name) => {
    const rewrite = badName(
      `path-bad-name-path-${name.replaceAll("_", "-")}`,
      `behaviour:pathlib.Path-${name}-bad-name`,
      `$path.${name}()`,
      `pathlib.Path.${name}`,
    );
    return { ...rewrite, modernise: { when: [isType("path", PATH)] } };
  }),
  badNames,
];
