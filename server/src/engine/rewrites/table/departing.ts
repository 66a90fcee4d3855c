import { isString, isType } from "../predicates";
import type { Form, Rewrite } from "../rewrite";

/** Better ways of arguments that nothing reads any more, and of methods for which there is an attribute. */
export const departingRewrites: readonly Rewrite[] = [
  {
    id: "thread-daemon",
    entry: "threading.Thread.daemon",
    names: { old: "setDaemon", new: "daemon" },
    forms: [
      {
        old: "$thread.setDaemon($value)",
        new: "$thread.daemon = $value",
        oldAnchor: "threading.Thread.setDaemon",
      },
      { old: "$thread.isDaemon()", new: "$thread.daemon", oldAnchor: "threading.Thread.isDaemon" },
    ],
    modernise: { when: [isType("thread", "threading.Thread")] },
    downgrade: false,
  },
  {
    id: "thread-name",
    entry: "threading.Thread.name",
    names: { old: "getName", new: "name" },
    forms: [
      { old: "$thread.setName($value)", new: "$thread.name = $value", oldAnchor: "threading.Thread.setName" },
      { old: "$thread.getName()", new: "$thread.name", oldAnchor: "threading.Thread.getName" },
    ],
    modernise: { when: [isType("thread", "threading.Thread")] },
    downgrade: false,
  },
  {
    id: "json-loads-encoding",
    entry: "json.loads",
    names: { old: "encoding", new: "json.loads" },
    forms: [
      {
        old: "json.loads($$any, encoding=$encoding)",
        new: "json.loads($$any)",
        oldAnchor: "json.loads(encoding)",
      },
    ],
    downgrade: false,
  },
  {
    id: "shuffle-random",
    entry: "random.shuffle",
    names: { old: "random.shuffle(…, random.random)", new: "random.shuffle" },
    forms: ["random.random", "random=random.random"].map((source): Form => ({
      old: `random.shuffle($items, ${source})`,
      new: "random.shuffle($items)",
      oldAnchor: "random.shuffle(random)",
    })),
    modernise: { safety: "unsafe", differs: "other-choices" },
    downgrade: false,
  },
  {
    id: "find-test-cases",
    entry: "unittest.TestLoader.loadTestsFromModule",
    names: { old: "unittest.findTestCases", new: "loadTestsFromModule" },
    forms: [
      {
        old: "unittest.findTestCases($module)",
        new: "unittest.defaultTestLoader.loadTestsFromModule($module)",
      },
    ],
    downgrade: false,
  },
  {
    id: "test-case-names",
    entry: "unittest.TestLoader.getTestCaseNames",
    names: { old: "unittest.getTestCaseNames", new: "getTestCaseNames" },
    forms: [
      {
        old: 'unittest.getTestCaseNames($case, "test")',
        new: "unittest.defaultTestLoader.getTestCaseNames($case)",
      },
    ],
    downgrade: false,
  },
  {
    id: "utcfromtimestamp",
    entry: "datetime.datetime.fromtimestamp",
    names: { old: "datetime.datetime.utcfromtimestamp", new: "datetime.datetime.fromtimestamp" },
    forms: [
      {
        old: "datetime.datetime.utcfromtimestamp($stamp).replace(tzinfo=datetime.timezone.utc)",
        new: "datetime.datetime.fromtimestamp($stamp, datetime.timezone.utc)",
        oldAnchor: "datetime.datetime.utcfromtimestamp",
      },
      {
        old: "datetime.datetime.utcfromtimestamp($stamp)",
        new: "datetime.datetime.fromtimestamp($stamp, datetime.timezone.utc)",
        modernise: { safety: "unsafe", differs: "aware" },
      },
    ],
    downgrade: false,
  },
  {
    id: "open-mode-u",
    entry: "builtins.open",
    names: { old: 'open(…, "rU")', new: "open" },
    forms: [
      { old: "open($file, $mode, $$any)", new: 'open($file, "r", $$any)' },
      { old: "open($file, $mode)", new: 'open($file, "r")' },
      { old: "open($file, mode=$mode, $$any)", new: 'open($file, mode="r", $$any)' },
      { old: "open($file, mode=$mode)", new: 'open($file, mode="r")' },
    ].map((form): Form => ({
      ...form,
      oldAnchor: "behaviour:builtins.open-mode-U",
      anchorHole: "mode",
      when: [isString("mode", (mode) => ["U", "rU", "Ur", "rtU", "Urt", "rUt"].includes(mode))],
    })),
    downgrade: false,
  },
  {
    id: "ctypes-array",
    entry: "ctypes.Array",
    names: { old: "ctypes.ARRAY", new: "*" },
    forms: [{ old: "ctypes.ARRAY($type, $length)", new: "$type * $length" }],
    downgrade: false,
  },
  {
    id: "locale-reset",
    entry: "locale.setlocale",
    names: { old: "locale.resetlocale", new: "locale.setlocale" },
    forms: [
      { old: "locale.resetlocale()", new: 'locale.setlocale(locale.LC_ALL, "")' },
      { old: "locale.resetlocale($category)", new: 'locale.setlocale($category, "")' },
    ],
    modernise: { safety: "unsafe", differs: "own-variables" },
    downgrade: false,
  },
];
