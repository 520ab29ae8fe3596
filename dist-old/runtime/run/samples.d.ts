import type { Group } from '../stages/batch.ts';
import type { Verdict } from '../tasks/task.ts';
/** Sampled responses as the run record keeps them: one a line. */
export declare const SAMPLES_FILE = "samples.jsonl";
/** A response of a step, with all that judging it again takes. */
export interface SampleRecord {
    /** The step that it was sampled at; the first is 1. */
    step: number;
    stage: string;
    /** The mixture's entry that posed the problem. */
    task: string;
    level: number | null;
    prompt: string;
    /** The reference answer. */
    answer: string;
    /** What the task keeps of the problem besides; absent where it keeps nothing. */
    data?: unknown;
    response: string;
    /** Cut off at the token limit. */
    truncated: boolean;
    /** Response tokens, the end token included. */
    tokens: number;
    score: number;
    correct: boolean;
    /** After shaping. */
    reward: number;
}
/** The first `most` responses of the step to each entry, from different problems as far as there are. */
export declare function sampleRecords(of: {
    step: number;
    stage: string;
}, groups_G: readonly Group[], verdicts_GS: readonly (readonly Verdict[])[], rewards_GS: readonly (readonly number[])[], most: number): SampleRecord[];
export declare function appendSamples(folder: string, records: readonly SampleRecord[]): void;
/** Cuts off what was sampled after the step that a run goes on from: it is sampled again. */
export declare function cutSamples(folder: string, step: number): void;
