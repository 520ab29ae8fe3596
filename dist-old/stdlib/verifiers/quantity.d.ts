import type { Verifier } from '../../runtime/tasks/index.ts';
type QuantitySettings = {
    /** Largest relative difference that still counts as right, e.g. 0.01. */
    readonly tolerance: number;
    /** Whether an answer without its unit is wrong where the reference states one. */
    readonly unit_needed: boolean;
};
/**
 * Judges measured quantities: a number with a unit, within a relative tolerance, in any unit of the same kind
 * (`36 km/h` for `10 m/s`). Where both state units of different kinds the answer is wrong whatever the numbers.
 * A reference of zero wants zero.
 */
export declare const quantity: Verifier<QuantitySettings>;
export {};
