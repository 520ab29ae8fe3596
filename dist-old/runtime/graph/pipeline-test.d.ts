import type { Graph } from './graph.ts';
/** A `test` of the language, lowered: metrics are given, nothing is trained, the control logic is the real one. */
export interface PipelineTest {
    name: string;
    /** The stages that the test runs, with their resets, guards and transitions. */
    graph: Graph;
    given: GivenMetric[];
    expect: Expectation[];
    /** Where the test stands in its source, for reports. */
    at: {
        file: string;
        line: number;
    };
}
/** `kl.mean = 0.01, then 0.4 from step 40`: each value holds from its step (the first step is 1) until the next. */
export interface GivenMetric {
    metric: string;
    values: {
        from: number;
        value: number;
    }[];
}
export interface Expectation {
    event: 'reset' | 'guard' | 'transition' | 'end' | 'checkpoint' | 'evaluate' | 'curriculum' | 'audit';
    /** The steps after which it must happen, and no others; empty with `never`. */
    steps: number[];
    text: string;
    line: number;
}
