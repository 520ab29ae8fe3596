import { tf } from "../../tensor/tf.js";
import { hasHeapKernels, heapOperation } from "../kernels/wasm-heap.js";
/**
 * Rows of a table by index: [R, D]. The gradient adds the rows' gradients up by `scatterND`, which every
 * backend has (the stock gradient of `gather` needs a kernel that some lack).
 */
export function gatherRows(table_VD, rows_R) {
    const gather = tf.customGrad((table_, save) => {
        const table = table_;
        const [height, width] = table.shape;
        save([rows_R]);
        return {
            value: gathered(table, rows_R),
            gradFunc: (dy, saved) => tf.tidy(() => scattered(dy, saved[0], height, width)),
        };
    });
    return gather(table_VD);
}
function gathered(table, rows) {
    return hasHeapKernels() ? heapGather({ table, rows }, {})[0] : tf.gather(table, rows);
}
function scattered(x_RD, rows, height, width) {
    if (hasHeapKernels() && width % 4 === 0) {
        return heapScatter({ x: x_RD, rows }, { height })[0];
    }
    return tf.scatterND(tf.reshape(rows, [-1, 1]), x_RD, [height, width]);
}
const heapGather = heapOperation('GatherRows', ({ kernels, address, output }, { table, rows }) => {
    const width = table.shape[1];
    const out = output([rows.shape[0], width]);
    kernels['gatherRows']?.(address(table), address(rows), rows.shape[0], width, address(out));
    return [out];
});
const heapScatter = heapOperation('ScatterRows', ({ kernels, address, output }, { x, rows }, { height }) => {
    const width = x.shape[1];
    const out = output([height, width]);
    kernels['scatterRows']?.(address(x), address(rows), rows.shape[0], width, address(out), height);
    return [out];
});
