import type { Graph } from '../graph/graph.ts';
import type { Controller } from './controller.ts';
interface SimulatedStep {
    /** The metrics of the draws: shares and levels. */
    readonly levels: Record<string, number>;
    /** Shows the curriculum the given pass rates; whether a level moved. */
    learn(): boolean;
}
/** The adaptive mixtures of a test: drawn from as in a run, with pass rates that are given instead of sampled. */
export declare class SimulatedCurricula {
    private readonly samplers;
    constructor({ mixtures, seed }: Graph);
    /** The draws of the coming step; without a curriculum there are none. */
    step(controller: Controller, given: Readonly<Record<string, number>>): SimulatedStep;
}
export {};
