import { type Graph } from '../graph/index.ts';
import { type ScoreReport } from '../report/score-report.ts';
/**
 * Judges recorded responses with the verifiers and the shaping of a pipeline's stage. Throws ProrlError where the
 * file cannot be read, and what a verifier throws.
 */
export declare function scoreResponses(file: string, { graph, baseFolder }: {
    graph: Graph;
    baseFolder: string;
}, stage: string | undefined): Promise<ScoreReport>;
