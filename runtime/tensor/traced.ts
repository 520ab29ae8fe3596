import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeSavedModel } from './graph-def.ts';
import { Recording } from './recording.ts';
import type { Name, Recorded, TensorFlowBackend } from './recording.ts';
import { tf } from './tf.ts';

/**
 * Runs a computation as one graph on TensorFlow, and directly on every other backend. The first call with a key
 * and shapes records it; that call and all later ones run the graph, so that no result depends on what was traced
 * before. Every tensor that the computation reads must be among `inputs`; whatever else it depends on must be part
 * of the key. No gradient passes through it. Throws a RangeError where it reads a tensor that is no input, or makes
 * one of data that the graph would keep for good.
 */
export function traced(
  key: string,
  inputs: readonly tf.Tensor[],
  computation: () => tf.Tensor[],
): tf.Tensor[] {
  const backend = tracingBackend();
  if (backend === undefined) return tf.tidy(computation);
  return cached(`${key} ${signature(inputs)}`, () => record(backend, inputs, computation)).run(inputs);
}

/**
 * The same for a computation of one result, with gradients in `inputs`; `constants` are inputs without. What the
 * gradient needs of the forward pass is kept until it has been computed.
 */
export function tracedWithGradient(
  key: string,
  { inputs, constants }: GradientInputs,
  computation: () => tf.Tensor,
): tf.Tensor {
  const backend = tracingBackend();
  if (!isTapeOn()) return traced(key, [...inputs, ...constants], () => [computation()])[0] as tf.Tensor;
  if (backend === undefined) return computation();
  const pair = cached(`${key} d${inputs.length} ${signature([...inputs, ...constants])}`, () =>
    recordGradient(backend, { inputs, constants }, computation),
  );
  return applyWithGradient(pair, inputs, constants);
}

export interface GradientInputs {
  readonly inputs: readonly tf.Tensor[];
  readonly constants: readonly tf.Tensor[];
}

/** Whether computations become graphs here: then shapes that come back are worth some padding. */
export function tracesGraphs(): boolean {
  return tf.getBackend() === 'tensorflow';
}

/** Forgets all graphs. */
export function disposeTraces(): void {
  for (const graph of graphs.values()) graph.dispose();
  graphs.clear();
}

interface Traced {
  readonly run: (inputs: readonly tf.Tensor[]) => tf.Tensor[];
  dispose(): void;
}

interface TracedGradient {
  /** Gives the result, and what `backward` needs besides. */
  readonly forward: (inputs: readonly tf.Tensor[]) => tf.Tensor[];
  /** Takes the result's gradient, the inputs and what `forward` gave besides. */
  readonly backward: (inputs: readonly tf.Tensor[]) => tf.Tensor[];
  dispose(): void;
}

/** Graphs by what they compute, the longest unused first. */
const graphs = new Map<string, { dispose(): void }>();

/** Each holds some of TensorFlow's memory; shapes that come back do so soon. */
const mostGraphs = 512;

function cached<G extends { dispose(): void }>(key: string, make: () => G): G {
  const graph = (graphs.get(key) as G | undefined) ?? make();
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
function signature(inputs: readonly tf.Tensor[]): string {
  const first = firsts(inputs);
  return inputs
    .map(({ dtype, shape }, i) => (first[i] === i ? `${dtype}[${shape.join()}]` : first[i]))
    .join(' ');
}

/** Of each tensor, the index of the first one with the same data. */
function firsts(inputs: readonly tf.Tensor[]): number[] {
  const known = new Map<object, number>();
  return inputs.map(({ dataId }, i) => {
    if (!known.has(dataId)) known.set(dataId, i);
    return known.get(dataId) as number;
  });
}

let recording = false;

/** TensorFlow's backend where it is in use and no recording is under way: inside one, everything is recorded anyway. */
function tracingBackend(): TensorFlowBackend | undefined {
  if (recording || !tracesGraphs()) return undefined;
  return tf.backend() as unknown as TensorFlowBackend;
}

/** What TensorFlow.js remembers for gradients. */
interface TapeState {
  gradientDepth: number;
  activeTape: unknown;
}

function tapeState(): TapeState {
  return (tf.engine() as unknown as { state: TapeState }).state;
}

function isTapeOn(): boolean {
  return tapeState().gradientDepth > 0;
}

/** A graph that TensorFlow has loaded. Any of its tensors can be fed, and any fetched. */
class Graph {
  private readonly backend: TensorFlowBackend;
  private readonly id: number;

  constructor(backend: TensorFlowBackend, nodes: readonly Recorded[]) {
    this.backend = backend;
    const folder = mkdtempSync(join(tmpdir(), 'prorl-graph-'));
    try {
      writeFileSync(join(folder, 'saved_model.pb'), encodeSavedModel(nodes));
      this.id = backend.binding.loadSavedModel(folder, 'serve');
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  /** A function that takes one tensor for each of the fed names and gives one for each of the fetched. */
  runner(fed: readonly Name[], fetched: readonly Name[]): (inputs: readonly tf.Tensor[]) => tf.Tensor[] {
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

  dispose(): void {
    this.backend.binding.deleteSavedModel(this.id);
  }
}

function endpoint(name: Name): string {
  return name.includes(':') ? name : `${name}:0`;
}

function record(
  backend: TensorFlowBackend,
  inputs: readonly tf.Tensor[],
  computation: () => tf.Tensor[],
): Traced {
  return recordingOf(() => {
    const tape = new Recording(backend);
    const names = inputs.map((input) => tape.input(input));
    const results = tape.during(computation);
    const outputs = results.map((result) => tape.nameOf(result));
    const graph = new Graph(backend, tape.nodes);
    return { run: graph.runner(names, outputs), dispose: () => graph.dispose() };
  });
}

function recordGradient(
  backend: TensorFlowBackend,
  { inputs, constants }: GradientInputs,
  computation: () => tf.Tensor,
): TracedGradient {
  return recordingOf(() => {
    const dy = tf.onesLike(tf.tidy(computation));
    const tape = new Recording(backend);
    const names = [...inputs, ...constants].map((input) => tape.input(input));
    const dyName = tape.input(dy);
    const { value, grads } = tape.during(() => tf.valueAndGrads(computation)([...inputs], dy));
    const y = tape.nameOf(value);
    const gradients = grads.map((gradient) => tape.nameOf(gradient));
    const kept = neededOfForward(tape.nodes, y, gradients);
    const graph = new Graph(backend, tape.nodes);
    return {
      forward: graph.runner(names, [y, ...kept]),
      backward: graph.runner([dyName, ...names, ...kept], gradients),
      dispose: () => graph.dispose(),
    };
  });
}

function applyWithGradient(
  { forward, backward }: TracedGradient,
  inputs: readonly tf.Tensor[],
  constants: readonly tf.Tensor[],
): tf.Tensor {
  const operation = tf.customGrad((...given) => {
    const save = given.pop() as tf.GradSaveFunc;
    const all = [...(given as tf.Tensor[]), ...constants];
    const [value, ...kept] = forward(all) as [tf.Tensor, ...tf.Tensor[]];
    save([...all, ...kept]);
    return {
      value,
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => {
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
function neededOfForward(nodes: readonly Recorded[], y: Name, gradients: readonly Name[]): Name[] {
  const varying = new Set<Name>();
  for (const node of nodes) {
    if (node.op === 'Placeholder' || node.inputs.some((input) => varying.has(input))) {
      node.outputs.forEach((output) => varying.add(output));
    }
  }
  const computed = new Set(
    [...ancestors(nodes, [y])]
      .filter((node) => node.op !== 'Placeholder')
      .flatMap((node) => node.outputs)
      .filter((output) => varying.has(output)),
  );
  const kept = new Set(gradients.filter((name) => computed.has(name)));
  for (const node of ancestors(nodes, gradients)) {
    if (node.outputs.some((output) => computed.has(output))) continue;
    for (const input of node.inputs) if (computed.has(input)) kept.add(input);
  }
  return [...kept];
}

/** The nodes that some names depend on. */
function ancestors(nodes: readonly Recorded[], names: readonly Name[]): Set<Recorded> {
  const wanted = new Set(names);
  const found = new Set<Recorded>();
  for (const node of [...nodes].reverse()) {
    if (!node.outputs.some((output) => wanted.has(output))) continue;
    found.add(node);
    node.inputs.forEach((input) => wanted.add(input));
  }
  return found;
}

/** Runs work as a recording: its tensors are freed, and the tape of a gradient that is being taken does not see it. */
function recordingOf<T>(work: () => T): T {
  const state = tapeState();
  const { gradientDepth, activeTape } = state;
  recording = true;
  state.gradientDepth = 0;
  tf.engine().startScope();
  try {
    return work();
  } finally {
    tf.engine().endScope();
    state.gradientDepth = gradientDepth;
    state.activeTape = activeTape;
    recording = false;
  }
}
