import type { Mixture, MixtureEntry } from '../graph/graph.ts';
import { type Standing } from './curriculum.ts';
import { type SchedulePoint } from './schedule.ts';
/** One task drawn for one prompt. */
export interface Draw {
    readonly entry: MixtureEntry;
    /** The entry's place in the mixture. */
    readonly index: number;
    /** How often the entry had been drawn before in the run: the number of its problem. */
    readonly nth: number;
    /** The level that the curriculum has the entry at; null: the mixture has no curriculum, or the entry no levels. */
    readonly level: number | null;
}
/** What the responses to one drawn prompt came to. */
export interface PassRate {
    /** The place in the mixture of the entry that it was drawn from. */
    readonly index: number;
    /** The share of them that were wholly right. */
    readonly passRate: number;
}
/** A curriculum raised or lowered the level of an entry. */
export interface Move {
    readonly entry: string;
    readonly from: number;
    readonly to: number;
    /** Over the window that caused it. */
    readonly passRate: number;
}
export interface Share {
    readonly name: string;
    readonly drawn: number;
    /** Mean over the draws so far of the share that the weights asked for. */
    readonly requested: number;
    readonly realised: number;
}
export interface MixtureState {
    stream: string;
    /** By the entry's name: how often it was drawn, and how often its weights asked for it. */
    entries: Record<string, {
        drawn: number;
        requested: number;
    }>;
    /** By the entry's name; null: the mixture has no curriculum. */
    curriculum: Record<string, Standing> | null;
}
/**
 * Draws tasks by scheduled weight from a stream of its own. Each draw takes one number of the
 * stream, whatever the batch size: with weights that stand still, 2 x 8 draws are the same as 16.
 */
export declare class MixtureSampler {
    readonly name: string;
    readonly mixture: Mixture;
    private stream;
    private drawn;
    private asked;
    private readonly levels;
    private standings;
    /** `name` and `seed` name the stream; stages that draw from the same mixture share its sampler. */
    constructor(name: string, mixture: Mixture, seed: number);
    /**
     * The share of each entry at the coming step, summing to 1. An entry counts from the step
     * numbered `from` up to, not including, the step numbered `until`.
     * Throws ProrlError where no entry has a weight, or one is negative or not finite.
     */
    requested(at: SchedulePoint): number[];
    /** The tasks of a step's prompts, in order. */
    draw(count: number, at: SchedulePoint): Draw[];
    /**
     * Takes what the prompts of a step came to, in the order in which they were drawn, and moves levels.
     * Without a curriculum nothing happens.
     */
    observe(outcomes: readonly PassRate[]): Move[];
    /** Where each entry of an adaptive mixture stands: its level, and its pass rate once a window is full. */
    standing(): {
        name: string;
        level: number;
        last: number;
        passRate: number | null;
        factor: number;
    }[];
    private factor;
    /** Requested and realised shares over the run so far; zeros before the first draw. */
    shares(): Share[];
    state(): MixtureState;
    /** Goes on exactly where the state was taken. Throws ProrlError where it is of another mixture. */
    restore(state: MixtureState): void;
}
/**
 * What the draws of a step tell of each entry, keyed as metrics: its realised share (`share.ENTRY`), the share
 * that its weight asked for (`share.ENTRY.requested`), and in an adaptive mixture the level that it was drawn at
 * (`curriculum.ENTRY.level`).
 */
export declare function drawMetrics(sampler: MixtureSampler, draws: readonly Draw[], requested: readonly number[]): Record<string, number>;
