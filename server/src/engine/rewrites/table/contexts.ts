import { NodeKind } from "../../syntax/node-kind";
import {
  guardsNothing,
  holdsNone,
  isInWith,
  isName,
  isNotNamedIn,
  isPath,
  isUninterrupted,
  isUsedOnlyHere,
  notInLoop,
  isSimple,
} from "../predicates";
import type { Form, Rewrite } from "../rewrite";
import { keepsName, usesNone } from "../use-predicates";
import { hasNoneOf, isEvaluatedEarly, isNotInAsyncWith, namesNone } from "../result-predicates";

/** A stream of `sys` that is exchanged by hand, restored in the end. */
function redirect(stream: "stdout" | "stderr"): Rewrite {
  const target = `sys.${stream}`;
  const after = `try:
    $$$body
finally:
    ${target} = $old`;
  const now = `with contextlib.redirect_${stream}($file):
    $$$body`;
  return {
    id: `contextlib-redirect-${stream}`,
    entry: `contextlib.redirect_${stream}`,
    names: { old: target, new: `contextlib.redirect_${stream}` },
    forms: [
      { old: `$old, ${target} = ${target}, $file\n${after}`, new: now },
      { old: `$old = ${target}\n${target} = $file\n${after}`, new: now, downgrade: false as const },
    ].map((form): Form => ({ ...form, oldAnchor: target })),
    modernise: {
      when: [
        isName("old"),
        isUsedOnlyHere("old"),
        isNotNamedIn("old", "body"),
        isUninterrupted("body"),
        // Another thread may exchange the stream itself.
        usesNone("body", /^(?:_thread|threading|concurrent\.futures|multiprocessing)\b/),
      ],
    },
    downgrade: { fresh: { old: `old_${stream}` } },
  };
}

const STAND_INS = ["contextlib.ExitStack()", "contextlib.suppress()"];

/** Openers whose objects close themselves at the end of a `with` since 3.4. */
const CLOSING = ["wave.open", "sunau.open", "aifc.open", "dbm.open"];

/** Better ways of context managers. */
export const contextRewrites: readonly Rewrite[] = [
  {
    id: "contextlib-suppress",
    entry: "contextlib.suppress",
    names: { old: "try/except", new: "contextlib.suppress" },
    forms: [
      {
        old: `try:
    $$$body
except ($$errors,):
    pass`,
        new: `with contextlib.suppress($$errors):
    $$$body`,
        downgrade: false,
      },
      {
        old: `try:
    $$$body
except $error:
    pass`,
        new: `with contextlib.suppress($error):
    $$$body`,
        when: [isPath("error")],
      },
      {
        old: `try:
    $$$body
except ($first, $$errors):
    pass`,
        new: `with contextlib.suppress($first, $$errors):
    $$$body`,
        modernise: false,
      },
    ],
    modernise: {
      when: [
        notInLoop,
        guardsNothing("body"),
        isUninterrupted("body"),
        holdsNone("body", NodeKind.ImportStatement, NodeKind.ImportFromStatement, NodeKind.DeleteStatement),
        // From 3.12 on, what is suppressed is taken out of groups.
        namesNone("body", "ExceptionGroup", "BaseExceptionGroup"),
        ...["error", "errors"].flatMap((name) => [isEvaluatedEarly(name), keepsName(name, "body")]),
      ],
    },
    downgrade: { when: [isSimple("error", "first", "errors")] },
  },
  redirect("stdout"),
  redirect("stderr"),
  {
    id: "closing-wave",
    entry: "behaviour:wave.open-with",
    names: { old: "contextlib.closing", new: "with" },
    forms: CLOSING.map((open): Form => ({
      old: `contextlib.closing(${open}($$args))`,
      new: `${open}($$args)`,
      oldAnchor: "contextlib.closing",
      when: [isInWith],
    })),
    downgrade: false,
  },
  {
    id: "contextlib-nullcontext",
    entry: "contextlib.nullcontext",
    names: { old: "contextlib.ExitStack", new: "contextlib.nullcontext" },
    forms: [
      ...STAND_INS.flatMap((standIn, index): Form[] =>
        [
          {
            old: `$manager = $other if $test else ${standIn}\nwith $manager:\n    $$$body`,
            new: `$manager = $other if $test else contextlib.nullcontext()\nwith $manager:\n    $$$body`,
            when: [isName("manager"), isUsedOnlyHere("manager"), isNotNamedIn("manager", "body")],
          },
          {
            old: `$manager = ${standIn} if $test else $other\nwith $manager:\n    $$$body`,
            new: `$manager = contextlib.nullcontext() if $test else $other\nwith $manager:\n    $$$body`,
            when: [isName("manager"), isUsedOnlyHere("manager"), isNotNamedIn("manager", "body")],
          },
          {
            old: `with $other if $test else ${standIn}:\n    $$$body`,
            new: "with $other if $test else contextlib.nullcontext():\n    $$$body",
          },
          {
            old: `with ${standIn} if $test else $other:\n    $$$body`,
            new: "with contextlib.nullcontext() if $test else $other:\n    $$$body",
          },
        ].map((form) => ({ ...form, ...(index > 0 && { downgrade: false as const }) })),
      ),
    ],
  },
  {
    id: "contextlib-nullcontext-class",
    entry: "contextlib.nullcontext",
    names: { old: "class nullcontext", new: "contextlib.nullcontext" },
    forms: ["", "$value"].map((value) => ({
      old: `nullcontext(${value})`,
      new: `contextlib.nullcontext(${value})`,
    })),
    modernise: false,
    downgrade: {
      when: [isNotInAsyncWith],
      helper: {
        name: "nullcontext",
        code: `class nullcontext:
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *exc_info):
        pass`,
      },
    },
  },
  {
    id: "cprofile-with",
    entry: "behaviour:cProfile.Profile-with",
    names: { old: "enable() and disable()", new: "with" },
    forms: [
      {
        old: `$profile = cProfile.Profile($$args)
$profile.enable()
try:
    $$$body
finally:
    $profile.disable()`,
        new: `with cProfile.Profile($$args) as $profile:
    $$$body`,
        when: [isName("profile"), keepsName("profile", "body"), hasNoneOf("body", /\.(?:enable|disable)\(/)],
      },
    ],
  },
];
