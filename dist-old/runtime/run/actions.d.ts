import { type Decision } from '../control/index.ts';
import { type StagePlan } from '../graph/index.ts';
import { type GoodState } from '../stages/guard.ts';
import { type Run } from './run.ts';
/** Does what the controller decided after a step of the stage `plan`, and logs it. */
export declare function act(run: Run, plan: StagePlan, decision: Decision, good: GoodState | null): Promise<void>;
