import { isType } from "../predicates";
import type { Form, Rewrite } from "../rewrite";
import { hasNoneOf, isNotKnownNone } from "../result-predicates";

const BYTES = ["builtins.bytes", "builtins.bytearray", "builtins.memoryview"] as const;
const ALGORITHMS = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s"];
const ENCODERS = ["b64encode", "b32encode", "b16encode", "standard_b64encode", "urlsafe_b64encode"];

/** Better ways of hashes and encodings. */
export const hashRewrites: readonly Rewrite[] = [
  {
    id: "hmac-digest",
    entry: "hmac.digest",
    oldSince: 4,
    names: { old: "hmac.new", new: "hmac.digest" },
    forms: [
      { old: "hmac.new($key, $message, $name).digest()", new: "hmac.digest($key, $message, $name)" },
      {
        old: "hmac.new($key, $message, $name).hexdigest()",
        new: "hmac.digest($key, $message, $name).hex()",
        downgrade: false,
      },
    ],
    modernise: { when: [isType("message", ...BYTES), isNotKnownNone("name")] },
  },
  {
    id: "hmac-digest-name",
    entry: "behaviour:hmac.new-digestmod-name",
    names: { old: "hashlib", new: "the name of the algorithm" },
    forms: ALGORITHMS.flatMap((name): Form[] => [
      {
        old: `hmac.new($$args, hashlib.${name})`,
        new: `hmac.new($$args, "${name}")`,
        oldAnchor: `hashlib.${name}`,
      },
      {
        old: `hmac.new($$args, digestmod=hashlib.${name})`,
        new: `hmac.new($$args, digestmod="${name}")`,
        oldAnchor: `hashlib.${name}`,
      },
    ]),
  },
  {
    id: "hmac-bytes",
    entry: "behaviour:hmac.new-key-bytearray",
    mends: ["behaviour:hmac.new-msg-bytes-like"],
    names: { old: "bytes()", new: "the buffer itself" },
    forms: [
      {
        old: "hmac.new(bytes($key), $$rest)",
        new: "hmac.new($key, $$rest)",
        when: [isType("key", "builtins.bytearray")],
      },
      {
        old: "hmac.new($key, bytes($message), $$rest)",
        new: "hmac.new($key, $message, $$rest)",
        when: [isType("message", "builtins.memoryview", "array.array")],
      },
    ],
    modernise: false,
  },
  {
    id: "hmac-digestmod-default",
    entry: "behaviour:hmac.new-digestmod-default",
    names: { old: "hmac.new", new: "digestmod" },
    forms: [
      { old: "hmac.new($key)", new: 'hmac.new($key, digestmod="md5")' },
      { old: "hmac.new($key, $message)", new: 'hmac.new($key, $message, digestmod="md5")' },
    ],
    downgrade: false,
  },
  {
    id: "base64-bytes-like",
    entry: "behaviour:base64.bytes-like",
    names: { old: "bytes()", new: "the object itself" },
    forms: ENCODERS.flatMap((name) => [name, name.replace("encode", "decode")]).map((name) => ({
      old: `base64.${name}(bytes($view))`,
      new: `base64.${name}($view)`,
      when: [isType("view", "builtins.memoryview", "array.array")],
    })),
    modernise: {
      safety: "unsafe",
      differs: "contiguous-only",
      when: [hasNoneOf("view", /\[[^\]]*:[^\]]*:/)],
    },
  },
];
