/** An accelerator as its maker's data sheet describes it. */
export interface Accelerator {
    readonly name: string;
    /** Bytes of memory. */
    readonly memory: number;
    /** Dense bf16 FLOP a second. */
    readonly peak: number;
    /** Bytes of memory read a second. */
    readonly bandwidth: number;
}
/** A number of accelerators of a kind. */
export interface Machine {
    readonly count: number;
    readonly accelerator: Accelerator;
}
export declare const acceleratorNames: readonly string[];
/** Reads `32xH100`, or `H100` for one; null where it is neither, or the accelerator is unknown. */
export declare function parseMachine(text: string): Machine | null;
/**
 * What an accelerator gives of its peak, waiting counted in.
 *
 * Updates: 30%. Teams report 25 to 45% for updates of policies of some billion parameters with packed sequences.
 *
 * Rollouts: 1.1% on an A100, and on others in proportion to memory bandwidth over peak: decoding reads all
 * weights and all cached keys and values for one token of each response, so that bandwidth bounds it; and the
 * batch thins out while the longest responses are waited for. The figure is what two published runs of a 1.5B
 * policy, trained to the end on such machines, leave for rollouts once their updates at 30% are taken off; what
 * verifiers, weight transfers and validation took is in it:
 * - DeepScaleR-1.5B: 3800 A100-hours; 1040 steps of 128 x 8 responses of about 3.5k tokens, 500 of 128 x 16 of
 *   about 5.5k and 210 of 128 x 16 of about 6k: 12e9 tokens. With a reference policy, so 8 N a token in updates: 1.0%.
 * - JustRL-1.5B (arXiv:2512.16649): 32 A800 for about 15 days; 4380 steps of 256 x 8 responses of about 5k
 *   tokens: 45e9 tokens. Without a reference policy, 6 N: 1.2%.
 * These runs' hours, steps and batches have yet to be checked against their own reports.
 */
export declare function typicalUtilisation({ peak, bandwidth }: Accelerator): {
    rollout: number;
    training: number;
};
