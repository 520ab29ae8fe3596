import type { tf } from './tf.ts';
import type { Attribute, GraphNode } from './graph-def.ts';
/** What TensorFlow gives back of a tensor it has made. */
interface TensorMetadata {
    readonly id: number;
    readonly shape: number[];
    readonly dtype: number;
}
/** The part of tfjs-node's compiled addon that is used here. */
export interface Binding {
    readonly TF_ATTR_TYPE: number;
    readonly TF_INT32: number;
    createTensor(shape: number[], dtype: number, values: ArrayLike<number>): number;
    deleteTensor(id: number): void;
    executeOp(name: string, attributes: Attribute[], inputs: number[], outputs: number): TensorMetadata[];
    loadSavedModel(folder: string, tags: string): number;
    deleteSavedModel(id: number): void;
    runSavedModel(id: number, inputs: number[], inputNames: string, outputNames: string): TensorMetadata[];
}
/** tfjs's backend over TensorFlow, as far as it is used here. */
export interface TensorFlowBackend {
    binding: Binding;
    write(values: tf.BackendValues, shape: number[], dtype: tf.DataType): object;
    getInputTensorIds(tensors: readonly tf.TensorInfo[]): number[];
    createOutputTensor(metadata: TensorMetadata): tf.Tensor;
}
/** A tensor of the graph: `node` or `node:1`. */
export type Name = string;
/** A recorded operation, or a constant or input, in the order in which they came. */
export interface Recorded extends GraphNode {
    readonly outputs: readonly Name[];
}
/**
 * Records what an eager computation asks of TensorFlow, as the nodes of a graph. While `during` runs, the
 * backend's binding is replaced by one that notes every call and passes it on.
 */
export declare class Recording {
    readonly nodes: Recorded[];
    private readonly backend;
    private readonly nameOfId;
    private readonly rankOfId;
    private readonly nameOfConstant;
    /** Values that came into being during the recording, before TensorFlow has seen them. */
    private readonly written;
    constructor(backend: TensorFlowBackend);
    /** Declares a tensor as an input of the graph and gives its name there. */
    input(tensor: tf.Tensor): Name;
    /** The name in the graph of a tensor that was computed during the recording, or is an input. */
    nameOf(tensor: tf.Tensor): Name;
    /** Runs a computation and records it. */
    during<T>(work: () => T): T;
    /** The addon's properties are read-only and cannot be replaced one by one: this is a copy with three of our own. */
    private recorder;
    private operation;
    private nameOfInput;
    private constant;
    /** A constant of one value throughout takes no room in the file. */
    private fill;
    private constantOf;
    private add;
}
export {};
