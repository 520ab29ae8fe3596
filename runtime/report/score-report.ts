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
  recorded: { score: number | null; correct: boolean | null; reward: number | null };
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

const CLOSE = 1e-9;

/** Whether a recorded figure says otherwise; floating point is not held against it. */
export function disagrees(recorded: number | boolean | null, now: number | boolean): boolean {
  if (recorded === null) return false;
  if (typeof recorded === 'boolean' || typeof now === 'boolean') return recorded !== now;
  return Math.abs(recorded - now) > CLOSE;
}

export function summarise(responses: readonly ScoredResponse[]): Record<string, ScoreSummary> {
  const of = (some: readonly ScoredResponse[]): ScoreSummary => {
    const mean = (value: (one: ScoredResponse) => number): number =>
      some.reduce((sum, one) => sum + value(one), 0) / Math.max(1, some.length);
    return {
      responses: some.length,
      score: mean((one) => one.score),
      correct: mean((one) => (one.correct ? 1 : 0)),
      reward: mean((one) => one.reward),
      differ: some.filter((one) => one.differs).length,
    };
  };
  const tasks = [...new Set(responses.map((one) => one.task))].sort();
  return {
    all: of(responses),
    ...Object.fromEntries(tasks.map((task) => [task, of(responses.filter((one) => one.task === task))])),
  };
}
