import { Ajv2020 } from "ajv/dist/2020";
import schema from "../../schema/module.schema.json";
import { problemAt, type Problem, type Rule } from "../rule";

/** Errors of one file that are told; the rest is mostly the same mistake again. */
const MOST_TOLD = 20;

/**
 * Flags what `module.schema.json` does not allow: an unknown member, a version that is none, a key that may not stand
 * beside an alias. Silent when the file is of the format that the build reads.
 */
export const schemaRule: Rule = {
  name: "schema",
  *check({ files }) {
    const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
    for (const file of files) {
      if (validate(file.source)) continue;
      const told = new Map<string, Problem>();
      for (const { instancePath, message, params } of validate.errors ?? []) {
        const key = /^\/entries\/([^/]*)/.exec(instancePath)?.[1];
        const where = instancePath === "" ? "The file" : instancePath.slice(1);
        const extra = Object.values(params as Record<string, unknown>).filter(
          (one) => typeof one === "string",
        );
        const text = `${unescapePointer(where)} ${message ?? "is not allowed"}${extra.length ? ` (${extra.join(", ")})` : ""}.`;
        told.set(text, problemAt(file, key === undefined ? "" : unescapePointer(key), text));
      }
      yield* [...told.values()].slice(0, MOST_TOLD);
    }
  },
};

function unescapePointer(pointer: string): string {
  return pointer.replaceAll("~1", "/").replaceAll("~0", "~");
}
