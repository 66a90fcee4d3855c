import v8 from "node:v8";
import vm from "node:vm";
import type { HostMemory } from "./host";
import { holdRoom } from "./node-flags";

/** So many bytes more than after the last collection are collected soon, and so many when nobody works. */
const MUCH = 4 << 20;
const SOME = 2 << 20;
/** Milliseconds without work after which nobody does. */
const PAUSE_MS = 1_000;
/** UTF-16 units from which a document is large: about 4,000 lines. */
const LARGE = 130_000;
/** Bytes for young objects while a large document is worked on, both halves. */
const ROOM_FOR_LARGE = 8 << 20;

/**
 * Makes the process take little memory, and gives what must hear of large things. Left to itself, V8 lets garbage grow to
 * several times what a server holds that works for a few milliseconds at a time.
 */
export function keepHeapSmall(): HostMemory {
  v8.setFlagsFromString("--expose-gc");
  const collect = vm.runInNewContext("gc") as () => void;
  let kept = usedMemory();
  let timer: NodeJS.Timeout | undefined;
  let mayGrow = false;
  const collectFrom = (least: number): void => {
    if (usedMemory() - kept < least) return;
    collect();
    kept = usedMemory();
  };
  const collectInPause = (): void => {
    clearTimeout(timer);
    timer = setTimeout(collectFrom, PAUSE_MS, SOME);
    // The process must not wait for it.
    timer.unref();
  };
  return {
    working(units) {
      collectInPause();
      // What an analysis makes is dead when it ends. A small room for young objects is as fast as a large one, unless it
      // cannot hold what one analysis has in hand.
      const isLarge = units >= LARGE && roomForYoung() < ROOM_FOR_LARGE;
      if (isLarge === mayGrow) return;
      mayGrow = isLarge;
      if (isLarge) v8.setFlagsFromString("--semi-space-growth-factor=2");
      else holdRoom();
    },
    rested() {
      if (usedMemory() - kept < MUCH) return;
      clearTimeout(timer);
      timer = setTimeout(collectFrom, 0, MUCH);
    },
  };
}

/** Bytes of the heap, and of the arrays outside of it. */
function usedMemory(): number {
  const { used_heap_size: heap, external_memory: external } = v8.getHeapStatistics();
  return heap + external;
}

function roomForYoung(): number {
  const young = v8.getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space");
  return young?.space_size ?? ROOM_FOR_LARGE;
}
