import type { Graph } from '../graph/graph.ts';
import type { Schedule } from '../graph/schedule.ts';
import { type Origin } from './resolved-values.ts';
import { type Style } from './style.ts';
export interface PlanInput {
    graph: Graph;
    hash: string;
    origins: Readonly<Record<string, Origin>>;
    /** How a file is shown: mostly relative to the working folder. */
    showFile: (file: string) => string;
    valueAt: (schedule: Schedule, x: number) => number;
}
/** What a pipeline will do, as text: stages in order, every resolved value with its origin, curves, triggers, tokens at most. */
export declare function planLines(input: PlanInput, columns: number, s: Style): string[];
