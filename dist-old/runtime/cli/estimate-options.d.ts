import { type Command } from 'commander';
import { type Machine } from '../report/machine.ts';
export interface EstimateOptions {
    machine?: Machine;
    parameters?: number;
    meanLength?: {
        share: number;
    } | {
        tokens: number;
    };
    rolloutUtilisation?: number;
    trainingUtilisation?: number;
    memory?: number;
}
/** Adds the options by which an estimate's assumptions are changed. */
export declare function estimateOptions(command: Command): Command;
