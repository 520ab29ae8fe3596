import type { PipelineTest } from '../graph/pipeline-test.ts';
export interface ExpectationResult {
    readonly text: string;
    readonly line: number;
    readonly passed: boolean;
    readonly expected: number[];
    readonly got: number[];
    /** One sentence: what was expected and what happened. */
    readonly explanation: string;
}
export interface TestResult {
    readonly name: string;
    readonly passed: boolean;
    readonly at: PipelineTest['at'];
    /** Steps that were simulated. */
    readonly steps: number;
    readonly milliseconds: number;
    readonly expectations: ExpectationResult[];
    /** Why the test could not be carried out to its end; null: it was. */
    readonly error: string | null;
}
/**
 * Runs a test of a pipeline's control logic: the given metrics, the real controller, no model.
 * A suite's metrics are read when the test's graph evaluates the suite, or at every step where it
 * never does. Where a mixture has a curriculum, its entries are drawn as in a run and pass at the rate that
 * `task.ENTRY.correct` is given. `tokens.sampled`, where given, counts as the step's tokens. `transition` is the end
 * of any stage; `end` is that of the run, by its last stage or by a guard.
 */
export declare function simulate(test: PipelineTest): TestResult;
