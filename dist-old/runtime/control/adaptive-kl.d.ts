import type { StagePlan } from '../graph/resolve.ts';
import { type SchedulePoint } from './schedule.ts';
/**
 * The coefficient of the KL term of a stage. Where the term has a target it starts at its scheduled value and is
 * moved by a proportional controller in its logarithm (Ziegler et al. 2019, arXiv:1909.08593, section 2.2):
 * e = clip((KL - target) / target, -0.2, 0.2), beta <- beta (1 + e / horizon). A step counts once, whatever its batch.
 */
export declare class KlCoefficient {
    private readonly term;
    /** What the coefficient has come to; null: it is as scheduled. */
    adapted: number | null;
    constructor(plan: StagePlan | null, at: SchedulePoint);
    /** Of the coming step; null without a KL term. */
    value(at: SchedulePoint): number | null;
    /** Takes the step's mean KL a token, in nats; without a finite one the coefficient stays. */
    take(kl: number | undefined): void;
    /** The metric that triggers read, where the coefficient is more than its schedule. */
    readings(): Record<string, number>;
    /** Goes on where a state was taken. Throws RangeError where it is of another stage. */
    restore(adapted: number | null): void;
}
