import { tf } from '../../tensor/tf.ts';
import { hasHeapKernels, heapOperation } from '../../tensor/kernels/wasm/heap.ts';

/**
 * Rows of a table by index: [R, D]. The gradient adds the rows' gradients up by `scatterND`, which every
 * backend has (the stock gradient of `gather` needs a kernel that some lack).
 */
export function gatherRows(table_VD: tf.Tensor2D, rows_R: tf.Tensor1D): tf.Tensor2D {
  const gather = tf.customGrad((table_, save) => {
    const table = table_ as tf.Tensor2D;
    const [height, width] = table.shape;
    (save as tf.GradSaveFunc)([rows_R]);
    return {
      value: gathered(table, rows_R),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) =>
        tf.tidy(() => scattered(dy as tf.Tensor2D, saved[0] as tf.Tensor1D, height, width)),
    };
  });
  return gather(table_VD) as tf.Tensor2D;
}

function gathered(table: tf.Tensor2D, rows: tf.Tensor1D): tf.Tensor {
  return hasHeapKernels() ? (heapGather({ table, rows }, {})[0] as tf.Tensor) : tf.gather(table, rows);
}

function scattered(x_RD: tf.Tensor2D, rows: tf.Tensor1D, height: number, width: number): tf.Tensor {
  if (hasHeapKernels() && width % 4 === 0) {
    return heapScatter({ x: x_RD, rows }, { height })[0] as tf.Tensor;
  }
  return tf.scatterND(tf.reshape(rows, [-1, 1]), x_RD, [height, width]);
}

const heapGather = heapOperation<{ table: tf.Tensor2D; rows: tf.Tensor1D }, object>(
  'GatherRows',
  ({ kernels, address, output }, { table, rows }) => {
    const width = table.shape[1];
    const out = output([rows.shape[0], width]);
    kernels['gatherRows']?.(address(table), address(rows), rows.shape[0], width, address(out));
    return [out];
  },
);

const heapScatter = heapOperation<{ x: tf.Tensor2D; rows: tf.Tensor1D }, { height: number }>(
  'ScatterRows',
  ({ kernels, address, output }, { x, rows }, { height }) => {
    const width = x.shape[1];
    const out = output([height, width]);
    kernels['scatterRows']?.(address(x), address(rows), rows.shape[0], width, address(out), height);
    return [out];
  },
);
