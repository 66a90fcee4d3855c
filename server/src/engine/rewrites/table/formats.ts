import { NodeKind } from "../../syntax/node-kind";
import type { NodeIndex, SyntaxTree } from "../../syntax/syntax-tree";
import type { Match } from "../matcher";
import type { Subject } from "../predicate";
import { holeOf } from "../predicates";
import type { Form, Rewrite } from "../rewrite";

/** What `%` puts numbers in by: the same in text and in bytes, and refused alike for what is no number. */
const NUMBERS_ONLY = /^(?:[^%]|%%|%[-+ #0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?[diuxXoeEfFgG])*$/;

/** Escapes of what is no ASCII, so that text and bytes mean different things by them, or may. */
const NOT_ASCII = /\\(?:[uUN]|x[89a-fA-F]|[2-7][0-7]{2})/;

/** The literal of a format of text as one of bytes. */
function asBytes(match: Match, { tree }: Subject): Record<string, string> | undefined {
  const text = numberFormat(tree, holeOf(match, "format")[0], /^["']/);
  return text === undefined ? undefined : { bytes: `b${text}` };
}

/** The literal of a format of bytes as one of text. */
function asText(match: Match, { tree }: Subject): Record<string, string> | undefined {
  const text = numberFormat(tree, holeOf(match, "bytes")[0], /^[bB]["']/);
  return text === undefined ? undefined : { format: text.slice(1) };
}

function numberFormat(tree: SyntaxTree, node: NodeIndex | undefined, opening: RegExp): string | undefined {
  if (node === undefined || tree.kind(node) !== NodeKind.String) return undefined;
  const text = tree.textOf(node);
  const isPlain = /^[\x20-\x7e]*$/.test(text) && !NOT_ASCII.test(text);
  return isPlain && opening.test(text) && NUMBERS_ONLY.test(text) && text.includes("%") ? text : undefined;
}

/** The codecs that write ASCII as it is. */
const CODECS = ['"ascii"', '"utf-8"', '"utf8"', '"latin-1"', ""];

/** Better ways of formats. */
export const formatRewrites: readonly Rewrite[] = [
  {
    id: "bytes-percent",
    entry: "builtins.bytes.__mod__",
    names: { old: "encode", new: 'b"…" % …' },
    forms: CODECS.map((codec, index): Form => ({
      old: `($format % $value).encode(${codec})`,
      new: "$bytes % $value",
      oldAnchor: "builtins.str.encode",
      newAnchor: "binary_operator",
      ...(index > 0 && { downgrade: false as const }),
    })),
    modernise: { derive: asBytes },
    downgrade: { derive: asText },
  },
];
