import { tf } from './tf.ts';

/** Whether the backend in use is TensorFlow itself, whose operations can be called by name. */
export function isNative(): boolean {
  return tf.getBackend() === 'tensorflow';
}

interface NativeBackend {
  readonly binding: { readonly TF_ATTR_TYPE: number; readonly TF_FLOAT: number; readonly TF_INT32: number };
  executeMultipleOutputs(
    name: string,
    attributes: { name: string; type: number; value: unknown }[],
    inputs: readonly tf.Tensor[],
    outputs: number,
  ): tf.Tensor[];
}

/**
 * Runs one of TensorFlow's operations that TensorFlow.js does not know. `types` are its attributes that name a type.
 * No gradient passes through it: call it inside `tf.customGrad`.
 */
export function nativeOperation(
  name: string,
  types: Readonly<Record<string, 'float32' | 'int32'>>,
  inputs: readonly tf.Tensor[],
  outputs: number,
): tf.Tensor[] {
  const backend = tf.backend() as unknown as NativeBackend;
  const { TF_ATTR_TYPE: type, TF_FLOAT, TF_INT32 } = backend.binding;
  const attributes = Object.entries(types).map(([name, dtype]) => ({
    name,
    type,
    value: dtype === 'float32' ? TF_FLOAT : TF_INT32,
  }));
  return backend.executeMultipleOutputs(name, attributes, inputs, outputs);
}
