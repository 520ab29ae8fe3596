/** The answer of `prorl score --json`. */
export interface ScoreReport {
    format: 'prorl-score/1';
    pipeline: string;
    stage: string;
    responses: ScoredResponse[];
    /** By task, and of all under `all`. */
    summary: Record<string, ScoreSummary>;
}
export interface ScoredResponse {
    /** In the file; the first is 1. */
    line: number;
    task: string;
    score: number;
    correct: boolean;
    /** After the stage's shaping, as of the step that the record names, else of the first. */
    reward: number;
    /** What the record says; null: nothing. */
    recorded: {
        score: number | null;
        correct: boolean | null;
        reward: number | null;
    };
    /** Whether the record says otherwise. */
    differs: boolean;
}
export interface ScoreSummary {
    responses: number;
    score: number;
    correct: number;
    reward: number;
    /** Responses that were recorded with another score, verdict or reward. */
    differ: number;
}
/** Whether a recorded figure says otherwise; floating point is not held against it. */
export declare function disagrees(recorded: number | boolean | null, now: number | boolean): boolean;
export declare function summarise(responses: readonly ScoredResponse[]): Record<string, ScoreSummary>;
