import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProrlError } from "../errors.js";
import { writing } from "./disk.js";
import { runLoop } from "./loop.js";
import { emit } from "./run.js";
export const SUMMARY_FILE = 'summary.json';
export const FINAL_FOLDER = 'final';
/**
 * Runs to the end and leaves behind what a run leaves: the final model, the last event and summary.json.
 * When the run fails, the summary says so before the error goes on.
 */
export async function runToEnd(run, resumed) {
    let end;
    try {
        end = await runLoop(run, resumed);
        if (end.status !== 'interrupted')
            await saveFinal(run);
        finishLog(run, end.status);
    }
    catch (cause) {
        // The cause matters more than a summary that cannot be written on a full disk.
        try {
            finishLog(run, 'failed');
            writeSummary(run, summarise(run, 'failed', null, cause));
        }
        catch {
            /* the cause follows */
        }
        throw cause;
    }
    const summary = summarise(run, end.status, end.final, null);
    writeSummary(run, summary);
    return summary;
}
/** Whether the folder's run came to its own end. */
export function isFinished(folder) {
    const path = join(folder, SUMMARY_FILE);
    if (!existsSync(path))
        return false;
    try {
        return JSON.parse(readFileSync(path, 'utf8'))?.status === 'done';
    }
    catch {
        // It says nothing that going on from the checkpoint would not say again.
        return false;
    }
}
/** Writes the policy as a model folder, whole or not at all. */
async function saveFinal(run) {
    const { disk, folder, training } = run;
    const partial = join(folder, `.${FINAL_FOLDER}.partial`);
    disk.remove(partial);
    await training.policy.saveTo(partial, training.tokenizer);
    writing(join(folder, FINAL_FOLDER), `run \`prorl resume ${folder}\``, () => {
        disk.remove(join(folder, FINAL_FOLDER));
        disk.rename(partial, join(folder, FINAL_FOLDER));
    });
}
function finishLog(run, status) {
    const { steps, tokens } = run.training.controller;
    emit(run, { event: 'run.end', step: steps, seconds: run.seconds(), status, tokens });
    run.log.sync();
}
function writeSummary(run, summary) {
    const path = join(run.folder, SUMMARY_FILE);
    writing(path, `run \`prorl resume ${run.folder}\``, () => {
        run.disk.write(`${path}.partial`, [Buffer.from(`${JSON.stringify(summary, null, 2)}\n`)]);
        run.disk.rename(`${path}.partial`, path);
    });
}
function summarise(run, status, final, cause) {
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
        prorl: run.prorl,
        libraries: graph.libraries,
        data: [...run.data],
        parameters: training.policy.numberOfParameters,
        steps,
        tokens,
        seconds: run.seconds(),
        base: record.base,
        final,
        resets: record.resets,
        guards: record.guards,
        stages: record.stages,
    };
}
