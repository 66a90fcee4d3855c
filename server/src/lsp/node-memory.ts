import v8 from "node:v8";
import vm from "node:vm";
import type { HostMemory } from "./host";

/** After so many documents that rest, what they held is worth collecting. */
const MANY = 2;
/** Milliseconds of rest after which the last few are. */
const PAUSE_MS = 1_000;
/** UTF-16 units from which a document is large: about 4,000 lines. */
const LARGE = 130_000;
/** Bytes for young objects while a large document is worked on, both halves. */
const ROOM_FOR_LARGE = 8 << 20;

// Loading the program makes what stays: without this, V8 would take that for a reason to make more room for young objects,
// and never give it back. Whoever imports this module first has the least memory.
holdRoom();

/**
 * Makes the process take little memory, and gives what must hear of large things. Left to itself, V8 lets garbage grow to
 * several times what a server holds that works for a few milliseconds at a time.
 */
export function keepHeapSmall(): HostMemory {
  v8.setFlagsFromString("--expose-gc");
  const collect = vm.runInNewContext("gc") as () => void;
  let count = 0;
  let timer: NodeJS.Timeout | undefined;
  let mayGrow = false;
  return {
    working(units) {
      // What an analysis makes is dead when it ends. A small room for young objects is as fast as a large one, unless it
      // cannot hold what one analysis has in hand.
      const isLarge = units >= LARGE && roomForYoung() < ROOM_FOR_LARGE;
      if (isLarge === mayGrow) return;
      mayGrow = isLarge;
      if (isLarge) v8.setFlagsFromString("--semi-space-growth-factor=2");
      else holdRoom();
    },
    rested() {
      count = (count + 1) % MANY;
      clearTimeout(timer);
      timer = setTimeout(collect, count === 0 ? 0 : PAUSE_MS);
      // The process must not wait for it.
      timer.unref();
    },
  };
}

/** The room for young objects stays as large as it is. */
function holdRoom(): void {
  v8.setFlagsFromString("--semi-space-growth-factor=1");
}

function roomForYoung(): number {
  const young = v8.getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space");
  return young?.space_size ?? ROOM_FOR_LARGE;
}
