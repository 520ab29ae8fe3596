import type { SupervisedPlan } from '../graph/index.ts';
import { type StepOutcome, type Training } from './training.ts';
/** One supervised step: worked solutions of the mixture's problems, then cross entropy against them. */
export declare function supervisedStep(training: Training, plan: SupervisedPlan): Promise<StepOutcome>;
