import { isCalledOn } from "../older-predicates";
import { isDiscarded, isNotNamedIn, isSimple, isType, isUsedOnlyHere } from "../predicates";
import type { Form, Rewrite } from "../rewrite";
import { isWholeBuffer } from "../uses";

const isPath = isType("path", "pathlib.Path");

/** Reading a whole file into a variable, or giving what stands in it. */
function reading(method: "read_text" | "read_bytes", mode: string): Form[] {
  const keyed = mode === "" ? "encoding=$encoding" : undefined;
  return [["$result = ", ""] as const, ["return ", ""] as const].flatMap(([head]): Form[] => [
    {
      old: `with $path.open(${mode}) as $file:\n    ${head}$file.read()`,
      new: `${head}$path.${method}()`,
      oldAnchor: "pathlib.Path.open",
    },
    ...(keyed === undefined
      ? []
      : [
          {
            old: `with $path.open(${keyed}) as $file:\n    ${head}$file.read()`,
            new: `${head}$path.${method}(${keyed})`,
            oldAnchor: "pathlib.Path.open",
          },
        ]),
    {
      old: `with open($path${mode === "" ? "" : `, ${mode}`}) as $file:\n    ${head}$file.read()`,
      new: `${head}$path.${method}()`,
      downgrade: false,
    },
  ]);
}

/** Writing a whole file. */
function writing(method: "write_text" | "write_bytes", mode: string, type: string): Rewrite {
  return {
    id: `path-${method.replace("_", "-")}`,
    entry: `pathlib.Path.${method}`,
    names: { old: "Path.open", new: `Path.${method}` },
    forms: [
      {
        old: `with $path.open(${mode}) as $file:\n    $file.write($data)`,
        new: `$path.${method}($data)`,
        oldAnchor: "pathlib.Path.open",
      },
      ...(type === "builtins.str"
        ? [
            {
              old: `with $path.open(${mode}, encoding=$encoding) as $file:\n    $file.write($data)`,
              new: `$path.${method}($data, encoding=$encoding)`,
              oldAnchor: "pathlib.Path.open",
            },
          ]
        : []),
    ],
    modernise: { when: [isPath, isType("data", type), isSimple("data"), isUsedOnlyHere("file")] },
    downgrade: { when: [isPath, isType("data", type), isSimple("data")], fresh: { file: "file" } },
  };
}

/** Better ways of paths. */
export const pathRewrites: readonly Rewrite[] = [
  {
    id: "path-read-text",
    entry: "pathlib.Path.read_text",
    names: { old: "Path.open", new: "Path.read_text" },
    forms: reading("read_text", ""),
    modernise: { when: [isPath, isUsedOnlyHere("file")] },
    downgrade: { when: [isPath], fresh: { file: "file" } },
  },
  {
    id: "path-read-bytes",
    entry: "pathlib.Path.read_bytes",
    names: { old: "Path.open", new: "Path.read_bytes" },
    forms: reading("read_bytes", '"rb"'),
    modernise: { when: [isPath, isUsedOnlyHere("file")] },
    downgrade: { when: [isPath], fresh: { file: "file" } },
  },
  writing("write_text", '"w"', "builtins.str"),
  writing("write_bytes", '"wb"', "builtins.bytes"),
  {
    id: "path-home",
    entry: "pathlib.Path.home",
    names: { old: "os.path.expanduser", new: "pathlib.Path.home" },
    forms: [{ old: 'pathlib.Path(os.path.expanduser("~"))', new: "pathlib.Path.home()" }],
    modernise: { safety: "unsafe", differs: "home-must-be-known" },
    downgrade: { when: [isCalledOn("pathlib.Path")] },
  },
  {
    id: "path-is-relative-to",
    entry: "pathlib.PurePath.is_relative_to",
    names: { old: "relative_to", new: "is_relative_to" },
    forms: [
      {
        old: `try:
    $path.relative_to($other)
    $result = True
except ValueError:
    $result = False`,
        new: "$result = $path.is_relative_to($other)",
        oldAnchor: "pathlib.PurePath.relative_to",
      },
      {
        old: `try:
    $path.relative_to($other)
    return True
except ValueError:
    return False`,
        new: "return $path.is_relative_to($other)",
        oldAnchor: "pathlib.PurePath.relative_to",
      },
      {
        old: "$path == $other or $other in $path.parents",
        new: "$path.is_relative_to($other)",
        modernise: false,
        downgrade: { when: [isType("other", "pathlib.PurePath")] },
      },
    ],
    modernise: { when: [isType("path", "pathlib.PurePath"), isSimple("path", "other")] },
    downgrade: { when: [isType("path", "pathlib.PurePath")] },
  },
  {
    id: "path-walk",
    entry: "pathlib.Path.walk",
    names: { old: "os.walk", new: "Path.walk" },
    forms: [
      {
        old: `for $root, $folders, $files in os.walk(str($path)):
    $root = pathlib.Path($root)
    $$$body`,
        new: `for $root, $folders, $files in $path.walk():
    $$$body`,
      },
      {
        old: `for $root, $folders, $files in os.walk($path):
    $root = pathlib.Path($root)
    $$$body`,
        new: `for $root, $folders, $files in $path.walk():
    $$$body`,
        downgrade: false,
      },
    ],
    modernise: { safety: "unsafe", differs: "links-are-files", when: [isPath] },
    downgrade: { safety: "unsafe", differs: "links-are-folders", when: [isPath] },
  },
  {
    id: "path-walk-all",
    entry: "pathlib.Path.walk",
    names: { old: "os.walk", new: "Path.walk" },
    forms: [
      {
        old: "((pathlib.Path($root), $folders, $files) for $root, $folders, $files in os.walk(str($path)))",
        new: "$path.walk()",
        modernise: false,
      },
      {
        old: "[(pathlib.Path($root), $folders, $files) for $root, $folders, $files in os.walk(str($path))]",
        new: "list($path.walk())",
        downgrade: false,
      },
    ],
    modernise: { safety: "unsafe", differs: "links-are-files", when: [isPath] },
    downgrade: {
      safety: "unsafe",
      differs: "links-are-folders",
      when: [isPath],
      fresh: { root: "root", folders: "folders", files: "files" },
    },
  },
  {
    id: "path-copy",
    entry: "pathlib.Path.copy",
    names: { old: "shutil.copyfile", new: "Path.copy" },
    forms: [
      { old: "shutil.copyfile(str($path), str($target))", new: "$path.copy($target)" },
      { old: "shutil.copyfile($path, $target)", new: "$path.copy($target)", downgrade: false },
    ],
    modernise: { safety: "unsafe", differs: "links-and-folders-too", when: [isPath, isDiscarded] },
    downgrade: { safety: "unsafe", differs: "files-only", when: [isPath, isDiscarded] },
  },
  {
    id: "contextlib-chdir",
    entry: "contextlib.chdir",
    names: { old: "os.chdir", new: "contextlib.chdir" },
    forms: [
      {
        old: `$before = os.getcwd()
os.chdir($path)
try:
    $$$body
finally:
    os.chdir($before)`,
        new: `with contextlib.chdir($path):
    $$$body`,
      },
    ],
    modernise: {
      when: [isUsedOnlyHere("before"), isNotNamedIn("before", "body")],
    },
    downgrade: { when: [isSimple("path")], fresh: { before: "previous" } },
  },
  {
    id: "file-digest",
    entry: "hashlib.file_digest",
    names: { old: "iter", new: "hashlib.file_digest" },
    forms: [
      ...["md5", "sha1", "sha224", "sha256", "sha384", "sha512"].map((name): Form => ({
        old: `$hash = hashlib.${name}()
for $block in iter(lambda: $file.read($size), b""):
    $hash.update($block)`,
        new: `$hash = hashlib.file_digest($file, "${name}")`,
        downgrade: false,
      })),
      {
        old: `$hash = hashlib.new($name)
for $block in iter(lambda: $file.read(65536), b""):
    $hash.update($block)`,
        new: "$hash = hashlib.file_digest($file, $name)",
        downgrade: { when: [isType("name", "builtins.str"), isSimple("file")], fresh: { block: "block" } },
      },
      {
        old: `$hash = hashlib.new($name)
for $block in iter(lambda: $file.read(65536), b""):
    $hash.update($block)
$result = $hash.hexdigest()`,
        new: "$result = hashlib.file_digest($file, $name).hexdigest()",
        modernise: false,
        downgrade: {
          when: [isType("name", "builtins.str"), isSimple("file")],
          fresh: { block: "block", hash: "digest" },
        },
      },
      {
        old: `$hash = hashlib.new($name)
for $block in iter(lambda: $file.read(65536), b""):
    $hash.update($block)
return $hash.hexdigest()`,
        new: "return hashlib.file_digest($file, $name).hexdigest()",
        modernise: false,
        downgrade: {
          when: [isType("name", "builtins.str"), isSimple("file")],
          fresh: { block: "block", hash: "digest" },
        },
      },
    ],
    modernise: {
      safety: "unsafe",
      differs: "binary-files-only",
      when: [isUsedOnlyHere("block"), isWholeBuffer("file")],
    },
  },
];
