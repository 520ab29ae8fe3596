import { type Mixture, type Suite } from '../graph/index.ts';
import type { Policy } from '../model/policy.ts';
import type { Tokenizer } from '../model/tokenizer.ts';
import type { Prompt } from './batch.ts';
import { type TaskBook } from './sample.ts';
/** A suite with its held-out problems, which stay the same for the whole run. */
export interface HeldoutSuite {
    readonly name: string;
    readonly suite: Suite;
    readonly entries: readonly string[];
    /** The domains that the entries are of, with their entries. */
    readonly domains: ReadonlyMap<string, readonly string[]>;
    readonly prompts: readonly Prompt[];
    /** Entries whose settings hold fewer held-out problems than their share. */
    readonly short: readonly {
        entry: string;
        wanted: number;
        found: number;
    }[];
}
/** What a suite measured: of all its problems, of each entry's, and of each domain's. */
export interface Measured {
    readonly all: Record<string, number>;
    readonly tasks: Record<string, Record<string, number>>;
    readonly domains: Record<string, Record<string, number>>;
}
/**
 * Draws a suite's problems, each entry's from a stream of its own: they depend on the seed, the suite's name
 * and the entry alone. `weights` are the mixture's at step 0, which share out the problems.
 */
export declare function drawSuite(name: string, suite: Suite, mixture: Mixture, weights: readonly number[], from: {
    seed: number;
    tasks: TaskBook;
    tokenizer: Tokenizer;
}): Promise<HeldoutSuite>;
/**
 * Shares a number of problems out by weight, largest remainders first and at least one each. An entry
 * without weight gets 1/n of the problems; the rest goes to the others by weight.
 */
export declare function shareOut(problems: number, weights: readonly number[]): number[];
/**
 * Samples every problem of the suite and measures pass@1, the unbiased pass@k, response length and the
 * share of truncated responses. The sampling stream is the same at every evaluation: the figures are a
 * function of the policy, and change between two evaluations because the policy did. Throws VerifierFailure where
 * a verifier fails: a figure of fewer responses would not be comparable.
 */
export declare function evaluate(model: {
    policy: Policy;
    tokenizer: Tokenizer;
}, held: HeldoutSuite, seed: number, maxSequences: number, onProgress?: (done: number, of: number) => void): Promise<Measured>;
/** The measurements under the names by which triggers and schedules know them (`SUITE.pass@K`, `SUITE.ENTRY.pass@K`, `SUITE.domain.DOMAIN.pass@K`). */
export declare function suiteReadings(suite: string, measured: Measured): Record<string, number>;
