import v8 from "node:v8";
import vm from "node:vm";

/** After so many documents that rest, what they held is worth collecting. */
const MANY = 2;
/** Milliseconds of rest after which the last few are. */
const PAUSE_MS = 1_000;

/**
 * Makes the process take little memory, and gives what is to be called when something large was let go of. Left to itself,
 * V8 lets garbage grow to several times what a server holds that works for a few milliseconds at a time.
 */
export function keepHeapSmall(): () => void {
  // What an analysis makes is dead when it ends: a small room for young objects is as fast as a large one.
  v8.setFlagsFromString("--semi-space-growth-factor=1");
  v8.setFlagsFromString("--expose-gc");
  const collect = vm.runInNewContext("gc") as () => void;
  let count = 0;
  let timer: NodeJS.Timeout | undefined;
  return () => {
    count = (count + 1) % MANY;
    clearTimeout(timer);
    timer = setTimeout(collect, count === 0 ? 0 : PAUSE_MS);
    // The process must not wait for it.
    timer.unref();
  };
}
