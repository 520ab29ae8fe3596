import type { Random, Range } from '../../runtime/tasks/index.ts';

/** A road between two places, counted from 0, with its length. */
export type Road = readonly [a: number, b: number, length: number];

export interface Map {
  readonly places: number;
  readonly roads: readonly Road[];
}

const NAMES = 'abcdefghijklmnopqrst';

/** Roads that link all places: a random tree, and `extra` roads more where there is room. */
export function drawMap(places: number, extra: number, lengths: Range, random: Random): Map {
  const pairs = new Set<string>();
  const roads: Road[] = [];
  const add = (a: number, b: number) => {
    const key = `${Math.min(a, b)},${Math.max(a, b)}`;
    if (a === b || pairs.has(key)) return;
    pairs.add(key);
    roads.push([Math.min(a, b), Math.max(a, b), random.int(lengths.from, lengths.to)]);
  };
  const order = random.shuffle(Array.from({ length: places }, (_, i) => i));
  for (let i = 1; i < places; i++) add(order[i] ?? 0, order[random.int(0, i - 1)] ?? 0);
  for (let i = 0; i < extra; i++) add(random.int(0, places - 1), random.int(0, places - 1));
  return { places, roads: random.shuffle(roads) };
}

/** `ab3 bc12`. */
export function writeRoads({ roads }: Map): string {
  return roads.map(([a, b, length]) => `${nameOf(a)}${nameOf(b)}${length}`).join(' ');
}

export function nameOf(place: number): string {
  return NAMES.charAt(place);
}

export function placeOf(name: string): number {
  return NAMES.indexOf(name);
}
