import v8 from "node:v8";
import vm from "node:vm";
import type { HostMemory } from "./host";
import { holdRoom } from "./node-flags";

/** So many bytes more than after the last collection are collected at once, soon, and when nobody works. */
const TOO_MUCH = 8 << 20;
const MUCH = 4 << 20;
const SOME = 2 << 20;
/** Milliseconds without work after which what is done for all open documents is done, and after which nobody works. */
const SHORT_PAUSE_MS = 100;
const PAUSE_MS = 1_000;
/** UTF-16 units from which a document is large: about 2,000 lines. */
const LARGE = 70_000;
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
  let isMuch = false;
  let mayGrow = false;
  const collectFrom = (least: number): void => {
    if (usedMemory() - kept < least) return;
    collect();
    kept = usedMemory();
    isMuch = false;
  };
  const collectAfter = (pause: number, least: number): void => {
    clearTimeout(timer);
    timer = setTimeout(collectFrom, pause, least);
    // The process must not wait for it.
    timer.unref();
  };
  return {
    working(units) {
      if (isMuch) collectAfter(SHORT_PAUSE_MS, SOME);
      else collectAfter(PAUSE_MS, SOME);
      // What an analysis makes is dead when it ends. A small room for young objects is as fast as a large one, unless it
      // cannot hold what one analysis has in hand.
      const isLarge = units >= LARGE && roomForYoung() < ROOM_FOR_LARGE;
      if (isLarge === mayGrow) return;
      mayGrow = isLarge;
      if (isLarge) v8.setFlagsFromString("--semi-space-growth-factor=2");
      else holdRoom();
    },
    rested() {
      const more = usedMemory() - kept;
      if (more < MUCH) return;
      // Nobody should wait for it who waits for several documents, one after the other.
      isMuch = true;
      if (more < TOO_MUCH) collectAfter(SHORT_PAUSE_MS, MUCH);
      else collectAfter(0, MUCH);
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
