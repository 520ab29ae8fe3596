import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProrlError } from '../errors.ts';
import { writePeftFolder, type AdaptedModel } from '../model/peft-folder.ts';
import { writing } from './disk.ts';
import { BASE_FOLDER } from './folder.ts';
import { runLoop, type LoopEnd } from './loop.ts';
import { emit, type Run } from './run.ts';
import type { Summary } from './summary.ts';

export const SUMMARY_FILE = 'summary.json';
export const FINAL_FOLDER = 'final';

/**
 * Runs to the end and leaves behind what a run leaves: the final model, the last event and summary.json.
 * When the run fails, the summary says so before the error goes on.
 */
export async function runToEnd(run: Run, resumed: boolean): Promise<Summary> {
  let end: LoopEnd;
  try {
    end = await runLoop(run, resumed);
    if (end.status !== 'interrupted') await saveFinal(run);
    finishLog(run, end.status);
  } catch (cause) {
    // The cause matters more than a summary that cannot be written on a full disk.
    try {
      finishLog(run, 'failed');
      writeSummary(run, summarise(run, 'failed', null, cause));
    } catch {
      /* the cause follows */
    }
    throw cause;
  }
  const summary = summarise(run, end.status, end.final, null);
  writeSummary(run, summary);
  return summary;
}

/** Whether the folder's run came to its own end. */
export function isFinished(folder: string): boolean {
  const path = join(folder, SUMMARY_FILE);
  if (!existsSync(path)) return false;
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as Summary | null)?.status === 'done';
  } catch {
    // It says nothing that going on from the checkpoint would not say again.
    return false;
  }
}

/** Where the final model's folder has the adapters that were taken into it. */
export const ADAPTER_FOLDER = 'adapter';

/** Writes the policy as a model folder, and its adapters by themselves too, whole or not at all. */
async function saveFinal(run: Run): Promise<void> {
  const { disk, folder, training } = run;
  const partial = join(folder, `.${FINAL_FOLDER}.partial`);
  disk.remove(partial);
  const { policy, tokenizer } = training;
  await policy.saveTo(partial, tokenizer);
  // In a folder of its own: transformers would take adapters that lie beside weights for ones to be added to them.
  if (policy.adapters !== null) {
    await writePeftFolder(join(partial, ADAPTER_FOLDER), policy.adapters, adaptedModel(run));
  }
  writing(join(folder, FINAL_FOLDER), `run \`prorl resume ${folder}\``, () => {
    disk.remove(join(folder, FINAL_FOLDER));
    disk.rename(partial, join(folder, FINAL_FOLDER));
  });
}

/** A model of the hub goes by its name there, any other is where this run has kept it. */
function adaptedModel({ graph: { model }, folder }: Run): AdaptedModel {
  return model.source === 'hf'
    ? { name: model.repository, revision: model.revision }
    : { name: join(folder, BASE_FOLDER), revision: null };
}

function finishLog(run: Run, status: Summary['status']): void {
  const { steps, tokens } = run.training.controller;
  emit(run, { event: 'run.end', step: steps, seconds: run.seconds(), status, tokens });
  run.log.sync();
}

function writeSummary(run: Run, summary: Summary): void {
  const path = join(run.folder, SUMMARY_FILE);
  writing(path, `run \`prorl resume ${run.folder}\``, () => {
    run.disk.write(`${path}.partial`, [Buffer.from(`${JSON.stringify(summary, null, 2)}\n`)]);
    run.disk.rename(`${path}.partial`, path);
  });
}

function summarise(run: Run, status: Summary['status'], final: Summary['final'], cause: unknown): Summary {
  const { graph, record, training } = run;
  const { steps, tokens } = training.controller;
  const error = cause instanceof ProrlError ? cause.message : cause === null ? null : String(cause);
  return {
    format: 'prorl-summary/1',
    status,
    error,
    pipeline: graph.pipeline,
    graph: run.graphHash,
    seed: graph.seed,
    backend: run.backend,
    ...(run.fastMath ? { fastMath: true } : {}),
    prorl: run.prorl,
    libraries: graph.libraries,
    data: [...run.data],
    parameters: training.policy.numberOfParameters,
    trained: training.policy.trained.size,
    steps,
    tokens,
    seconds: run.seconds(),
    base: record.base,
    final,
    resets: record.resets,
    guards: record.guards,
    stages: record.stages,
    skipped: record.skipped,
  };
}
