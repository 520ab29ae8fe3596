import type { Random } from './task.ts';

/** A stream whose draws can be given again, for a call that was cut off through no fault of its own. */
export interface Replay extends Random {
  /** The next draws are those of the beginning again, then new ones. */
  rewind(): void;
}

/** The stream, with its draws kept as long as the object lives. Who rewinds must ask for the same draws again. */
export function replay(random: Random): Replay {
  const drawn: unknown[] = [];
  let at = 0;
  const draw = <T>(fresh: () => T): T => {
    if (at === drawn.length) drawn.push(fresh());
    return drawn[at++] as T;
  };
  return {
    next: () => draw(() => random.next()),
    int: (from, to) => draw(() => random.int(from, to)),
    pick: (items) => draw(() => random.pick(items)),
    // A copy: whoever got it may change it.
    shuffle: (items) => [...draw(() => random.shuffle(items))],
    rewind: () => void (at = 0),
  };
}
