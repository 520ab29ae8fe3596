import type { Random, Range } from '../../runtime/tasks/index.ts';
/** A road between two places, counted from 0, with its length. */
export type Road = readonly [a: number, b: number, length: number];
export interface Map {
    readonly places: number;
    readonly roads: readonly Road[];
}
/** Roads that link all places: a random tree, and `extra` roads more where there is room. */
export declare function drawMap(places: number, extra: number, lengths: Range, random: Random): Map;
/** `ab3 bc12`. */
export declare function writeRoads({ roads }: Map): string;
export declare function nameOf(place: number): string;
export declare function placeOf(name: string): number;
