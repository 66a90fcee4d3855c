import { union, UNKNOWN, type Value, withoutConstant } from "./values";

/** More items than this are not looked at to find what a list or dictionary holds. */
const ITEMS_LOOKED_AT = 20;

/** The type that the items of a collection share; unknown for long and for mixed ones. */
export function commonType(values: readonly Value[]): Value {
  if (values.length > ITEMS_LOOKED_AT) return UNKNOWN;
  return commonTuple(values) ?? union(values.map(withoutConstant));
}

/** Tuples of one length are one of what each place holds: of `[("a", 1), ("b", 2)]` a text and a number. */
function commonTuple(values: readonly Value[]): Value | undefined {
  const [first] = values;
  if (values.length < 2 || first.tag !== "tuple") return undefined;
  const { length } = first.items;
  const rows = values.map((value) =>
    value.tag === "tuple" && value.items.length === length ? value.items : [],
  );
  if (rows.some((row) => row.length !== length)) return undefined;
  return { tag: "tuple", items: first.items.map((_, place) => commonType(rows.map((row) => row[place]))) };
}
