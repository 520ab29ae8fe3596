import { resolve } from 'node:path';
import type { Graph } from '../graph/index.ts';
import { stageBound, totalBound } from '../run/bounds.ts';
import { dataWarnings } from '../run/data-record.ts';
import { EventLog } from '../run/event-log.ts';
import { checkFree, createRunFolder, type RunInfo } from '../run/folder.ts';
import { emit, warn } from '../run/run.ts';
import { noSandboxPermitted } from '../sandbox/permission.ts';
import { prorlVersion } from '../version.ts';
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
