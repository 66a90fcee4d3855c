import { ALL_MINORS, type MinorSet } from "../version";
import type { Narrowing } from "./narrowing";
import type { Context } from "./context";
import { type Branch, NOTHING } from "./flow";

/** Walks a branch from the present point and comes back to it. */
export function branch(
  ctx: Context,
  reach: MinorSet,
  narrowings: readonly Narrowing[],
  walk: () => void,
): Branch {
  const before = ctx.reach;
  const flow = ctx.flowOf(ctx.scope);
  const mark = flow?.mark() ?? 0;
  for (const [name, value] of narrowings) flow?.set(name, value);
  ctx.reach = reach;
  walk();
  const after = ctx.reach;
  ctx.reach = before;
  return { after, changed: flow?.rollback(mark) ?? NOTHING };
}

/** Goes on from where several branches end; those that do not come to their end leave nothing behind. */
export function join(ctx: Context, branches: readonly Branch[]): void {
  const live = branches.filter(({ after }) => after !== 0);
  // Where no branch comes to its end nothing goes on; what follows is walked as if any had.
  ctx
    .flowOf(ctx.scope)
    ?.merge(live.length ? live : branches.map(({ changed }) => ({ changed, after: ALL_MINORS })));
  ctx.reach = live.reduce((set, { after }) => set | after, 0);
}
