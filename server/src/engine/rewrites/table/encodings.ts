import { NodeKind } from "../../syntax/node-kind";
import { isNotNone, isPositiveNumber, isType, onHole } from "../predicates";
import type { Form, Rewrite } from "../rewrite";

/** Random bytes by their count; the older way refuses none of them. */
const randomBytes: readonly Form[] = ["8 * $count", "$count * 8"].flatMap((bits, index): Form[] => [
  {
    old: `random.getrandbits(${bits}).to_bytes($count, "little")`,
    new: "random.randbytes($count)",
    when: [isPositiveNumber("count")],
    ...(index > 0 && { downgrade: false as const }),
  },
  {
    old: `random.getrandbits(${bits}).to_bytes($count, "little")`,
    new: "random.randbytes($count)",
    downgrade: index > 0 ? false : { safety: "unsafe", differs: "none-refused" },
  },
]);

/** Better ways of bytes, random data and ASCII. */
export const encodingRewrites: readonly Rewrite[] = [
  {
    id: "secrets-token-hex",
    entry: "secrets.token_hex",
    names: { old: "os.urandom", new: "secrets.token_hex" },
    forms: [
      {
        old: 'binascii.hexlify(os.urandom($count)).decode("ascii")',
        new: "secrets.token_hex($count)",
        when: [onHole("count", "may-be-none", (node, { tree }) => tree.kind(node) !== NodeKind.None)],
        downgrade: { when: [isNotNone("count")] },
      },
      {
        old: "os.urandom($count).hex()",
        new: "secrets.token_hex($count)",
        oldAnchor: "os.urandom",
        downgrade: false,
      },
    ],
  },
  {
    id: "bytes-hex",
    entry: "builtins.bytes.hex",
    names: { old: "binascii.hexlify", new: "bytes.hex" },
    forms: ["ascii", "utf-8", "utf8", ""].map((name, index): Form => ({
      old: `binascii.hexlify($data).decode(${name === "" ? "" : `"${name}"`})`,
      new: "$data.hex()",
      ...(index > 0 && { downgrade: false as const }),
    })),
    modernise: { when: [isType("data", "builtins.bytes", "builtins.bytearray", "builtins.memoryview")] },
    downgrade: { when: [isType("data", "builtins.bytes")] },
  },
  {
    id: "str-isascii",
    entry: "builtins.str.isascii",
    names: { old: "ord() < 128", new: "str.isascii" },
    forms: [
      { old: "all(ord($char) < 128 for $char in $text)", new: "$text.isascii()" },
      { old: "all(ord($char) <= 127 for $char in $text)", new: "$text.isascii()", downgrade: false },
    ],
    modernise: { when: [isType("text", "builtins.str")] },
    downgrade: { when: [isType("text", "builtins.str")], fresh: { char: "char" } },
  },
  {
    id: "secrets-choice",
    entry: "secrets.choice",
    names: { old: "random.SystemRandom", new: "secrets.choice" },
    forms: [{ old: "random.SystemRandom().choice($items)", new: "secrets.choice($items)" }],
  },
  {
    id: "secrets-randbelow",
    entry: "secrets.randbelow",
    names: { old: "random.SystemRandom", new: "secrets.randbelow" },
    forms: [
      {
        old: "random.SystemRandom().randrange($limit)",
        new: "secrets.randbelow($limit)",
        when: [isPositiveNumber("limit")],
      },
    ],
  },
  {
    id: "secrets-token-bytes",
    entry: "secrets.token_bytes",
    names: { old: "os.urandom", new: "secrets.token_bytes" },
    forms: [
      {
        old: "os.urandom($count)",
        new: "secrets.token_bytes($count)",
        when: [isNotNone("count")],
      },
    ],
    modernise: false,
  },
  {
    id: "secrets-compare-digest",
    entry: "secrets.compare_digest",
    names: { old: "hmac.compare_digest", new: "secrets.compare_digest" },
    forms: [{ old: "hmac.compare_digest", new: "secrets.compare_digest" }],
    modernise: false,
  },
  {
    id: "randbytes",
    entry: "random.randbytes",
    oldSince: 2,
    names: { old: "random.getrandbits", new: "random.randbytes" },
    forms: randomBytes,
  },
  {
    id: "random-choices",
    entry: "random.choices",
    names: { old: "random.choice", new: "random.choices" },
    forms: [
      {
        old: "[random.choice($items) for $i in range($count)]",
        new: "random.choices($items, k=$count)",
      },
    ],
    modernise: {
      safety: "unsafe",
      differs: "other-choices",
      when: [isType("items", "builtins.list", "builtins.tuple", "builtins.str")],
    },
    downgrade: {
      safety: "unsafe",
      differs: "other-choices",
      when: [isType("items", "builtins.list", "builtins.tuple", "builtins.str")],
      fresh: { i: "_" },
    },
  },
];
