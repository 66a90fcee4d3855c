import { isRead } from "../older-predicates";
import { isInWith, isType } from "../predicates";
import type { Form, Rewrite } from "../rewrite";

/** What `audioop` takes with a fragment in front. */
const FILTERS = [
  "avg",
  "avgpp",
  "bias",
  "cross",
  "lin2adpcm",
  "lin2alaw",
  "lin2lin",
  "lin2ulaw",
  "max",
  "maxpp",
  "minmax",
  "mul",
  "ratecv",
  "reverse",
  "rms",
  "tomono",
  "tostereo",
];

/** What `getparams` gives, in order. */
const PARAMETERS = ["nchannels", "sampwidth", "framerate", "nframes", "comptype", "compname"];

/** Buffers that are no bytes. */
const BUFFERS = ["builtins.bytearray", "builtins.memoryview", "array.array", "mmap.mmap"];

/** The bytes of each sample in reverse, for Pythons without `audioop.byteswap`. */
const BYTESWAP = `def byteswap(fragment, width):
    swapped = bytearray(len(fragment))
    for index in range(width):
        swapped[index::width] = fragment[width - 1 - index :: width]
    return bytes(swapped)`;

/** Older ways of sound files. */
export const soundRewrites: readonly Rewrite[] = [
  {
    id: "sound-writeframes",
    entry: "behaviour:wave.Wave_write-writeframes-bytes-like",
    mends: [
      "behaviour:wave.Wave_write-writeframesraw-bytes-like",
      "behaviour:aifc.Aifc_write-writeframes-bytes-like",
      "behaviour:aifc.Aifc_write-writeframesraw-bytes-like",
      "behaviour:sunau.Au_write-writeframes-bytes-like",
      "behaviour:sunau.Au_write-writeframesraw-bytes-like",
    ],
    names: { old: "bytes()", new: "the buffer itself" },
    forms: ["writeframes", "writeframesraw"].map((method): Form => ({
      old: `$file.${method}(bytes($data))`,
      new: `$file.${method}($data)`,
      when: [isType("data", ...BUFFERS)],
    })),
    modernise: false,
  },
  {
    id: "sound-getparams",
    entry: "behaviour:wave.getparams-named",
    mends: ["behaviour:aifc.getparams-named", "behaviour:sunau.getparams-named"],
    names: { old: "an index", new: "the name of a parameter" },
    forms: PARAMETERS.map((name, index): Form => ({
      old: `$file.getparams()[${index}]`,
      new: `$file.getparams().${name}`,
    })),
    modernise: false,
    downgrade: { when: [isRead] },
  },
  {
    id: "audioop-bytes-like",
    entry: "behaviour:audioop.bytes-like",
    names: { old: "bytes()", new: "the buffer itself" },
    forms: FILTERS.map((name): Form => ({
      old: `audioop.${name}(bytes($fragment), $$rest)`,
      new: `audioop.${name}($fragment, $$rest)`,
      when: [isType("fragment", ...BUFFERS)],
    })),
    modernise: false,
  },
  {
    id: "audioop-byteswap",
    entry: "audioop.byteswap",
    names: { old: "slices", new: "audioop.byteswap" },
    forms: [{ old: "byteswap($fragment, $width)", new: "audioop.byteswap($fragment, $width)" }],
    modernise: false,
    downgrade: { helper: { name: "byteswap", code: BYTESWAP } },
  },
  {
    id: "closing",
    entry: "behaviour:dbm.open-with",
    mends: [
      "wave.Wave_read.__enter__",
      "wave.Wave_write.__enter__",
      "aifc.Aifc_read.__enter__",
      "aifc.Aifc_write.__enter__",
      "sunau.Au_read.__enter__",
      "sunau.Au_write.__enter__",
    ],
    names: { old: "contextlib.closing", new: "with" },
    forms: ["wave.open", "sunau.open", "aifc.open", "dbm.open"].map((open): Form => ({
      old: `contextlib.closing(${open}($$any_args))`,
      new: `${open}($$any_args)`,
      when: [isInWith],
    })),
    modernise: false,
  },
];
