import type { Estimate } from './estimate.ts';
import type { PlanData } from './plan-data.ts';
/** The answer of `prorl plan --json`. */
export interface PlanReport extends PlanData {
    estimate: Estimate;
}
