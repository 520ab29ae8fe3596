import { tf } from "../tf.js";
/**
 * `BatchMatMul` for the wasm backend. As shipped it uses XNNPACK for one product without transposition and
 * plain loops, twelve times slower, for all else: batches, transposed operands (of which every gradient of a
 * product is made), and a batch times one matrix. Here all of them are led to XNNPACK: operands are
 * transposed by the transpose kernel, a batch times one matrix becomes one product, and a batch of products
 * runs matrix by matrix on views of the operands' memory.
 */
export function registerFastMatMul(backend) {
    if (shipped !== undefined)
        return;
    const original = tf.getKernel('BatchMatMul', 'wasm');
    shipped = original.kernelFunc;
    let multiply = multiplier(backend);
    tf.unregisterKernel('BatchMatMul', 'wasm');
    tf.registerKernel({
        kernelName: 'BatchMatMul',
        backendName: 'wasm',
        kernelFunc: ((call) => batchMatMul(call, multiply)),
        // Runs when the backend is started anew after it was disposed of.
        setupFunc: (started) => {
            original.setupFunc?.(started);
            multiply = multiplier(started);
        },
    });
}
/** The kernel that this one replaces: still the better one for products too small to be worth a call each. */
let shipped;
/** Multiplications in one matrix of a batch below which the shipped kernel is quicker (measured). */
const smallProduct = 8000;
function multiplier(backend) {
    const { wasm } = backend;
    const number = 'number';
    const call = wasm.cwrap('BatchMatMul', null, [
        ...[number, 'array', number],
        ...[number, 'array', number],
        ...[number, number, number],
    ]);
    const shapes = new Map();
    const shapeOf = ({ rows, columns }) => {
        const key = rows * 0x100000 + columns;
        let bytes = shapes.get(key);
        if (bytes === undefined) {
            bytes = new Uint8Array(new Int32Array([1, rows, columns]).buffer);
            if (shapes.size > 1000)
                shapes.clear();
            shapes.set(key, bytes);
        }
        return bytes;
    };
    return (a, b, outId) => call(a.id, shapeOf(a), 3, b.id, shapeOf(b), 3, 0, 0, outId);
}
function batchMatMul({ inputs, backend, attrs }, multiply) {
    const a = inputs['a'];
    const b = inputs['b'];
    if (a.dtype !== 'float32' || b.dtype !== 'float32') {
        throw new Error(`matMul on the wasm backend takes float32, not ${a.dtype} and ${b.dtype}`);
    }
    const [rows, columns] = [a.shape.at(attrs.transposeA ? -1 : -2), b.shape.at(attrs.transposeB ? -2 : -1)];
    const inner = a.shape.at(attrs.transposeA ? -2 : -1);
    if (tf.util.sizeFromShape(b.shape.slice(0, -2)) > 1 && rows * columns * inner < smallProduct) {
        return shipped({ inputs, backend, attrs });
    }
    const left = attrs.transposeA ? transposed(a, backend) : a;
    const right = attrs.transposeB ? transposed(b, backend) : b;
    const [m, k] = left.shape.slice(-2);
    const [rightK, n] = right.shape.slice(-2);
    if (k !== rightK)
        throw new Error(`matMul: shapes [${a.shape}] and [${b.shape}] do not fit`);
    const batchShape = tf.broadcast_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
    const batchA = tf.util.sizeFromShape(a.shape.slice(0, -2));
    const batchB = tf.util.sizeFromShape(b.shape.slice(0, -2));
    const batch = tf.util.sizeFromShape(batchShape);
    if ((batchA !== batch && batchA !== 1) || (batchB !== batch && batchB !== 1)) {
        throw new Error(`matMul: batches [${a.shape}] and [${b.shape}] can be broadcast only from 1 on the wasm backend`);
    }
    const internals = backend;
    const out = backend.makeOutput([...batchShape, m, n], 'float32');
    if (batch * m * n > 0 && k > 0) {
        const leftData = internals.dataIdMap.get(left.dataId);
        const rightData = internals.dataIdMap.get(right.dataId);
        const outData = internals.dataIdMap.get(out.dataId);
        if (batchB === 1) {
            const matrix = { id: rightData.id, rows: k, columns: n };
            multiply({ id: leftData.id, rows: batchA * m, columns: k }, matrix, outData.id);
        }
        else {
            const view = viewer(internals);
            for (let i = 0; i < batch; i++) {
                const leftId = view(leftData.memoryOffset, batchA === 1 ? 0 : i, m * k);
                const rightId = view(rightData.memoryOffset, i, k * n);
                const outId = view(outData.memoryOffset, i, m * n);
                multiply({ id: leftId, rows: m, columns: k }, { id: rightId, rows: k, columns: n }, outId);
                for (const id of [leftId, rightId, outId])
                    internals.wasm.tfjs.disposeData(id);
            }
        }
    }
    else {
        backend.typedArrayFromHeap(out).fill(0);
    }
    if (left !== a)
        backend.disposeData(left.dataId);
    if (right !== b)
        backend.disposeData(right.dataId);
    return out;
}
/** Registers part of a tensor's memory as a tensor of its own; to be disposed by its id, which frees no memory. */
function viewer(internals) {
    return (offset, index, size) => {
        const id = internals.dataIdNextNumber++;
        internals.wasm.tfjs.registerTensor(id, size, offset + index * size * 4);
        return id;
    };
}
function transposed(x, backend) {
    const rank = x.shape.length;
    const perm = [...x.shape.keys()];
    perm[rank - 2] = rank - 1;
    perm[rank - 1] = rank - 2;
    const kernel = tf.getKernel('Transpose', 'wasm');
    return kernel.kernelFunc({ inputs: { x }, backend, attrs: { perm } });
}
