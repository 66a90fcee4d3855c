import { parseSignature } from "../../../server/src/engine/catalogue/signature";
import { problemAt, type Rule } from "../rule";

/**
 * Flags a signature that is not in the notation `(main, /, *, debug=, **kw)`, and a parameter with a history that the
 * signature does not list: its place in a call would be lost. Silent on such a parameter when the signature ends in
 * `**kw`, behind which it may hide, and when there is no signature.
 */
export const signaturesRule: Rule = {
  name: "signatures",
  *check({ merged }) {
    for (const { id, key, entry, file } of merged) {
      if (entry.signature === undefined) continue;
      const signature = parseSignature(entry.signature);
      if (!signature) {
        yield problemAt(file, key, `${id}: "${entry.signature}" is no signature.`);
        continue;
      }
      if (signature.anyKeyword) continue;
      const listed = new Set(signature.parameters.map((parameter) => parameter.name));
      for (const name of Object.keys(entry.parameters ?? {})) {
        if (!listed.has(name)) yield problemAt(file, key, `${id}: the signature does not list "${name}".`);
      }
    }
  },
};
