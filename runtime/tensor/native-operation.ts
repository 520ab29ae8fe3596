import { tf } from './tf.ts';

/** Whether the backend in use is TensorFlow itself, whose operations can be called by name. */
export function isNative(): boolean {
  return tf.getBackend() === 'tensorflow';
}

type TypeName = 'float32' | 'int32';

interface Attribute {
  readonly name: string;
  readonly type: number;
  readonly value: unknown;
}

interface NativeBackend {
  readonly binding: {
    readonly TF_ATTR_TYPE: number;
    readonly TF_ATTR_SHAPE: number;
    readonly TF_ATTR_STRING: number;
    readonly TF_FLOAT: number;
    readonly TF_INT32: number;
  };
  executeMultipleOutputs(
    name: string,
    attributes: readonly Attribute[],
    inputs: readonly tf.Tensor[],
    outputs: number,
  ): tf.Tensor[];
}

function backend(): NativeBackend {
  return tf.backend() as unknown as NativeBackend;
}

function typeAttributes(types: Readonly<Record<string, TypeName>>): Attribute[] {
  const { TF_ATTR_TYPE, TF_FLOAT, TF_INT32 } = backend().binding;
  return Object.entries(types).map(([name, dtype]) => ({
    name,
    type: TF_ATTR_TYPE,
    value: dtype === 'float32' ? TF_FLOAT : TF_INT32,
  }));
}

/**
 * Runs one of TensorFlow's operations that TensorFlow.js does not know. `types` are its attributes that name a type.
 * No gradient passes through it: call it inside `tf.customGrad`.
 */
export function nativeOperation(
  name: string,
  types: Readonly<Record<string, TypeName>>,
  inputs: readonly tf.Tensor[],
  outputs: number,
): tf.Tensor[] {
  return backend().executeMultipleOutputs(name, typeAttributes(types), inputs, outputs);
}

/** The same for an operation without results, which changes variables. */
export function nativeAction(
  name: string,
  types: Readonly<Record<string, TypeName>>,
  inputs: readonly tf.Tensor[],
): void {
  backend().executeMultipleOutputs(name, typeAttributes(types), inputs, 0);
}

let variables = 0;

/** One of TensorFlow's own variables, for the operations that change one in place. It holds a float32 value. */
export class TensorFlowVariable {
  readonly handle: tf.Tensor;

  constructor(value: tf.Tensor) {
    const { TF_ATTR_SHAPE, TF_ATTR_STRING } = backend().binding;
    const attributes: Attribute[] = [
      ...typeAttributes({ dtype: 'float32' }),
      { name: 'shape', type: TF_ATTR_SHAPE, value: value.shape },
      { name: 'shared_name', type: TF_ATTR_STRING, value: `prorl${variables++}` },
    ];
    [this.handle] = backend().executeMultipleOutputs('VarHandleOp', attributes, [], 1) as [tf.Tensor];
    nativeAction('AssignVariableOp', { dtype: 'float32' }, [this.handle, value]);
  }

  /** The value, which the caller owns from now on; the variable is gone. */
  take(): tf.Tensor {
    const [value] = nativeOperation('ReadVariableOp', { dtype: 'float32' }, [this.handle], 1) as [tf.Tensor];
    nativeAction('DestroyResourceOp', {}, [this.handle]);
    this.handle.dispose();
    return value;
  }
}
