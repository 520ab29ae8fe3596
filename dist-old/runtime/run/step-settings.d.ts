import type { ReinforcePlan } from '../graph/index.ts';
import type { Correction } from '../stages/corrections.ts';
import type { RolloutSettings } from '../stages/rollout.ts';
import type { UpdateSettings } from '../stages/update.ts';
import { type Training } from './training.ts';
/** Every schedule of the stage at the start of the step: pipeline steps and tokens done so far. */
export declare function readSchedules({ controller, limits }: Training, plan: ReinforcePlan): {
    prompts: number;
    sampling: RolloutSettings;
    shaping: import("../stages/shape.ts").Shaping;
    klCoefficient: number;
    correction: Correction | null;
    updates: number;
    loss: UpdateSettings;
};
