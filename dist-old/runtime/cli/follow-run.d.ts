import type { RunResult } from '../engines/local.ts';
import type { Graph } from '../graph/graph.ts';
import type { Activity } from '../report/live.ts';
import type { RunEvent } from '../run/events.ts';
/** What a run is given so that it can be followed. */
export interface Hooks {
    signal: AbortSignal;
    onEvent: (event: RunEvent) => void;
    onProgress: (activity: Activity) => void;
}
interface Following {
    graph: Graph;
    /** Where the run writes, as it is shown. */
    folder: string;
    /** The caller's own bound on steps. */
    maxSteps: number | undefined;
    /** Events of earlier attempts of a run that is resumed. */
    history: readonly RunEvent[];
    /** Events as JSON lines on stdout. */
    json: boolean;
    /** The command that most likely follows a run that is done. */
    next: string;
}
/** Starts a run, shows it while it goes on and sums it up; sets the exit code. */
export declare function followRun(following: Following, start: (hooks: Hooks) => Promise<RunResult>): Promise<void>;
export {};
