/**
 * The few messages of TensorFlow's graph format that a recording needs, in protocol buffers' encoding
 * (graph.proto, node_def.proto, attr_value.proto, tensor.proto, saved_model.proto of TensorFlow 2).
 */
/** An attribute as tfjs-node hands it to TensorFlow: `type` is a TF_AttrType. */
export interface Attribute {
    readonly name: string;
    readonly type: number;
    readonly value: unknown;
}
export interface GraphNode {
    readonly name: string;
    readonly op: string;
    readonly inputs: readonly string[];
    readonly attributes: readonly Uint8Array[];
}
/** One entry of a node's attributes, from the form in which tfjs-node gives it. */
export declare function encodeAttribute({ name, type, value }: Attribute): Uint8Array;
/** The attribute that holds a constant: `data` is its content, little-endian. */
export declare function tensorAttribute(name: string, dtype: number, shape: readonly number[], data: Uint8Array): Uint8Array;
export declare function typeAttribute(name: string, dtype: number): Uint8Array;
export declare function shapeAttribute(name: string, shape: readonly number[]): Uint8Array;
/** A SavedModel of one graph under the tag `serve`. */
export declare function encodeSavedModel(nodes: readonly GraphNode[]): Uint8Array;
