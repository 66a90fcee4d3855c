import type { FixRefusal } from "../engine/findings";

/** Why a rewrite is refused, by the key that the table of rewrites gives. A sentence without its full stop. */
const REASONS: Readonly<Record<string, string>> = {
  "bases-unknown": "The class may have bases of its own",
  "evaluated-once":
    "An expression would be evaluated a different number of times, and may do more than give a value",
  "handlers-follow": "Another handler follows, which would not be reached",
  "has-effects": "Evaluating an expression once more or once less may make a difference",
  "has-keywords": "The call has keyword arguments",
  "in-loop": "The code stands in a loop, where the better form costs more",
  "is-decorated": "The definition has decorators",
  "is-guard": "The code tests whether something is there that some targeted Python lacks",
  "is-interrupted": "Other code may run in between, where it yields or awaits",
  "is-literal": "A value is a literal",
  "is-text": "An operand is a text, which `|` cannot join",
  "lengths-unknown": "The points are not known to have the same number of coordinates",
  "may-be-none": "A value may be `None`",
  "needs-order": "Other code may need the methods of an ordered dictionary",
  "not-a-coroutine": "The argument is not known to be a coroutine",
  "not-a-decorator": "The call is not the whole of a decorator",
  "not-a-literal": "A value is not a literal that allows it",
  "not-a-name": "An operand is more than a name",
  "not-an-annotation": "The expression is not an annotation, so that its value may be used",
  "not-in-async": "The code does not stand in an `async def`",
  "not-in-except": "The name does not stand in an `except` clause",
  "not-in-with": "The expression is not what a `with` statement enters",
  "not-shown": "The two forms cannot be shown to do the same here",
  "other-class": "The class around it is of another kind",
  "part-of-more": "The union is a part of a longer one",
  "result-used": "The result is used",
  "text-unknown": "The form of the text is not known",
  "type-unknown": "The type of a value is not known",
  "used-elsewhere": "A name is used elsewhere, too",
};

/** Every key that has words, for tests that hold the table of rewrites against them. */
export const WORDED_REASONS: readonly string[] = Object.keys(REASONS);

/** Words why a rewrite is not offered, as a menu shows it beside the title. Throws for a reason without words. */
export function refusalReason({ reason }: Pick<FixRefusal, "reason">): string {
  const words = Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined;
  if (words === undefined) throw new Error(`no words are written for the reason “${reason}”`);
  return words;
}
