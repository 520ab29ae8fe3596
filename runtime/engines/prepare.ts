import { Controller } from '../control/index.ts';
import { ExitCode, ProrlError } from '../errors.ts';
import { graphHash, stagePlan, type Graph } from '../graph/index.ts';
import { openSources, type Sources } from '../run/open-sources.ts';
import { checkOverlap } from '../run/overlap.ts';
import { checkStages, drawSuites, makeSamplers } from '../run/prepare.ts';
import type { Run, RunOptions } from '../run/run.ts';
import { newOptimizer, type Training } from '../run/training.ts';
import { findLibraries } from '../tasks/packages.ts';
import { VerifierFailure } from '../tasks/verifier-failure.ts';
import { openBackend, type Backend } from '../tensor/backend.ts';
import { limitsFor } from './memory.ts';
import { keptFolder, keptModel, loadModel, placeOfModel, shapeOf, threadsFor } from './model.ts';

/** On what a run takes place. */
export interface MachineOptions {
  /** A backend's name, `auto` (the default), or one that is open already. */
  readonly backend?: string | Backend | undefined;
  /** Whether large products round their factors to bfloat16; on `native` alone. */
  readonly fastMath?: boolean | undefined;
  /** The most bytes that the run may take; default: what the machine has. */
  readonly memory?: number | undefined;
}

interface PrepareOptions extends MachineOptions, Pick<RunOptions, 'onProgress'> {
  /** The folder of the run whose model goes on; default: the graph's own model. */
  readonly kept?: string;
}

/** What `prepare` opened and loaded. */
export interface Prepared {
  readonly graph: Graph;
  readonly hash: string;
  readonly backend: Backend;
  readonly modelName: string;
  readonly training: Training;
  readonly suites: Run['suites'];
  readonly sources: Sources;
}

/** Opens and loads all that a run needs and checks that it fits together; writes nothing. */
export async function prepare(graph: Graph, baseFolder: string, options: PrepareOptions): Promise<Prepared> {
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
  options: PrepareOptions,
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
