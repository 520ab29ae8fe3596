import type { ControllerState, MixtureState, PassRate } from '../control/index.ts';
import type { WeightData } from '../model/safetensors.ts';
import type { CheckpointFiles } from './checkpoint.ts';
import type { CheckpointEvent, Figures, SuiteFigures } from './events.ts';
import type { GuardRecord, ResetRecord, Summary } from './summary.ts';
import { type ReferenceOrigin, type Training } from './training.ts';
/** What a run has to tell so far, besides its events. Plain JSON. */
export interface RunRecord {
    seconds: number;
    base: Record<string, SuiteFigures>;
    resets: ResetRecord[];
    guards: GuardRecord[];
    stages: Summary['stages'];
    /** Warnings given, so that none is repeated. */
    warnings: string[];
    /** The best checkpoint by each metric that one is kept by. */
    best: Record<string, {
        step: number;
        value: number;
    }>;
    /** A step whose update is made, and of whose evaluations one failed. */
    pending: PendingStep | null;
}
/** What is known of a step that the controller has not yet heard of. */
export interface PendingStep {
    metrics: Figures;
    tokens: number;
    /** What a curriculum goes by. */
    passed: readonly PassRate[];
    /** The suites that have been measured after it. */
    measured: Record<string, SuiteFigures>;
}
/**
 * The one resumable state, besides the weights: with them, it is all that the rest of the run depends on.
 * Streams for sampling, shuffling, slips and evaluation are named by the step, so they need no state.
 */
export interface SavedState {
    format: 'prorl-state/1';
    graph: string;
    backend: string;
    controller: ControllerState;
    mixtures: Record<string, MixtureState>;
    reference: ReferenceOrigin | null;
    optimizerStep: number;
    record: RunRecord;
    /** Where the event log stood, and the checkpoint's own event that follows there. */
    log: {
        bytes: number;
        event: CheckpointEvent;
    };
}
export declare function emptyRecord(): RunRecord;
/** The files of a checkpoint: state.json and the weights of policy, reference and optimizer. */
export declare function stateFiles(training: Training, of: Pick<SavedState, 'graph' | 'backend' | 'record' | 'log'>): Promise<CheckpointFiles>;
/** Reads a checkpoint's state.json; its bytes have been checked against their hash. */
export declare function parseState(bytes: Buffer, graph: string): SavedState;
/** Puts training back to where a checkpoint was taken. */
export declare function restoreTraining(training: Training, state: SavedState, weights: {
    policy: WeightData;
    reference: WeightData | null;
    optimizer: WeightData;
}): void;
