import { type Run } from './run.ts';
import type { Summary } from './summary.ts';
export declare const SUMMARY_FILE = "summary.json";
export declare const FINAL_FOLDER = "final";
/**
 * Runs to the end and leaves behind what a run leaves: the final model, the last event and summary.json.
 * When the run fails, the summary says so before the error goes on.
 */
export declare function runToEnd(run: Run, resumed: boolean): Promise<Summary>;
/** Whether the folder's run came to its own end. */
export declare function isFinished(folder: string): boolean;
