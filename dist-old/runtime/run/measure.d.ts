import { type EvaluateEvent, type Figures, type SuiteFigures } from './events.ts';
import { type Run } from './run.ts';
/**
 * Measures a suite and logs it. `known`: its figures where it was measured after this very step; evaluation is
 * a function of the policy, so they need not be found again.
 */
export declare function measureSuite(run: Run, suite: string, phase: EvaluateEvent['phase'], step: number, known?: SuiteFigures): Promise<SuiteFigures>;
/** A suite's figures under the names by which triggers and schedules know them. */
export declare function readingsOfSuite(suite: string, { all, tasks, domains }: SuiteFigures): Record<string, number>;
/** Figures as they were before they were written as JSON. */
export declare function plainNumbers(values: Figures): Record<string, number>;
