import { MixtureSampler } from '../control/index.ts';
import { type Graph } from '../graph/index.ts';
import type { Tokenizer } from '../model/tokenizer.ts';
import { type HeldoutSuite } from '../stages/evaluate.ts';
import { type TaskBook } from '../stages/sample.ts';
/**
 * Finds before the run what would break in the middle of it: a task whose settings pose no problem, prompts
 * that do not fit into the context with the longest response, a task that a supervised stage cannot
 * demonstrate, a best checkpoint that nothing keeps.
 */
export declare function checkStages(graph: Graph, from: {
    tasks: TaskBook;
    tokenizer: Tokenizer;
    context: number;
}): Promise<void>;
/** Draws the held-out problems of every suite, and checks that they fit into the model's context. */
export declare function drawSuites(graph: Graph, from: {
    tasks: TaskBook;
    tokenizer: Tokenizer;
    context: number;
}): Promise<Map<string, HeldoutSuite>>;
export declare function makeSamplers(graph: Graph): Map<string, MixtureSampler>;
