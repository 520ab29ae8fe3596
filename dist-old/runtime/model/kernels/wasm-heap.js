import { tf } from "../../tensor/tf.js";
import { kernelBinary } from "./binary.js";
const { WebAssembly } = globalThis;
const instances = new WeakMap();
/** Whether the backend in use is the WebAssembly one, on whose heap our kernels work. */
export function hasHeapKernels() {
    return tf.getBackend() === 'wasm';
}
/**
 * Registers an operation with tfjs that computes on the heap of its WebAssembly backend, and gives back a
 * function that runs it. Results belong to the tidy in force, as those of any operation.
 */
export function heapOperation(name, body) {
    const kernelName = `Prorl${name}`;
    tf.registerKernel({
        kernelName,
        backendName: 'wasm',
        kernelFunc: ({ inputs, backend, attrs }) => {
            const wasmBackend = backend;
            const { wasm, dataIdMap } = wasmBackend;
            const taken = [];
            try {
                return body({
                    kernels: kernelsOf(wasmBackend),
                    address: (tensor) => dataIdMap.get(tensor.dataId).memoryOffset,
                    output: (shape) => wasmBackend.makeOutput(shape, 'float32'),
                    scratch: (floats) => {
                        const address = wasm._malloc(4 * floats);
                        taken.push(address);
                        return address;
                    },
                }, inputs, attrs);
            }
            finally {
                taken.forEach((address) => wasm._free(address));
            }
        },
    });
    return (inputs, attributes) => tf
        .engine()
        .runKernel(kernelName, inputs, attributes);
}
function kernelsOf(backend) {
    const known = instances.get(backend);
    if (known !== undefined)
        return known;
    const module = new WebAssembly.Module(Buffer.from(kernelBinary, 'base64'));
    const { memory } = backend.wasm.asm;
    const instance = new WebAssembly.Instance(module, { env: { memory } });
    const kernels = instance.exports;
    instances.set(backend, kernels);
    return kernels;
}
