import { join, resolve } from 'node:path';
import { ExitCode, ProrlError } from '../errors.ts';
import { graphHash, readGraph, type Graph } from '../graph/index.ts';
import { totalBound } from '../run/bounds.ts';
import { checkpointSteps, readCheckpoint } from '../run/checkpoint.ts';
import { weightsOf } from '../run/checkpoints.ts';
import { compareData, dataWarnings } from '../run/data-record.ts';
import { EventLog } from '../run/event-log.ts';
import { isFinished } from '../run/finish.ts';
import { openRunFolder } from '../run/folder.ts';
import { lockRun } from '../run/lock.ts';
import { emit, warn } from '../run/run.ts';
import { parseState, restoreTraining, type SavedState } from '../run/state.ts';
import type { DatasetRecord } from '../sources/opened.ts';
import { prepare, type Prepared } from './prepare.ts';
import {
  assemble,
  fastMathOf,
  finish,
  refuseInterrupted,
  whileLocked,
  whileOpen,
  type LocalRunOptions,
  type RunResult,
} from './assemble.ts';

export interface ResumeOptions extends Omit<LocalRunOptions, 'out' | 'baseFolder'> {
  /** The graph that the caller believes to resume: another one than the run's is refused. */
  readonly graph?: Graph | undefined;
  /** Goes on although the data sets are not what the run began with. */
  readonly changedData?: boolean | undefined;
}

/**
 * Goes on with a run from its newest checkpoint, exactly: on the same backend the rest is the same to the bit as if
 * it had never stopped. What was logged after the checkpoint is cut off and done again.
 */
export async function resumeLocal(out: string, options: ResumeOptions = {}): Promise<RunResult> {
  const folder = resolve(out);
  const opened = openRunFolder(folder);
  return whileLocked(lockRun(folder), () => goOn(folder, opened, options));
}

async function goOn(
  folder: string,
  opened: ReturnType<typeof openRunFolder>,
  options: ResumeOptions,
): Promise<RunResult> {
  const graph = readGraph(opened.graph, join(folder, 'graph.json'));
  const hash = graphHash(graph);
  if (opened.info.graph !== hash) {
    throw new ProrlError(
      `${join(folder, 'graph.json')} was changed after the run began: it is ${hash.slice(0, 12)} now, and was ${opened.info.graph.slice(0, 12)}.`,
      {
        exitCode: ExitCode.pipeline,
        hint: 'Put it back as it was to go on; to train with the change, start it by `prorl run graph.json` with another --out.',
      },
    );
  }
  if (options.graph !== undefined && graphHash(options.graph) !== hash) {
    throw anotherGraph(folder, hash, graphHash(options.graph));
  }
  const step = checkpointSteps(folder).at(-1);
  if (step === undefined) {
    throw new ProrlError(`${folder} has no checkpoint to go on from.`, {
      exitCode: ExitCode.usage,
      hint: 'Run the pipeline again with another --out; `checkpoint every N steps` in it makes it resumable.',
    });
  }
  const files = readCheckpoint(folder, step);
  const state = parseState(files['state.json'] ?? Buffer.alloc(0), hash);
  if (isFinished(folder)) {
    throw new ProrlError(`The run in ${folder} is done: there is nothing to go on with.`, {
      exitCode: ExitCode.usage,
      hint: 'Its figures are in summary.json, its model in final/.',
    });
  }
  const set = await prepare(graph, opened.info.baseFolder, {
    ...options,
    backend: options.backend ?? opened.info.backend,
    fastMath: options.fastMath ?? opened.info.fastMath ?? false,
    kept: folder,
  });
  return whileOpen(set.sources, () =>
    restore(set, folder, { step, state, data: opened.info.data ?? [] }, options),
  );
}

async function restore(
  set: Prepared,
  folder: string,
  { step, state, data }: { step: number; state: SavedState; data: readonly DatasetRecord[] },
  options: ResumeOptions,
): Promise<RunResult> {
  const { graph } = set;
  const changed = compareData(data, set.sources.data, { folder, allowed: options.changedData ?? false });
  refuseInterrupted(options, 'the run stays as it was');
  restoreTraining(set.training, state, {
    policy: weightsOf(folder, step, 'policy'),
    reference: state.reference?.saved ? weightsOf(folder, step, 'reference') : null,
    optimizer: weightsOf(folder, step, 'optimizer'),
  });
  const log = new EventLog(folder, state.log.bytes, options.onEvent);
  const run = assemble(set, folder, options, { seconds: state.record.seconds, log, state });
  log.restore(state.log.event); // written after the checkpoint that holds it
  emit(run, {
    event: 'resume',
    step,
    seconds: run.seconds(),
    checkpoint: state.log.event.folder,
    backend: set.backend.name,
    ...fastMathOf(set.backend),
    steps: totalBound(graph, options.maxSteps),
  });
  if (set.backend.name !== state.backend) {
    warn(
      run,
      `Resumed on ${set.backend.name} what began on ${state.backend}: from here on the run is not the same to the bit.`,
      step,
    );
  }
  if (set.backend.fastMath !== (state.fastMath ?? false)) {
    const [now, before] = set.backend.fastMath ? ['bfloat16', 'float32'] : ['float32', 'bfloat16'];
    warn(
      run,
      `Resumed with ${now} products what was trained with ${before} ones: from here on the run is not the same to the bit.`,
      step,
    );
  }
  for (const message of [...changed, ...dataWarnings(set.sources)]) warn(run, message, step);
  return finish(run, true);
}

function anotherGraph(folder: string, own: string, other: string): ProrlError {
  return new ProrlError(
    `The run in ${folder} belongs to another pipeline: its graph is ${own.slice(0, 12)}, not ${other.slice(0, 12)}.`,
    {
      exitCode: ExitCode.pipeline,
      hint: 'A run goes on only with the graph that it was started with. Start a changed pipeline with another --out.',
    },
  );
}
