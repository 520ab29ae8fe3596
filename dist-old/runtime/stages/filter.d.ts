import type { FilterNode } from '../graph/index.ts';
type Conditions = NonNullable<FilterNode['config']['keep']>;
/**
 * Whether a group stays: every condition must hold for its shaped rewards or raw scores. Null keeps all.
 * `reward.std > 0` is DAPO's dynamic sampling (arXiv:2503.14476, eq. 11): groups that teach nothing are
 * dropped, and the step is smaller for it, or samples others in their place.
 */
export declare function keepsGroup(conditions: Conditions | null, rewards_S: readonly number[], scores_S: readonly number[]): boolean;
export {};
