import type { ReinforcePlan } from '../graph/index.ts';
import type { StepOutcome, Training } from './training.ts';
/**
 * One step of prolonged reinforcement learning (ProRL, arXiv:2505.24864: GRPO, arXiv:2402.03300, with
 * DAPO's parts, arXiv:2503.14476, and a KL term to a reference policy that resets renew).
 * Axes: G groups (prompts), S samples of a group, T tokens of a response.
 */
export declare function reinforceStep(training: Training, plan: ReinforcePlan): Promise<StepOutcome>;
