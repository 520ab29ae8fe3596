import { type RunStatus, type SuiteFigures } from './events.ts';
import { type Run } from './run.ts';
export interface LoopEnd {
    status: Exclude<RunStatus, 'failed'>;
    final: Record<string, SuiteFigures> | null;
}
/**
 * Runs training to its end: the base evaluation, then step by step what the controller decides, then
 * the final evaluation. `resumed`: the state comes from a checkpoint, and the base figures with it.
 * Throws a ProrlError where a guard gives up, and where a verifier fails and the pipeline does not say to go
 * on without it.
 */
export declare function runLoop(run: Run, resumed: boolean): Promise<LoopEnd>;
