import type { Graph } from '../graph/graph.ts';
import type { EvaluateNode } from '../graph/nodes.ts';
import { type StagePlan } from '../graph/resolve.ts';
import { type AuditState } from './audit.ts';
import type { Decision, Observation } from './decision.ts';
import { type ReadingsState } from './readings.ts';
import { type SchedulePoint } from './schedule.ts';
import { type Memory } from './trigger.ts';
/** All that a controller knows, as JSON. */
export interface ControllerState {
    format: 'prorl-control/1';
    stage: string | null;
    steps: number;
    tokens: number;
    stageSteps: number;
    stageTokens: number;
    rateScale: number;
    /** The KL coefficient that is moved towards a target; null: the stage has none. */
    klCoefficient: number | null;
    readings: ReadingsState;
    /** By node: the guards, resets and transition of the current stage. */
    watches: Record<string, {
        fired: number;
        firedAt: number | null;
        memory: Memory[];
    }>;
    /** By checkpoint node: the best reading at a checkpoint so far. */
    kept: Record<string, number>;
    /** By audit node. */
    audits: Record<string, AuditState>;
}
/**
 * Decides from metrics alone what happens after each step: guard, reset, change of stage,
 * checkpoint, in this order. The run loop and `prorl test` use the same one.
 *
 * Time never goes back. After a guard's rollback the step still counts, with its tokens; what it
 * read is withdrawn from averages, windows and counters, as its updates are; how often guards and
 * resets fired, cooldowns and the rate scale stay. Nothing else is decided at such a step.
 */
export declare class Controller {
    readonly graph: Graph;
    private readings;
    private plan;
    private guards;
    private resets;
    private transitions;
    private readonly auditors;
    private kept;
    private scale;
    private kl;
    private stepsDone;
    private tokensDone;
    private stageStart;
    /** The graph must be valid, as `readGraph` returns it. */
    constructor(graph: Graph);
    /** The stage under way; null when the run is done. */
    get stage(): StagePlan | null;
    get done(): boolean;
    /** Steps done, over the whole pipeline. */
    get steps(): number;
    /** The number of the coming step; the first is 1. */
    get step(): number;
    get tokens(): number;
    get stageSteps(): number;
    get stageTokens(): number;
    /** The product of what the guards have scaled the rate by. */
    get rateScale(): number;
    /** Where schedules are read for the coming step. */
    get point(): SchedulePoint;
    /** The learning rate of the coming step: its schedule, times the guards' scale, times k / warmup at the stage's k-th step while k < warmup. */
    rate(): number;
    /** The KL coefficient of the coming step; null without a KL term. */
    klCoefficient(): number | null;
    /** The evaluations that belong to a step: after every N-th of the pipeline. */
    evaluationsDue(step?: number): EvaluateNode[];
    /** Takes the base evaluation, before the first step. It gives metrics a first value; windows do not count it. */
    begin(metrics: Readonly<Record<string, number>>): void;
    /** Takes a step's outcome and decides. The controller then stands before the next step, possibly of the next stage. */
    observe({ metrics, tokens }: Observation): Decision[];
    /** What the audits find, as decisions and as the metrics that triggers read. */
    private audit;
    private guard;
    private reset;
    /**
     * The resets of a stage that begins or ends. As the first stage begins there is nothing to renew: its
     * reference is being made, its optimizer has no moments yet.
     */
    private resetsAt;
    private transition;
    private checkpoints;
    private fire;
    private snapshot;
    /** Undoes what a rolled-back step left in readings and triggers; the guards that fired have started afresh. */
    private withdraw;
    private concerns;
    private watches;
    private enter;
    state(): ControllerState;
    /** Goes on exactly where the state was taken. Throws ProrlError where it is damaged or another graph's; the controller is then unusable. */
    restore(state: unknown): void;
    private load;
}
