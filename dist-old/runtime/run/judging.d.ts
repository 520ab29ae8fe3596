import type { ScoreNode } from '../graph/index.ts';
import type { Judging } from '../stages/score.ts';
import type { VerifierFailure } from '../tasks/verifier-failure.ts';
import type { Training } from './training.ts';
/** How a stage's score node has responses judged. */
export declare function judgingOf({ verifiers }: Pick<Training, 'verifiers'>, config: ScoreNode['config']): Judging;
/** What a reader of the log should know of the responses that nobody judged. */
export declare function unjudged(step: number, failed: readonly VerifierFailure[]): string[];
