import type { Gradients } from './gradients.ts';
import type { Policy } from './policy.ts';
import type { WeightData } from './safetensors.ts';
export interface AdamWOptions {
    readonly beta1?: number;
    readonly beta2?: number;
    readonly epsilon?: number;
}
/** What may change from one update to the next. */
export interface StepSettings {
    readonly rate: number;
    /** Decoupled; acts on matrices, not on gains and biases. Default: 0. */
    readonly weightDecay?: number;
    /** Longest gradient, as a Euclidean norm over all weights; longer ones are scaled down. Default: no limit. */
    readonly clipNorm?: number;
}
export interface StepReport {
    /** Euclidean norm of the gradient over all weights, before clipping. */
    readonly gradNorm: number;
    /** True where the gradient was not finite: then nothing was changed. */
    readonly skipped: boolean;
}
/** Moments and step count, exact to the bit; tensors are named `m.WEIGHT` and `v.WEIGHT`. */
export interface AdamWState {
    readonly step: number;
    readonly tensors: WeightData;
}
/** Adam with decoupled weight decay (Loshchilov and Hutter 2019, arXiv:1711.05101, algorithm 2). */
export declare class AdamW {
    private readonly policy;
    private readonly options;
    private readonly moments;
    private steps;
    constructor(policy: Policy, options?: AdamWOptions);
    /** Number of updates since the start or the last `clear`. */
    get count(): number;
    /** One update. The gradients stay the caller's. */
    step(gradients: Gradients, { rate, weightDecay, clipNorm }: StepSettings): Promise<StepReport>;
    /** Forgets the moments and the step count, as a reset of the optimizer does. */
    clear(): void;
    state(): Promise<AdamWState>;
    /** Takes a state that `state` gave; one that does not fit is refused whole. */
    restore({ step, tensors }: AdamWState): void;
    dispose(): void;
}
