import { ExitCode, ProrlError } from "../errors.js";
import { stagePlan } from "../graph/index.js";
import { encodeSafetensors } from "../model/safetensors.js";
import { dropReference, newOptimizer } from "./training.js";
export function emptyRecord() {
    return { seconds: 0, base: {}, resets: [], guards: [], stages: [], warnings: [], best: {}, pending: null };
}
/** The files of a checkpoint: state.json and the weights of policy, reference and optimizer. */
export async function stateFiles(training, of) {
    const optimizer = await training.optimizer.state();
    const state = {
        format: 'prorl-state/1',
        ...of,
        controller: training.controller.state(),
        mixtures: Object.fromEntries([...training.samplers].map(([name, sampler]) => [name, sampler.state()])),
        reference: training.reference?.origin ?? null,
        optimizerStep: optimizer.step,
    };
    return {
        'state.json': [Buffer.from(`${JSON.stringify(state, null, 2)}\n`)],
        'policy.safetensors': encodeSafetensors(await training.policy.snapshot()),
        ...(training.reference === null
            ? {}
            : { 'reference.safetensors': encodeSafetensors(await training.reference.policy.snapshot()) }),
        'optimizer.safetensors': encodeSafetensors(optimizer.tensors),
    };
}
/** Reads a checkpoint's state.json; its bytes have been checked against their hash. */
export function parseState(bytes, graph) {
    const state = JSON.parse(bytes.toString('utf8'));
    if (state.format !== 'prorl-state/1') {
        throw new ProrlError(`The checkpoint is of the form ${String(state.format)}, which this prorl does not read.`, {
            exitCode: ExitCode.pipeline,
            hint: 'Resume with the version of prorl that wrote it; summary.json or run.json names it.',
        });
    }
    if (state.graph !== graph) {
        throw new ProrlError(`The checkpoint belongs to another pipeline: its graph is ${state.graph.slice(0, 12)}, this one ${graph.slice(0, 12)}.`, {
            exitCode: ExitCode.pipeline,
            hint: 'A run goes on only with the graph that it was started with. Start a changed pipeline with another --out.',
        });
    }
    return state;
}
/** Puts training back to where a checkpoint was taken. */
export function restoreTraining(training, state, weights) {
    const { controller } = training;
    controller.restore(state.controller);
    for (const [name, sampler] of training.samplers) {
        const saved = state.mixtures[name];
        if (saved !== undefined)
            sampler.restore(saved);
    }
    training.policy.restore(weights.policy);
    dropReference(training);
    if (weights.reference !== null && state.reference !== null) {
        const policy = training.policy.clone();
        policy.restore(weights.reference);
        training.reference = { policy, origin: state.reference };
    }
    // A run whose stages are all done keeps the last one's optimizer, though nothing uses it any more.
    const last = controller.graph.stages.at(-1);
    training.optimizer.dispose();
    training.optimizer = newOptimizer(training.policy, controller.stage ?? stagePlan(controller.graph, last.id));
    training.optimizer.restore({ step: state.optimizerStep, tensors: new Map(weights.optimizer) });
}
