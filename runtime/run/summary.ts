import type { Library } from '../graph/index.ts';
import type { DatasetRecord } from '../sources/opened.ts';
import type { Figures, ResetEvent, GuardEvent, RunStatus, SuiteFigures } from './events.ts';

/** What a run came to: `summary.json` of its folder. */
export interface Summary {
  format: 'prorl-summary/1';
  status: RunStatus;
  /** Why a failed run failed. */
  error: string | null;
  pipeline: string;
  /** SHA-256 of the graph's canonical form. */
  graph: string;
  seed: number;
  backend: string;
  /** Large products rounded their factors to bfloat16. */
  fastMath?: true;
  prorl: string;
  libraries: Library[];
  /** The data sets among its tasks, with the digests of their files. */
  data: DatasetRecord[];
  parameters: number;
  /** How many numbers updates move: all parameters, or those of adapters. */
  trained: number;
  steps: number;
  /** Response tokens sampled (target tokens in supervised stages). */
  tokens: number;
  /** Wall seconds, evaluations and earlier attempts included. */
  seconds: number;
  /** By suite, before the first step. */
  base: Record<string, SuiteFigures>;
  /** By suite, after the last step; null where the run did not get so far. */
  final: Record<string, SuiteFigures> | null;
  resets: ResetRecord[];
  guards: GuardRecord[];
  /** Those that were run. */
  stages: { id: string; firstStep: number; steps: number }[];
  /** Those that were left out, since their condition did not hold when their turn came, after the step `step`. */
  skipped: { id: string; step: number; trigger: string; values: Figures }[];
}

export interface ResetRecord {
  step: number;
  stage: string;
  node: string;
  /** The trigger as written. */
  trigger: string;
  values: Figures;
  reference: boolean;
  optimizer: boolean;
  to: ResetEvent['to'];
}

export interface GuardRecord {
  step: number;
  stage: string;
  node: string;
  trigger: string;
  values: Figures;
  restored: GuardEvent['restored'];
  rateScale: number;
}
