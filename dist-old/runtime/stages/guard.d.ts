import type { AdamW, AdamWState } from '../model/adamw.ts';
import type { Policy } from '../model/policy.ts';
interface Guarded {
    readonly policy: Policy;
    readonly reference: {
        readonly policy: Policy;
    } | null;
    readonly optimizer: AdamW;
}
/**
 * Policy, reference and optimizer as they were at the end of a step: what a guard rolls back to. The weights
 * stay on the backend, where a copy costs nothing until one of the two changes.
 */
export interface GoodState {
    readonly step: number;
    readonly policy: Policy;
    readonly reference: Policy | null;
    readonly optimizer: AdamWState;
}
export declare function takeGoodState(step: number, of: Guarded): Promise<GoodState>;
/** Puts weights and moments back. What is random goes on: the next step samples anew. */
export declare function rollBack(to: GoodState, of: Guarded): void;
export declare function disposeGoodState(state: GoodState | null): void;
export {};
