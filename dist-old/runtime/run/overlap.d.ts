import { type Graph } from '../graph/index.ts';
import type { HeldoutSuite } from '../stages/evaluate.ts';
import type { TaskBook } from '../stages/sample.ts';
/**
 * Refuses a suite that poses what the data sets of the training hold: its figures would tell what was learnt by heart.
 * Compared are the prompts themselves, so that it does not matter which files the rows are in. Throws a ProrlError.
 */
export declare function checkOverlap(graph: Graph, tasks: TaskBook, suites: ReadonlyMap<string, HeldoutSuite>): void;
