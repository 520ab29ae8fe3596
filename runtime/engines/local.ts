import { join, resolve } from 'node:path';
import { Controller } from '../control/index.ts';
import { ExitCode, ProrlError } from '../errors.ts';
import { graphHash, readGraph, stagePlan, type Graph } from '../graph/index.ts';
import { checkpointSteps, readCheckpoint } from '../run/checkpoint.ts';
import { weightsOf } from '../run/checkpoints.ts';
import { compareData, dataWarnings } from '../run/data-record.ts';
import { nodeDisk, type Disk } from '../run/disk.ts';
import { EventLog } from '../run/event-log.ts';
import type { RunEvent } from '../run/events.ts';
import { stageBound, totalBound } from '../run/bounds.ts';
import { isFinished, runToEnd } from '../run/finish.ts';
import { checkFree, createRunFolder, openRunFolder, type RunInfo } from '../run/folder.ts';
import { lockRun, type Lock } from '../run/lock.ts';
import { openSources, type Sources } from '../run/open-sources.ts';
import { checkOverlap } from '../run/overlap.ts';
import { checkStages, drawSuites, makeSamplers } from '../run/prepare.ts';
import { emit, warn, type Run, type RunOptions } from '../run/run.ts';
import { emptyRecord, parseState, restoreTraining, type SavedState } from '../run/state.ts';
import type { Summary } from '../run/summary.ts';
import { dropReference, newOptimizer, type Training } from '../run/training.ts';
import { noSandboxPermitted } from '../sandbox/permission.ts';
import { findLibraries } from '../tasks/packages.ts';
import { VerifierFailure } from '../tasks/verifier-failure.ts';
import type { DatasetRecord } from '../sources/opened.ts';
import { openBackend, type Backend } from '../tensor/backend.ts';
import { prorlVersion } from '../version.ts';
import { limitsFor } from './memory.ts';
import { keptFolder, keptModel, loadModel, placeOfModel, shapeOf, threadsFor } from './model.ts';

export interface LocalRunOptions extends RunOptions {
  /** The run folder; it must not exist yet, or be empty. */
  readonly out: string;
  /** The pipeline file's folder: relative model folders and task modules start there. */
  readonly baseFolder: string;
  /** A backend's name, `auto` (the default), or one that is open already. */
  readonly backend?: string | Backend | undefined;
  /** Whether large products round their factors to bfloat16; on `native` alone. */
  readonly fastMath?: boolean | undefined;
  /** The most bytes that the run may take; default: what the machine has. */
  readonly memory?: number | undefined;
  /** Called with each event once it is written. */
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
  /** Tests stand in for the disk. */
  readonly disk?: Disk | undefined;
}

export interface ResumeOptions extends Omit<LocalRunOptions, 'out' | 'baseFolder'> {
  /** The graph that the caller believes to resume: another one than the run's is refused. */
  readonly graph?: Graph | undefined;
  /** Goes on although the data sets are not what the run began with. */
  readonly changedData?: boolean | undefined;
}

export interface RunResult {
  readonly summary: Summary;
  readonly folder: string;
  /** 0 where the run ended by itself or at `maxSteps`, 130 where it was interrupted. */
  readonly exitCode: ExitCode;
}

/**
 * Runs a graph on this machine, from its model to a better one. Nothing is written before the backend is open, the
 * model and the tasks are loaded, and they fit together. The backend stays open: it belongs to the process.
 * Throws a ProrlError where something does not fit or the run fails; a failed run still has its summary.json.
 */
export async function runLocal(graph: Graph, options: LocalRunOptions): Promise<RunResult> {
  const folder = resolve(options.out);
  checkFree(folder);
  const set = await prepare(graph, resolve(options.baseFolder), options);
  const info: RunInfo = {
    format: 'prorl-run/1',
    graph: set.hash,
    backend: set.backend.name,
    ...fastMathOf(set.backend),
    baseFolder: resolve(options.baseFolder),
    prorl: prorlVersion(),
    node: process.version,
    data: [...set.sources.data],
    ...(noSandboxPermitted() ? { unsafeNoSandbox: true } : {}),
  };
  return whileOpen(set.sources, async () => {
    refuseInterrupted(options, 'nothing was trained and nothing written');
    const { policy, tokenizer } = set.training;
    const frozen = (await policy.frozen()) ?? undefined;
    const lock = createRunFolder(folder, graph, info, { config: policy.config, tokenizer, frozen });
    return whileLocked(lock, () => begin(set, folder, info, options));
  });
}

async function begin(
  set: Prepared,
  folder: string,
  info: RunInfo,
  options: LocalRunOptions,
): Promise<RunResult> {
  const { graph } = set;
  const run = assemble(set, folder, options, { seconds: 0, log: new EventLog(folder, 0, options.onEvent) });
  const { config, numberOfParameters, trained } = set.training.policy;
  emit(run, {
    event: 'run.start',
    step: 0,
    seconds: 0,
    pipeline: graph.pipeline,
    graph: set.hash,
    seed: graph.seed,
    backend: set.backend.name,
    ...fastMathOf(set.backend),
    prorl: info.prorl,
    model: {
      name: set.modelName,
      parameters: numberOfParameters,
      trained: trained.size,
      context: config.maxPositions,
      vocabulary: config.vocabularySize,
    },
    stages: graph.stages.map(({ id, kind }) => ({ id, kind, steps: stageBound(graph, id) })),
    data: [...set.sources.data],
    steps: totalBound(graph, options.maxSteps),
  });
  for (const message of dataWarnings(set.sources)) warn(run, message, 0);
  for (const held of set.suites.values()) {
    for (const { entry, wanted, found } of held.short) {
      warn(
        run,
        `The suite ${held.name} has ${found} problems of ${entry} instead of ${wanted}: its settings hold no more.`,
        0,
      );
    }
  }
  return finish(run, false);
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

interface Prepared {
  readonly graph: Graph;
  readonly hash: string;
  readonly backend: Backend;
  readonly modelName: string;
  readonly training: Training;
  readonly suites: Run['suites'];
  readonly sources: Sources;
}

/** Opens and loads all that a run needs and checks that it fits together; writes nothing. */
async function prepare(
  graph: Graph,
  baseFolder: string,
  options: Pick<LocalRunOptions, 'backend' | 'fastMath' | 'memory' | 'onProgress'> & { kept?: string },
): Promise<Prepared> {
  options.onProgress?.({ phase: 'load', step: 0, done: 0, of: 1 });
  const libraries = findLibraries(
    graph.libraries.map(({ name }) => name),
    baseFolder,
  );
  const sources = await openSources(graph, { baseFolder, libraries });
  try {
    return await load(graph, baseFolder, sources, options);
  } catch (cause) {
    await sources.close();
    if (!(cause instanceof VerifierFailure)) throw cause;
    throw new ProrlError(cause.message, {
      exitCode: ExitCode.environment,
      hint: cause.hint ?? 'Nothing was trained yet: mend what failed, then run the pipeline again.',
      cause,
    });
  }
}

async function load(
  graph: Graph,
  baseFolder: string,
  sources: Sources,
  options: Pick<LocalRunOptions, 'backend' | 'fastMath' | 'memory' | 'onProgress'> & { kept?: string },
): Promise<Prepared> {
  const kept = options.kept === undefined ? null : keptFolder(options.kept);
  const place =
    kept === null
      ? await placeOfModel(graph, baseFolder, (done, of) =>
          options.onProgress?.({ phase: 'download', step: 0, done, of }),
        )
      : { folder: kept, name: graph.pipeline };
  options.onProgress?.({ phase: 'load', step: 0, done: 0, of: 1 });
  const shape = await shapeOf(graph, place);
  const backend =
    typeof options.backend === 'object'
      ? options.backend
      : await openBackend(options.backend, { threads: threadsFor(shape), fastMath: options.fastMath });
  const limits = limitsFor(graph, shape, backend.name, options.memory);
  const { policy, tokenizer, name } =
    kept === null
      ? await loadModel(graph, place)
      : { ...(await keptModel(graph, kept)), name: graph.pipeline };
  const fits = { tasks: sources.tasks, tokenizer, context: policy.config.maxPositions };
  await checkStages(graph, fits);
  const suites = await drawSuites(graph, fits);
  checkOverlap(graph, sources.tasks, suites);
  const first = stagePlan(graph, graph.stages[0]!.id);
  const training: Training = {
    seed: graph.seed,
    controller: new Controller(graph),
    samplers: makeSamplers(graph),
    tasks: sources.tasks,
    verifiers: sources.verifiers,
    tokenizer,
    policy,
    reference: null,
    optimizer: newOptimizer(policy, first),
    limits,
  };
  return { graph, hash: graphHash(graph), backend, modelName: name, training, suites, sources };
}

function assemble(
  set: Prepared,
  folder: string,
  options: Pick<LocalRunOptions, 'disk' | 'maxSteps' | 'signal' | 'onProgress'>,
  from: { seconds: number; log: EventLog; state?: SavedState },
): Run {
  const began = performance.now();
  return {
    graph: set.graph,
    graphHash: set.hash,
    folder,
    backend: set.backend.name,
    fastMath: set.backend.fastMath,
    prorl: prorlVersion(),
    training: set.training,
    data: set.sources.data,
    suites: set.suites,
    record: from.state?.record ?? emptyRecord(),
    log: from.log,
    disk: options.disk ?? nodeDisk,
    options,
    seconds: () => from.seconds + (performance.now() - began) / 1000,
  };
}

/** As records say it: not at all where products are float32. */
function fastMathOf({ fastMath }: Backend): { fastMath?: true } {
  return fastMath ? { fastMath } : {};
}

async function whileOpen<T>(sources: Sources, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await sources.close();
  }
}

async function whileLocked<T>(lock: Lock, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** Ctrl-C while the model was loaded: there is nothing yet that could be saved. */
function refuseInterrupted({ signal }: Pick<RunOptions, 'signal'>, left: string): void {
  if (!signal?.aborted) return;
  throw new ProrlError(`Interrupted while loading: ${left}.`, {
    exitCode: ExitCode.interrupted,
    hint: 'Run the command again.',
  });
}

async function finish(run: Run, resumed: boolean): Promise<RunResult> {
  const { training } = run;
  try {
    const summary = await runToEnd(run, resumed);
    const exitCode = summary.status === 'interrupted' ? ExitCode.interrupted : ExitCode.done;
    return { summary, folder: run.folder, exitCode };
  } finally {
    run.log.close();
    training.policy.dispose();
    training.optimizer.dispose();
    dropReference(training);
  }
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
