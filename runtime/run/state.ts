import type { ControllerState, MixtureState, PassRate } from '../control/index.ts';
import { ExitCode, ProrlError } from '../errors.ts';
import { stagePlan } from '../graph/index.ts';
import { encodeSafetensors } from '../model/safetensors.ts';
import type { WeightData } from '../model/safetensors.ts';
import type { CheckpointFiles } from './checkpoint.ts';
import type { CheckpointEvent, Figures, SuiteFigures } from './events.ts';
import type { GuardRecord, ResetRecord, Summary } from './summary.ts';
import { dropReference, newOptimizer, type ReferenceOrigin, type Training } from './training.ts';

/** What a run has to tell so far, besides its events. Plain JSON. */
export interface RunRecord {
  seconds: number;
  base: Record<string, SuiteFigures>;
  resets: ResetRecord[];
  guards: GuardRecord[];
  stages: Summary['stages'];
  skipped: Summary['skipped'];
  /** Warnings given, so that none is repeated. */
  warnings: string[];
  /** The best checkpoint by each metric that one is kept by. */
  best: Record<string, { step: number; value: number }>;
  /** A step whose update is made, and of whose evaluations one failed. */
  pending: PendingStep | null;
}

/** What is known of a step that the controller has not yet heard of. */
export interface PendingStep {
  metrics: Figures;
  tokens: number;
  /** What a curriculum goes by. */
  passed: readonly PassRate[];
  /** The suites that have been measured after it. */
  measured: Record<string, SuiteFigures>;
}

/**
 * The one resumable state, besides the weights: with them, it is all that the rest of the run depends on.
 * Streams for sampling, shuffling, slips and evaluation are named by the step, so they need no state.
 */
export interface SavedState {
  format: 'prorl-state/1';
  graph: string;
  backend: string;
  /** Large products round their factors to bfloat16. */
  fastMath?: true;
  controller: ControllerState;
  mixtures: Record<string, MixtureState>;
  /** Where the reference came from, and whether the checkpoint holds it: that of adapters may be the model itself. */
  reference: (ReferenceOrigin & { saved: boolean }) | null;
  optimizerStep: number;
  record: RunRecord;
  /** Where the event log stood, and the checkpoint's own event that follows there. */
  log: { bytes: number; event: CheckpointEvent };
}

export function emptyRecord(): RunRecord {
  return {
    seconds: 0,
    base: {},
    resets: [],
    guards: [],
    stages: [],
    skipped: [],
    warnings: [],
    best: {},
    pending: null,
  };
}

/** The files of a checkpoint: state.json and the weights of policy, reference and optimizer. */
export async function stateFiles(
  training: Training,
  of: Pick<SavedState, 'graph' | 'backend' | 'fastMath' | 'record' | 'log'>,
): Promise<CheckpointFiles> {
  const optimizer = await training.optimizer.state();
  const { policy, reference } = training;
  // The model beside which adapters stand is kept with the run.
  const saved = reference !== null && (reference.policy.adapters !== null || policy.adapters === null);
  const state: SavedState = {
    format: 'prorl-state/1',
    ...of,
    controller: training.controller.state(),
    mixtures: Object.fromEntries([...training.samplers].map(([name, sampler]) => [name, sampler.state()])),
    reference: reference && { ...reference.origin, saved },
    optimizerStep: optimizer.step,
  };
  return {
    'state.json': [Buffer.from(`${JSON.stringify(state, null, 2)}\n`)],
    'policy.safetensors': encodeSafetensors(await policy.snapshot()),
    ...(saved ? { 'reference.safetensors': encodeSafetensors(await reference.policy.snapshot()) } : {}),
    'optimizer.safetensors': encodeSafetensors(optimizer.tensors),
  };
}

/** Reads a checkpoint's state.json; its bytes have been checked against their hash. */
export function parseState(bytes: Buffer, graph: string): SavedState {
  const state = JSON.parse(bytes.toString('utf8')) as SavedState;
  if (state.format !== 'prorl-state/1') {
    throw new ProrlError(
      `The checkpoint is of the form ${String(state.format)}, which this prorl does not read.`,
      {
        exitCode: ExitCode.pipeline,
        hint: 'Resume with the version of prorl that wrote it; summary.json or run.json names it.',
      },
    );
  }
  if (state.graph !== graph) {
    throw new ProrlError(
      `The checkpoint belongs to another pipeline: its graph is ${state.graph.slice(0, 12)}, this one ${graph.slice(0, 12)}.`,
      {
        exitCode: ExitCode.pipeline,
        hint: 'A run goes on only with the graph that it was started with. Start a changed pipeline with another --out.',
      },
    );
  }
  return state;
}

/** Puts training back to where a checkpoint was taken. A reference without weights is the model without its adapters. */
export function restoreTraining(
  training: Training,
  state: SavedState,
  weights: { policy: WeightData; reference: WeightData | null; optimizer: WeightData },
): void {
  const { controller } = training;
  controller.restore(state.controller);
  for (const [name, sampler] of training.samplers) {
    const saved = state.mixtures[name];
    if (saved !== undefined) sampler.restore(saved);
  }
  training.policy.restore(weights.policy);
  dropReference(training);
  if (state.reference !== null) {
    const { source, step } = state.reference;
    const policy = weights.reference === null ? training.policy.withoutAdapters() : training.policy.clone();
    if (weights.reference !== null) policy.restore(weights.reference);
    training.reference = { policy, origin: { source, step } };
  }
  // A run whose stages are all done keeps the last one's optimizer, though nothing uses it any more.
  const last = controller.graph.stages.at(-1)!;
  training.optimizer.dispose();
  training.optimizer = newOptimizer(
    training.policy,
    controller.stage ?? stagePlan(controller.graph, last.id),
  );
  training.optimizer.restore({ step: state.optimizerStep, tensors: new Map(weights.optimizer) });
}
