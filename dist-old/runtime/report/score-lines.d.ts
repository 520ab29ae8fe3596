import type { ScoreReport } from './score-report.ts';
import type { Style } from './style.ts';
/** Each response with its score, those recorded otherwise marked; then the summary by task. */
export declare function scoreLines({ responses, summary, stage }: ScoreReport, s: Style): string[];
