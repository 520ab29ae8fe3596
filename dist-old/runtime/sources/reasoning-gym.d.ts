import type { ReasoningGymReference } from '../graph/index.ts';
import type { OpenTask } from './opened.ts';
/**
 * Makes ready a data set of the Python package reasoning-gym. Throws a ProrlError where Python or the package is
 * missing.
 */
export declare function openReasoningGym({ name, dataset }: ReasoningGymReference): Promise<OpenTask>;
