import { join } from 'node:path';
import type { CheckpointNode } from '../graph/index.ts';
import type { Policy } from '../model/policy.ts';
import { readSafetensors, type WeightData } from '../model/safetensors.ts';
import {
  checkpointFolder,
  checkpointSteps,
  pruneCheckpoints,
  readCheckpoint,
  writeCheckpoint,
} from './checkpoint.ts';
import type { CheckpointEvent } from './events.ts';
import { emit, type Run } from './run.ts';
import { stateFiles } from './state.ts';

/**
 * Saves all that the rest of the run depends on, then logs it, then removes what need not be kept. A step that
 * has its checkpoint already gets no second one.
 */
export async function saveCheckpoint(
  run: Run,
  reason: CheckpointEvent['reason'],
  best: CheckpointEvent['best'] = null,
): Promise<void> {
  // A step that waits for an evaluation is in the weights already.
  const steps = run.training.controller.steps + (run.record.pending === null ? 0 : 1);
  if (reason !== 'due' && checkpointSteps(run.folder).includes(steps)) return;
  run.options.onProgress?.({ phase: 'checkpoint', step: steps, done: 0, of: 1 });
  if (best !== null) run.record.best[best.metric] = { step: steps, value: best.value };
  run.record.seconds = run.seconds();
  const event: CheckpointEvent = {
    event: 'checkpoint',
    step: steps,
    seconds: run.record.seconds,
    folder: checkpointFolder(steps),
    reason,
    best,
  };
  // The log is on the medium up to here before a checkpoint says so.
  run.log.sync();
  const files = await stateFiles(run.training, {
    graph: run.graphHash,
    backend: run.backend,
    ...(run.fastMath ? { fastMath: true } : {}),
    record: run.record,
    log: { bytes: run.log.position, event },
  });
  writeCheckpoint(run.disk, run.folder, steps, files);
  emit(run, event);
  pruneCheckpoints(run.disk, run.folder, stepsToKeep(run));
}

/** The newest ones, as many as the most generous checkpoint node asks for, and the best by each metric. */
function stepsToKeep(run: Run): Set<number> {
  const nodes = run.graph.nodes.filter((node): node is CheckpointNode => node.kind === 'checkpoint');
  const last = Math.max(1, ...nodes.map((node) => node.config.keepLast));
  const best = Object.values(run.record.best).map(({ step }) => step);
  return new Set([...checkpointSteps(run.folder).slice(-last), ...best]);
}

/** The policy of the best checkpoint by a metric, and its step; null where none has been saved yet. */
export function bestPolicy(run: Run, metric: string): { policy: Policy; step: number } | null {
  const best = run.record.best[metric];
  if (best === undefined) return null;
  readCheckpoint(run.folder, best.step); // checks the hashes
  const policy = run.training.policy.clone();
  policy.restore(weightsOf(run.folder, best.step, 'policy'));
  return { policy, step: best.step };
}

/** The weights that a checkpoint holds of the policy, the reference or the optimizer. */
export function weightsOf(
  runFolder: string,
  step: number,
  of: 'policy' | 'reference' | 'optimizer',
): WeightData {
  return readSafetensors(join(runFolder, checkpointFolder(step), `${of}.safetensors`));
}
