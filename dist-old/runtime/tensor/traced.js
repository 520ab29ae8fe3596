import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeSavedModel } from "./graph-def.js";
import { Recording } from "./recording.js";
import { tf } from "./tf.js";
/**
 * Runs a computation as one graph on TensorFlow, and directly on every other backend. The first call with a key
 * and shapes records it; that call and all later ones run the graph, so that no result depends on what was traced
 * before. Every tensor that the computation reads must be among `inputs`; whatever else it depends on must be part
 * of the key. No gradient passes through it. Throws a RangeError where it reads a tensor that is no input, or makes
 * one of data that the graph would keep for good.
 */
export function traced(key, inputs, computation) {
    const backend = tracingBackend();
    if (backend === undefined)
        return tf.tidy(computation);
    return cached(`${key} ${signature(inputs)}`, () => record(backend, inputs, computation)).run(inputs);
}
/**
 * The same for a computation of one result, with gradients in `inputs`; `constants` are inputs without. What the
 * gradient needs of the forward pass is kept until it has been computed, or, with `recompute`, computed again.
 */
export function tracedWithGradient(key, { inputs, constants, recompute = false }, computation) {
    const backend = tracingBackend();
    if (!isTapeOn())
        return traced(key, [...inputs, ...constants], () => [computation()])[0];
    if (backend === undefined)
        return computation();
    const pair = cached(`${key} d${inputs.length} ${recompute} ${signature([...inputs, ...constants])}`, () => recordGradient(backend, { inputs, constants, recompute }, computation));
    return applyWithGradient(pair, inputs, constants);
}
/** Whether computations become graphs here: then shapes that come back are worth some padding. */
export function tracesGraphs() {
    return tf.getBackend() === 'tensorflow';
}
/** Forgets all graphs. */
export function disposeTraces() {
    for (const graph of graphs.values())
        graph.dispose();
    graphs.clear();
}
/** Graphs by what they compute, the longest unused first. */
const graphs = new Map();
/** Each holds some of TensorFlow's memory; shapes that come back do so soon. */
const mostGraphs = 512;
function cached(key, make) {
    const graph = graphs.get(key) ?? make();
    graphs.delete(key);
    graphs.set(key, graph);
    const [oldest] = graphs.keys();
    if (graphs.size > mostGraphs && oldest !== undefined) {
        graphs.get(oldest)?.dispose();
        graphs.delete(oldest);
    }
    return graph;
}
/** Shapes and types, and which inputs are the same tensor: a graph takes each once. */
function signature(inputs) {
    const first = firsts(inputs);
    return inputs
        .map(({ dtype, shape }, i) => (first[i] === i ? `${dtype}[${shape.join()}]` : first[i]))
        .join(' ');
}
/** Of each tensor, the index of the first one with the same data. */
function firsts(inputs) {
    const known = new Map();
    return inputs.map(({ dataId }, i) => {
        if (!known.has(dataId))
            known.set(dataId, i);
        return known.get(dataId);
    });
}
let recording = false;
/** TensorFlow's backend where it is in use and no recording is under way: inside one, everything is recorded anyway. */
function tracingBackend() {
    if (recording || !tracesGraphs())
        return undefined;
    return tf.backend();
}
function tapeState() {
    return tf.engine().state;
}
function isTapeOn() {
    return tapeState().gradientDepth > 0;
}
/** A graph that TensorFlow has loaded. Any of its tensors can be fed, and any fetched. */
class Graph {
    backend;
    id;
    constructor(backend, nodes) {
        this.backend = backend;
        const folder = mkdtempSync(join(tmpdir(), 'prorl-graph-'));
        try {
            writeFileSync(join(folder, 'saved_model.pb'), encodeSavedModel(nodes));
            this.id = backend.binding.loadSavedModel(folder, 'serve');
        }
        finally {
            rmSync(folder, { recursive: true });
        }
    }
    /** A function that takes one tensor for each of the fed names and gives one for each of the fetched. */
    runner(fed, fetched) {
        const isFirst = fed.map((name, i) => fed.indexOf(name) === i);
        const inputNames = fed
            .filter((_, i) => isFirst[i])
            .map(endpoint)
            .join();
        const outputNames = fetched.map(endpoint).join();
        const { backend } = this;
        return (inputs) => {
            const ids = backend.getInputTensorIds(inputs.filter((_, i) => isFirst[i]));
            return backend.binding
                .runSavedModel(this.id, ids, inputNames, outputNames)
                .map((result) => backend.createOutputTensor(result));
        };
    }
    dispose() {
        this.backend.binding.deleteSavedModel(this.id);
    }
}
function endpoint(name) {
    return name.includes(':') ? name : `${name}:0`;
}
function record(backend, inputs, computation) {
    return recordingOf(() => {
        const tape = new Recording(backend);
        const names = inputs.map((input) => tape.input(input));
        const results = tape.during(computation);
        const outputs = results.map((result) => tape.nameOf(result));
        const graph = new Graph(backend, tape.nodes);
        return { run: graph.runner(names, outputs), dispose: () => graph.dispose() };
    });
}
function recordGradient(backend, { inputs, constants, recompute }, computation) {
    return recordingOf(() => {
        const dy = tf.onesLike(tf.tidy(computation));
        const tape = new Recording(backend);
        const names = [...inputs, ...constants].map((input) => tape.input(input));
        const dyName = tape.input(dy);
        const { value, grads } = tape.during(() => tf.valueAndGrads(computation)([...inputs], dy));
        const y = tape.nameOf(value);
        const gradients = grads.map((gradient) => tape.nameOf(gradient));
        const kept = recompute === true ? [] : neededOfForward(tape.nodes, y, gradients);
        const graph = new Graph(backend, tape.nodes);
        return {
            forward: graph.runner(names, [y, ...kept]),
            backward: graph.runner([dyName, ...names, ...kept], gradients),
            dispose: () => graph.dispose(),
        };
    });
}
function applyWithGradient({ forward, backward }, inputs, constants) {
    const operation = tf.customGrad((...given) => {
        const save = given.pop();
        const all = [...given, ...constants];
        const [value, ...kept] = forward(all);
        save([...all, ...kept]);
        return {
            value,
            gradFunc: (dy, saved) => {
                const gradients = backward([dy, ...saved]);
                // TensorFlow.js would keep it all until the gradient of the whole model is there.
                saved.forEach((tensor) => tensor.dispose());
                return gradients;
            },
        };
    });
    return operation(...inputs);
}
/** What the gradients need of the forward pass: its results, but no inputs and nothing made of constants alone. */
function neededOfForward(nodes, y, gradients) {
    const varying = new Set();
    for (const node of nodes) {
        if (node.op === 'Placeholder' || node.inputs.some((input) => varying.has(input))) {
            node.outputs.forEach((output) => varying.add(output));
        }
    }
    const computed = new Set([...ancestors(nodes, [y])]
        .filter((node) => node.op !== 'Placeholder')
        .flatMap((node) => node.outputs)
        .filter((output) => varying.has(output)));
    const kept = new Set(gradients.filter((name) => computed.has(name)));
    for (const node of ancestors(nodes, gradients)) {
        if (node.outputs.some((output) => computed.has(output)))
            continue;
        for (const input of node.inputs)
            if (computed.has(input))
                kept.add(input);
    }
    return [...kept];
}
/** The nodes that some names depend on. */
function ancestors(nodes, names) {
    const wanted = new Set(names);
    const found = new Set();
    for (const node of [...nodes].reverse()) {
        if (!node.outputs.some((output) => wanted.has(output)))
            continue;
        found.add(node);
        node.inputs.forEach((input) => wanted.add(input));
    }
    return found;
}
/** Runs work as a recording: its tensors are freed, and the tape of a gradient that is being taken does not see it. */
function recordingOf(work) {
    const state = tapeState();
    const { gradientDepth, activeTape } = state;
    recording = true;
    state.gradientDepth = 0;
    tf.engine().startScope();
    try {
        return work();
    }
    finally {
        tf.engine().endScope();
        state.gradientDepth = gradientDepth;
        state.activeTape = activeTape;
        recording = false;
    }
}
