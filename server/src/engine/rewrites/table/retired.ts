import { NodeKind } from "../../syntax/node-kind";
import { isDecorator, isType, onHole } from "../predicates";
import type { Rewrite } from "../rewrite";

/** No argument of `$$any` comes from a dictionary, which may have any name in it. */
const isWritten = onHole(
  "any",
  "has-keywords",
  (node, { tree }) => tree.kind(node) !== NodeKind.DictionarySplat,
);

/** Better ways of what has gone or is about to go, and of names that came late. */
export const retiredRewrites: readonly Rewrite[] = [
  {
    id: "cgi-escape",
    entry: "html.escape",
    names: { old: "cgi.escape", new: "html.escape" },
    forms: [
      { old: "cgi.escape($text)", new: "html.escape($text, quote=False)" },
      {
        old: "cgi.escape($text, quote=True)",
        new: "html.escape($text)",
        modernise: { safety: "unsafe", differs: "apostrophes-too" },
      },
    ],
    downgrade: false,
  },
  {
    id: "element-getchildren",
    entry: "builtins.list",
    names: { old: "getchildren", new: "list" },
    forms: [
      {
        old: "$element.getchildren()",
        new: "list($element)",
        oldAnchor: "xml.etree.ElementTree.Element.getchildren",
      },
    ],
    modernise: { when: [isType("element", "xml.etree.ElementTree.Element")] },
    downgrade: false,
  },
  {
    id: "make-suite",
    entry: "unittest.TestLoader.loadTestsFromTestCase",
    names: { old: "unittest.makeSuite", new: "loadTestsFromTestCase" },
    forms: [
      {
        old: "unittest.makeSuite($case)",
        new: "unittest.defaultTestLoader.loadTestsFromTestCase($case)",
      },
    ],
    downgrade: false,
  },
  {
    id: "breakpoint",
    entry: "builtins.breakpoint",
    names: { old: "pdb.set_trace", new: "breakpoint" },
    forms: [{ old: "pdb.set_trace()", new: "breakpoint()" }],
    modernise: { safety: "unsafe", differs: "hook-decides" },
  },
  {
    id: "isoformat-timespec",
    entry: "datetime.datetime.isoformat(timespec)",
    names: { old: "replace(microsecond=0)", new: 'isoformat(timespec="seconds")' },
    forms: [
      {
        old: "$moment.replace(microsecond=0).isoformat()",
        new: '$moment.isoformat(timespec="seconds")',
        oldAnchor: "datetime.datetime.replace",
        when: [isType("moment", "datetime.datetime")],
      },
    ],
  },
  ...["run", "Popen", "check_output", "check_call", "call"].map((name): Rewrite => ({
    id: `subprocess-text-${name.toLowerCase().replace("_", "-")}`,
    entry: `subprocess.${name}(text)`,
    names: { old: "universal_newlines", new: "text" },
    forms: [
      {
        old: `subprocess.${name}($$any, universal_newlines=True)`,
        new: `subprocess.${name}($$any, text=True)`,
        modernise: { when: [isWritten] },
      },
      {
        old: `subprocess.${name}($$any, universal_newlines=True)`,
        new: `subprocess.${name}($$any, text=True)`,
        modernise: { safety: "unsafe", differs: "text-given-twice" },
        downgrade: false,
      },
    ],
  })),
  {
    id: "dataclass-slots",
    entry: "dataclasses.dataclass(slots)",
    names: { old: "dataclass", new: "dataclass(slots=True)" },
    forms: [
      { old: "dataclasses.dataclass", new: "dataclasses.dataclass(slots=True)", when: [isDecorator] },
      {
        old: "dataclasses.dataclass($$args)",
        new: "dataclasses.dataclass($$args, slots=True)",
        when: [isDecorator],
      },
    ],
    modernise: false,
    downgrade: { safety: "unsafe", differs: "takes-any-attribute" },
  },
  {
    id: "re-prefixmatch",
    entry: "re.prefixmatch",
    names: { old: "re.match", new: "re.prefixmatch" },
    forms: [{ old: "re.match", new: "re.prefixmatch" }],
    modernise: false,
  },
  {
    id: "pattern-prefixmatch",
    entry: "re.Pattern.prefixmatch",
    names: { old: "match", new: "prefixmatch" },
    forms: [{ old: "$pattern.match($$any)", new: "$pattern.prefixmatch($$any)" }],
    modernise: false,
  },
  {
    id: "process-cpu-count",
    entry: "os.process_cpu_count",
    names: { old: "os.sched_getaffinity", new: "os.process_cpu_count" },
    forms: [{ old: "len(os.sched_getaffinity(0))", new: "os.process_cpu_count()" }],
    modernise: { safety: "unsafe", differs: "setting-counts" },
    downgrade: { safety: "unsafe", differs: "unix-only" },
  },
];
