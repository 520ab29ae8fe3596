import type { Curriculum, MixtureEntry } from '../graph/graph.ts';
/** Where an entry of an adaptive mixture stands, as plain JSON. */
export interface Standing {
    readonly level: number;
    /** The pass rates of the latest prompts posed at this level, the oldest first; at most a window of them. */
    readonly recent: readonly number[];
}
/** What a prompt came to: the share of its responses that were wholly right, and the level it was posed at. */
export interface Outcome {
    readonly level: number;
    readonly passRate: number;
}
export interface Levels {
    readonly first: number;
    readonly last: number;
}
/** The levels that an entry may be drawn at; an entry without levels is a level of its own. */
export declare function levelsOf({ levels }: MixtureEntry): Levels;
export declare function startStanding(levels: Levels): Standing;
/** The mean pass rate over the window; null while the level was not tried as often as that. */
export declare function passRate({ window }: Curriculum, { recent }: Standing): number | null;
/**
 * Takes what a prompt came to. A full window above the band raises the level by one, one below it lowers it
 * by one, as far as there are levels; the new level begins with an empty window, so that it is kept for at
 * least a window of prompts. A prompt that was posed at another level than the present one says nothing.
 */
export declare function advance(curriculum: Curriculum, levels: Levels, standing: Standing, outcome: Outcome): Standing;
/**
 * What an entry's weight is multiplied by: the curriculum's floor where its pass rate lies outside the band
 * and no level is left to move to, else 1. Such prompts teach little: their groups are all right or all wrong.
 */
export declare function weightFactor(curriculum: Curriculum, levels: Levels, standing: Standing): number;
