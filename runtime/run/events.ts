import { jsonNumber } from '../control/index.ts';
import type { DatasetRecord } from '../sources/opened.ts';

/**
 * The run's record, one JSON object a line in `events.jsonl`. Wall times stand in fields of their own
 * (`seconds`, and `time.step` among the metrics), so that two runs of the same
 * graph, seed and backend are equal line by line with those left out.
 * @discriminator event
 */
export type RunEvent =
  | RunStartEvent
  | EvaluateEvent
  | StepEvent
  | ResetEvent
  | GuardEvent
  | CurriculumEvent
  | AuditEvent
  | ConditionEvent
  | TransitionEvent
  | CheckpointEvent
  | ResumeEvent
  | WarningEvent
  | RunEndEvent;

interface EventOf<Name extends string> {
  event: Name;
  /** Steps done through the whole pipeline when it happened; 0 before the first. */
  step: number;
  /** Wall seconds of training so far, earlier attempts of a resumed run included. */
  seconds: number;
}

/** A number as JSON holds it: one that is not finite stands as its name. */
export type Figure = number | 'NaN' | 'Infinity' | '-Infinity';

/** Values by metric name. */
export type Figures = Record<string, Figure>;

/** What a suite measured: of the suite as a whole, of each of its mixture's entries, and of each domain. */
export interface SuiteFigures {
  /** `pass@1`, `pass@K`, `length`, `truncated`. Fractions from 0 to 1. */
  all: Figures;
  /** The same by mixture entry, plus `problems`, how many there were. */
  tasks: Record<string, Figures>;
  /** The same by the domain of the tasks. */
  domains: Record<string, Figures>;
}

/** The names and sizes of what the run works on. First line of the log. */
export interface RunStartEvent extends EventOf<'run.start'> {
  pipeline: string;
  /** SHA-256 of the graph's canonical form. */
  graph: string;
  seed: number;
  backend: string;
  /** Large products round their factors to bfloat16. */
  fastMath?: true;
  prorl: string;
  /** `trained`: how many numbers updates move; with adapters, those of the adapters. */
  model: { name: string; parameters: number; trained: number; context: number; vocabulary: number };
  stages: { id: string; kind: 'reinforce' | 'supervised'; steps: number | null }[];
  /** The data sets among its tasks, with the digests of their files. */
  data: DatasetRecord[];
  /** Steps after which the run ends at the latest, where the graph or the caller gives a bound. */
  steps: number | null;
}

/** A suite was measured: before the first step (`base`), when due, or after the last step (`final`). */
export interface EvaluateEvent extends EventOf<'evaluate'> {
  suite: string;
  phase: 'base' | 'due' | 'final';
  figures: SuiteFigures;
}

export interface StepEvent extends EventOf<'step'> {
  stage: string;
  /** Steps of this stage, this one included. */
  stageStep: number;
  /** Response tokens sampled since the run began (target tokens in a supervised stage). */
  tokens: number;
  /** Every metric of the stage's kind, and those of its mixture's entries (`share.ENTRY`, `task.ENTRY.correct`). */
  metrics: Figures;
}

export interface ResetEvent extends EventOf<'reset'> {
  stage: string;
  node: string;
  reference: boolean;
  optimizer: boolean;
  /** Where the reference came from: `current`, or the best checkpoint's step and metric. */
  to: { source: 'current' } | { source: 'best'; metric: string; step: number };
  /** The trigger as written. */
  trigger: string;
  /** The readings that fired it. */
  values: Figures;
  /** How often this reset has fired, this time included. */
  count: number;
}

export interface GuardEvent extends EventOf<'guard'> {
  stage: string;
  node: string;
  trigger: string;
  values: Figures;
  count: number;
  atMost: number;
  /** The step whose state was restored; null where the guard does not roll back. */
  restored: number | null;
  /** What multiplies the rate from now on. */
  rateScale: number;
}

/** A curriculum raised or lowered the level of a mixture's entry. */
export interface CurriculumEvent extends EventOf<'curriculum'> {
  stage: string;
  mixture: string;
  entry: string;
  from: number;
  to: number;
  /** The share of wholly right responses over the window that caused it. */
  passRate: number;
}

/** At an evaluation an audit compared how a figure of training and a held-out one have moved. */
export interface AuditEvent extends EventOf<'audit'> {
  node: string;
  metric: string;
  against: string;
  /** How far both have moved over the last `over` evaluations. */
  values: Figures;
  over: number;
  /** The rise of the metric where its counter-metric has not risen; else 0. */
  divergence: Figure;
  gap: number;
  /** Whether the divergence is above the gap. */
  diverges: boolean;
}

/** The turn of a stage with a condition came, which is read once: it begins where the condition holds, else it is left out. */
export interface ConditionEvent extends EventOf<'condition'> {
  stage: string;
  /** The condition as written. */
  trigger: string;
  /** What it read. */
  values: Figures;
  holds: boolean;
}

/** A stage ended; `to` is the one that begins, null where the run is over. */
export interface TransitionEvent extends EventOf<'transition'> {
  from: string;
  to: string | null;
  trigger: string;
  values: Figures;
}

export interface CheckpointEvent extends EventOf<'checkpoint'> {
  /** Relative to the run folder. */
  folder: string;
  /**
   * `due` by the graph; `interrupt` by Ctrl-C; `end` where the run stops before its graph does; `failure` where a
   * verifier failed.
   */
  reason: 'due' | 'interrupt' | 'end' | 'failure';
  /** Set where this checkpoint is the best so far. */
  best: { metric: string; value: number } | null;
}

export interface ResumeEvent extends EventOf<'resume'> {
  checkpoint: string;
  backend: string;
  /** As in `run.start`, for this attempt. */
  fastMath?: true;
  /** As in `run.start`, for this attempt. */
  steps: number | null;
}

/** Something a reader of the results should know. The same warning is given once. */
export interface WarningEvent extends EventOf<'warning'> {
  message: string;
}

export interface RunEndEvent extends EventOf<'run.end'> {
  status: RunStatus;
  tokens: number;
}

/** `stopped`: the caller's bound on steps was reached first; `failed`: a guard gave up or an error ended the run. */
export type RunStatus = 'done' | 'stopped' | 'interrupted' | 'failed';

/** All numbers of a record as JSON holds them. */
export function figures(values: Readonly<Record<string, number>>): Figures {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, jsonNumber(value)]));
}
