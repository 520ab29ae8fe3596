import type { SampleRecord } from '../run/samples.ts';
/** A response to be judged. What a run's samples.jsonl says more is left aside. */
export type RecordedResponse = Pick<SampleRecord, 'task' | 'prompt' | 'answer' | 'response' | 'data'> & Partial<Pick<SampleRecord, 'step' | 'truncated' | 'tokens' | 'score' | 'correct' | 'reward'>> & {
    readonly line: number;
};
/**
 * Reads a JSONL file of responses. Throws a ProrlError with the line and the field where one is missing or of the
 * wrong type.
 */
export declare function readResponses(file: string, tasks: readonly string[]): RecordedResponse[];
