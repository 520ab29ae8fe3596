import { tf } from "./tf.js";
/** Whether the backend in use is TensorFlow itself, whose operations can be called by name. */
export function isNative() {
    return tf.getBackend() === 'tensorflow';
}
function backend() {
    return tf.backend();
}
function typeAttributes(types) {
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
export function nativeOperation(name, types, inputs, outputs) {
    return backend().executeMultipleOutputs(name, typeAttributes(types), inputs, outputs);
}
/** The same for an operation without results, which changes variables. */
export function nativeAction(name, types, inputs) {
    backend().executeMultipleOutputs(name, typeAttributes(types), inputs, 0);
}
let variables = 0;
/** One of TensorFlow's own variables, for the operations that change one in place. It holds a float32 value. */
export class TensorFlowVariable {
    handle;
    constructor(value) {
        const { TF_ATTR_SHAPE, TF_ATTR_STRING } = backend().binding;
        const attributes = [
            ...typeAttributes({ dtype: 'float32' }),
            { name: 'shape', type: TF_ATTR_SHAPE, value: value.shape },
            { name: 'shared_name', type: TF_ATTR_STRING, value: `prorl${variables++}` },
        ];
        [this.handle] = backend().executeMultipleOutputs('VarHandleOp', attributes, [], 1);
        nativeAction('AssignVariableOp', { dtype: 'float32' }, [this.handle, value]);
    }
    /** The value, which the caller owns from now on; the variable is gone. */
    take() {
        const [value] = nativeOperation('ReadVariableOp', { dtype: 'float32' }, [this.handle], 1);
        nativeAction('DestroyResourceOp', {}, [this.handle]);
        this.handle.dispose();
        return value;
    }
}
