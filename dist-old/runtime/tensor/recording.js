import { encodeAttribute, shapeAttribute, tensorAttribute, typeAttribute } from "./graph-def.js";
/** A constant of more elements is taken for data that should have been an input. */
const largestConstant = 256;
/**
 * Records what an eager computation asks of TensorFlow, as the nodes of a graph. While `during` runs, the
 * backend's binding is replaced by one that notes every call and passes it on.
 */
export class Recording {
    nodes = [];
    backend;
    nameOfId = new Map();
    rankOfId = new Map();
    nameOfConstant = new Map();
    /** Values that came into being during the recording, before TensorFlow has seen them. */
    written = new Set();
    constructor(backend) {
        this.backend = backend;
    }
    /** Declares a tensor as an input of the graph and gives its name there. */
    input(tensor) {
        const [id] = this.backend.getInputTensorIds([tensor]);
        const known = this.nameOfId.get(id);
        if (known !== undefined)
            return known;
        const dtype = dtypeNumber(tensor.dtype);
        this.rankOfId.set(id, tensor.rank);
        return this.add('Placeholder', [], [typeAttribute('dtype', dtype), shapeAttribute('shape', tensor.shape)], [id]);
    }
    /** The name in the graph of a tensor that was computed during the recording, or is an input. */
    nameOf(tensor) {
        const [id] = this.during(() => this.backend.getInputTensorIds([tensor]));
        return this.nameOfInput(id, 'a result');
    }
    /** Runs a computation and records it. */
    during(work) {
        const { backend } = this;
        const { binding } = backend;
        const write = backend.write;
        backend.binding = this.recorder(binding);
        backend.write = (values, shape, dtype) => {
            this.written.add(values);
            return write.call(backend, values, shape, dtype);
        };
        try {
            return work();
        }
        finally {
            backend.binding = binding;
            backend.write = write;
        }
    }
    /** The addon's properties are read-only and cannot be replaced one by one: this is a copy with three of our own. */
    recorder(binding) {
        return {
            ...Object.fromEntries(allKeys(binding).map((key) => [key, binding[key]])),
            createTensor: (shape, dtype, values) => {
                const id = binding.createTensor(shape, dtype, values);
                this.nameOfId.set(id, this.constant(shape, dtype, values));
                return id;
            },
            executeOp: (op, attributes, inputs, outputs) => {
                const results = binding.executeOp(op, attributes, inputs, outputs);
                this.operation(op, attributes, inputs, results);
                return results;
            },
        };
    }
    operation(op, attributes, inputs, results) {
        const names = inputs.map((id) => this.nameOfInput(id, `an input of ${op}`));
        const ids = results.map(({ id, shape }) => {
            this.rankOfId.set(id, shape.length);
            return id;
        });
        // tfjs multiplies plain matrices as batches of one; TensorFlow has a faster kernel for them.
        if (op === 'BatchMatMulV2' && inputs.every((id) => this.rankOfId.get(id) === 2)) {
            const renamed = attributes.map((attribute) => ({
                ...attribute,
                name: attribute.name.replace('adj_x', 'transpose_a').replace('adj_y', 'transpose_b'),
            }));
            this.add('MatMul', names, renamed.map(encodeAttribute), ids);
            return;
        }
        this.add(op, names, attributes.map(encodeAttribute), ids);
    }
    nameOfInput(id, what) {
        const name = this.nameOfId.get(id);
        if (name === undefined) {
            throw new RangeError(`${what} was made before the recording and is not declared as an input`);
        }
        return name;
    }
    constant(shape, dtype, values) {
        if (values.length === 0 || !this.written.has(values)) {
            throw new RangeError(`a tensor of shape [${shape}] was made before the recording and is not declared as an input`);
        }
        const view = values;
        if (values.length > largestConstant && !view.every((value) => value === view[0])) {
            throw new RangeError(`a recording made a constant of shape [${shape}]: data that may differ from call to call must be an input`);
        }
        const uniform = values.length > largestConstant;
        const data = uniform ? view.slice(0, 1) : view;
        const content = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
        const key = `${dtype} ${shape} ${uniform} ${Buffer.from(content).toString('base64')}`;
        const known = this.nameOfConstant.get(key);
        if (known !== undefined)
            return known;
        const name = uniform
            ? this.fill(shape, dtype, content)
            : this.add('Const', [], [typeAttribute('dtype', dtype), tensorAttribute('value', dtype, shape, content)], []);
        this.nameOfConstant.set(key, name);
        return name;
    }
    /** A constant of one value throughout takes no room in the file. */
    fill(shape, dtype, element) {
        const { TF_INT32 } = this.backend.binding;
        const size = this.constantOf(TF_INT32, [shape.length], Int32Array.from(shape));
        const value = this.add('Const', [], [typeAttribute('dtype', dtype), tensorAttribute('value', dtype, [], element)], []);
        return this.add('Fill', [size, value], [typeAttribute('T', dtype), typeAttribute('index_type', TF_INT32)], []);
    }
    constantOf(dtype, shape, values) {
        this.written.add(values);
        return this.constant(shape, dtype, values);
    }
    add(op, inputs, attributes, ids) {
        const name = `n${this.nodes.length}`;
        const outputs = ids.length === 0 ? [name] : ids.map((_, i) => (i === 0 ? name : `${name}:${i}`));
        ids.forEach((id, i) => this.nameOfId.set(id, outputs[i]));
        this.nodes.push({ name, op, inputs, attributes, outputs });
        return name;
    }
}
function dtypeNumber(dtype) {
    const numbers = { float32: 1, int32: 3, bool: 10 };
    const number = numbers[dtype];
    if (number === undefined)
        throw new RangeError(`a tensor of type ${dtype} cannot be an input of a graph`);
    return number;
}
function allKeys(object) {
    const keys = [];
    for (let at = object; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
        keys.push(...Object.getOwnPropertyNames(at).filter((key) => key !== 'constructor'));
    }
    return keys;
}
