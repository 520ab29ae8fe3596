import type { CarefulVerifier } from '../tasks/careful.ts';
import type { Verdict } from '../tasks/task.ts';
import { VerifierFailure } from '../tasks/verifier-failure.ts';
import type { Group, Prompt, Response } from './batch.ts';
/** How the responses of a step or of an evaluation are judged. */
export interface Judging {
    /** Null: each task's own verifier judges. */
    readonly verifier: CarefulVerifier | null;
    /** What a verifier that fails brings about: an error, or that the response leaves its group. */
    readonly onFailure: 'stop' | 'skip';
    /** Milliseconds that judging one response may take; null: the verifier's own limit. */
    readonly limit: number | null;
    readonly retries: number;
    /** Responses that are judged at the same time. */
    readonly concurrency: number;
}
/** By each task's own verifier, and an error where one fails: how suites are measured. */
export declare const OWN_VERIFIERS: Judging;
/** The responses to one prompt that were judged, each with its verdict. */
export interface ScoredGroup extends Group {
    readonly verdicts_S: readonly Verdict[];
}
export interface Scored {
    /** In the order of the rollout. */
    readonly groups_G: readonly ScoredGroup[];
    /** Why responses are missing from them, one failure for each. */
    readonly failed: readonly VerifierFailure[];
}
/**
 * Judges responses while others are still being written: each from the moment it has ended. Verdicts go by place,
 * so that it does not matter in which order they come.
 */
export declare class Scoring {
    private readonly judging;
    private readonly queue;
    private readonly ended;
    private readonly outcomes_GS;
    constructor(judging: Judging);
    /** Begins to judge response `s` of group `g`. */
    begin(g: number, s: number, prompt: Prompt, response: Response): void;
    /**
     * Waits for all verdicts. A response whose verifier failed leaves its group, and a group of which fewer than two
     * remain is left out: there is nothing to compare with. Throws the VerifierFailure itself where that is to stop
     * the run, and where so many failed that not `least` groups remain.
     */
    finish(groups_G: readonly Group[], least?: number): Promise<Scored>;
    private judge;
}
