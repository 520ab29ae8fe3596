import type { Policy } from '../model/policy.ts';
import { type WeightData } from '../model/safetensors.ts';
import type { CheckpointEvent } from './events.ts';
import { type Run } from './run.ts';
/**
 * Saves all that the rest of the run depends on, then logs it, then removes what need not be kept. A step that
 * has its checkpoint already gets no second one.
 */
export declare function saveCheckpoint(run: Run, reason: CheckpointEvent['reason'], best?: CheckpointEvent['best']): Promise<void>;
/** The policy of the best checkpoint by a metric, and its step; null where none has been saved yet. */
export declare function bestPolicy(run: Run, metric: string): {
    policy: Policy;
    step: number;
} | null;
/** The weights that a checkpoint holds of the policy, the reference or the optimizer. */
export declare function weightsOf(runFolder: string, step: number, of: 'policy' | 'reference' | 'optimizer'): WeightData;
