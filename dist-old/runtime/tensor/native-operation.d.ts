import { tf } from './tf.ts';
/** Whether the backend in use is TensorFlow itself, whose operations can be called by name. */
export declare function isNative(): boolean;
type TypeName = 'float32' | 'int32';
/**
 * Runs one of TensorFlow's operations that TensorFlow.js does not know. `types` are its attributes that name a type.
 * No gradient passes through it: call it inside `tf.customGrad`.
 */
export declare function nativeOperation(name: string, types: Readonly<Record<string, TypeName>>, inputs: readonly tf.Tensor[], outputs: number): tf.Tensor[];
/** The same for an operation without results, which changes variables. */
export declare function nativeAction(name: string, types: Readonly<Record<string, TypeName>>, inputs: readonly tf.Tensor[]): void;
/** One of TensorFlow's own variables, for the operations that change one in place. It holds a float32 value. */
export declare class TensorFlowVariable {
    readonly handle: tf.Tensor;
    constructor(value: tf.Tensor);
    /** The value, which the caller owns from now on; the variable is gone. */
    take(): tf.Tensor;
}
export {};
