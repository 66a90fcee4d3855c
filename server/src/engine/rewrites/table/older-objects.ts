import { isAssigned, isInClass, isRead } from "../older-predicates";
import { isAskedForNothing } from "../uses";
import { isName, isSimple, isString, isType } from "../predicates";
import { withEnd } from "../regular-expressions";
import type { Form, Rewrite } from "../rewrite";

/** Short names of codecs that came back in 3.4, and those that were always there. */
const CODECS: readonly (readonly [string, string])[] = [
  ["hex", "hex_codec"],
  ["base64", "base64_codec"],
  ["base_64", "base64_codec"],
  ["bz2", "bz2_codec"],
  ["quopri", "quopri_codec"],
  ["quotedprintable", "quopri_codec"],
  ["quoted_printable", "quopri_codec"],
  ["uu", "uu_codec"],
  ["zip", "zlib_codec"],
  ["zlib", "zlib_codec"],
];

/** Older ways of functions, modules and texts. */
export const olderObjectRewrites: readonly Rewrite[] = [
  {
    id: "partialmethod",
    entry: "functools.partialmethod",
    names: { old: "a method that calls another", new: "functools.partialmethod" },
    forms: [
      {
        old: `def $name(self, *args, **kwargs):
    return self.$function($$args, *args, **kwargs)`,
        new: "$name = functools.partialmethod($function, $$args)",
      },
      {
        old: `def $name(self, *args, **kwargs):
    return self.$function(*args, **kwargs)`,
        new: "$name = functools.partialmethod($function)",
      },
    ],
    modernise: false,
    downgrade: {
      safety: "unsafe",
      differs: "plain-methods-only",
      when: [isInClass, isName("name", "function"), isSimple("args")],
    },
  },
  {
    id: "source-to-code",
    entry: "importlib.abc.InspectLoader.source_to_code",
    names: { old: "compile", new: "source_to_code" },
    forms: [
      {
        old: 'compile($data, $path, "exec", dont_inherit=True)',
        new: "$loader.source_to_code($data, $path)",
      },
      {
        old: 'compile($data, "<string>", "exec", dont_inherit=True)',
        new: "$loader.source_to_code($data)",
      },
    ],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "no-overriding" },
  },
  {
    id: "decode-source",
    entry: "importlib.util.decode_source",
    names: { old: "tokenize.detect_encoding", new: "importlib.util.decode_source" },
    forms: [
      {
        old: "io.IncrementalNewlineDecoder(None, True).decode($data.decode(tokenize.detect_encoding(io.BytesIO($data).readline)[0]))",
        new: "importlib.util.decode_source($data)",
      },
    ],
    modernise: false,
  },
  {
    id: "loader-get-filename",
    entry: "importlib.machinery.ExtensionFileLoader.get_filename",
    names: { old: "path", new: "get_filename" },
    forms: [{ old: "$loader.path", new: "$loader.get_filename($name)" }],
    modernise: false,
  },
  {
    id: "module-spec-name",
    entry: "types.ModuleType.__spec__",
    names: { old: "__name__", new: "__spec__.name" },
    forms: [{ old: "$module.__name__", new: "$module.__spec__.name" }],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "main-module", when: [isRead] },
  },
  {
    id: "weakref-finalize",
    entry: "weakref.finalize",
    names: { old: "weakref.ref", new: "weakref.finalize" },
    forms: [
      {
        old: "weakref.ref($object, lambda _: $function($$args))",
        new: "weakref.finalize($object, $function, $$args)",
      },
    ],
    modernise: false,
    downgrade: {
      safety: "manual",
      differs: "reference-must-live",
      when: [isAssigned, isAskedForNothing, isSimple("function", "args")],
    },
  },
  {
    id: "samestat",
    entry: "behaviour:os.path.samestat-on-windows",
    names: { old: "st_ino and st_dev", new: "os.path.samestat" },
    forms: [
      {
        old: "($left.st_ino, $left.st_dev) == ($right.st_ino, $right.st_dev)",
        new: "os.path.samestat($left, $right)",
      },
    ],
    modernise: false,
    downgrade: { when: [isSimple("left", "right")] },
  },
  {
    id: "file-type-encoding",
    entry: "argparse.FileType(encoding)",
    mends: ["argparse.FileType(errors)"],
    names: { old: "lambda", new: "argparse.FileType" },
    forms: ["encoding=$encoding", "errors=$errors", "encoding=$encoding, errors=$errors"].flatMap(
      (keywords): Form[] => [
        {
          old: `lambda path: open(path, $mode, ${keywords})`,
          new: `argparse.FileType($mode, ${keywords})`,
        },
        { old: `lambda path: open(path, ${keywords})`, new: `argparse.FileType(${keywords})` },
      ],
    ),
    modernise: false,
    downgrade: {
      safety: "unsafe",
      differs: "no-standard-input",
      when: [isSimple("mode", "encoding", "errors")],
    },
  },
  {
    id: "pattern-fullmatch",
    entry: "re.Pattern.fullmatch",
    names: { old: "match", new: "fullmatch" },
    forms: [
      {
        old: "re.compile($pattern).match($text)",
        new: "re.compile($whole).fullmatch($text)",
        when: [isString("whole")],
      },
    ],
    modernise: false,
    downgrade: { derive: withEnd },
  },
  {
    id: "codec-rot13",
    entry: "behaviour:codecs.alias-rot13",
    oldSince: 2,
    names: { old: "rot_13", new: "rot13" },
    forms: [{ old: '"rot_13"', new: '"rot13"' }],
    modernise: false,
  },
  {
    id: "codec-alias",
    entry: "behaviour:codecs.alias-hex",
    oldSince: 2,
    names: { old: "the long name of the codec", new: "the short name of the codec" },
    forms: CODECS.map(([alias, name]): Form => ({ old: `"${name}"`, new: `"${alias}"` })),
    modernise: false,
  },
  {
    id: "resources-read-text",
    entry: "importlib.resources",
    mends: ["importlib.resources.read_text", "importlib.resources.read_binary"],
    names: { old: "pkgutil.get_data", new: "importlib.resources" },
    forms: [
      {
        old: 'pkgutil.get_data($package, $name).decode("utf-8")',
        new: "importlib.resources.read_text($package, $name)",
        when: [isType("package", "builtins.str")],
      },
      {
        old: "pkgutil.get_data($package, $name)",
        new: "importlib.resources.read_binary($package, $name)",
        when: [isType("package", "builtins.str")],
      },
    ],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "line-ends-stay" },
  },
];
