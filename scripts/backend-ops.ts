/**
 * Times the operations that a small transformer is made of, on one backend:
 * `npx tsx scripts/backend-ops.ts wasm`. Shapes are those of a layer 128 wide with 4 heads on 128 x 48 tokens.
 * Prints one line an operation, in milliseconds (the median of several runs).
 */
import { openBackend } from '../runtime/tensor/backend.ts';
import { tf } from '../runtime/tensor/tf.ts';

const [B, T, D, H, F, V] = [128, 48, 128, 4, 384, 96];
const N = B * T;
const K = D / H;

const backend = await openBackend(process.argv[2] ?? 'wasm');
console.log(`# ${backend.description}`);

/** Milliseconds of one call, the result read back by its smallest part so that lazy backends have to compute. */
async function time(name: string, work: () => tf.Tensor | tf.Tensor[]): Promise<void> {
  const once = async (): Promise<number> => {
    const start = performance.now();
    const result = tf.tidy(() => work());
    const last = Array.isArray(result) ? result[result.length - 1] : result;
    if (backend.name === 'webgpu') await last?.data();
    const spent = performance.now() - start;
    tf.dispose(result);
    return spent;
  };
  for (let i = 0; i < 3; i++) await once();
  const spent: number[] = [];
  const end = performance.now() + 400;
  while (spent.length < 5 || performance.now() < end) spent.push(await once());
  spent.sort((a, b) => a - b);
  console.log(`${name.padEnd(62)} ${(spent[spent.length >> 1] as number).toFixed(3)}`);
}

const x_ND = tf.randomNormal([N, D]) as tf.Tensor2D;
const x_BTD = tf.reshape(x_ND, [B, T, D]);
const w_DD = tf.randomNormal([D, D]) as tf.Tensor2D;
const w_DF = tf.randomNormal([D, F]) as tf.Tensor2D;
const h_NF = tf.randomNormal([N, F]) as tf.Tensor2D;
const q_BHTK = tf.randomNormal([B * H, T, K]) as tf.Tensor3D;
const k_BHTK = tf.randomNormal([B * H, T, K]) as tf.Tensor3D;
const k_BHKT = tf.transpose(k_BHTK, [0, 2, 1]);
const q4 = tf.reshape(q_BHTK, [B, H, T, K]);
const k4 = tf.reshape(k_BHTK, [B, H, T, K]);
const a_BHTT = tf.randomNormal([B * H, T, T]) as tf.Tensor3D;
const mask_TT = tf.linalg.bandPart(tf.ones([T, T]) as tf.Tensor2D, -1, 0);
const bias_TT = tf.mul(tf.sub(mask_TT, 1), 1e9);
const maskBool_TT = tf.cast(mask_TT, 'bool');
const e_VD = tf.randomNormal([V, D]) as tf.Tensor2D;
const ids_N = tf.tensor1d(
  Int32Array.from({ length: N }, (_, i) => (i * 7919) % V),
  'int32',
);
const logits_NV = tf.randomNormal([N, V]) as tf.Tensor2D;
const q_step = tf.randomNormal([B * H, 1, K]) as tf.Tensor3D;
const cache = tf.randomNormal([B, H, T, K]) as tf.Tensor4D;
const newKey = tf.randomNormal([B, H, 1, K]) as tf.Tensor4D;
const x_BD = tf.randomNormal([B, D]) as tf.Tensor2D;

console.log('## matmul');
await time('[N,D]x[D,D]', () => tf.matMul(x_ND, w_DD));
await time('[N,D]x[D,D] transposeB', () => tf.matMul(x_ND, w_DD, false, true));
await time('[N,D]x[D,D] with an explicit transpose of B', () => tf.matMul(x_ND, tf.transpose(w_DD)));
await time('[B,T,D]x[D,D] (rank 3 by rank 2, broadcast)', () => tf.matMul(x_BTD, w_DD));
await time('[N,D]x[D,F]', () => tf.matMul(x_ND, w_DF));
await time('[N,F]x[D,F]^T (transposeB)', () => tf.matMul(h_NF, w_DF, false, true));
await time('[N,D]^Tx[N,F] transposeA (a weight gradient)', () => tf.matMul(x_ND, h_NF, true, false));
await time('[N,D]^Tx[N,F] explicit transpose of A', () => tf.matMul(tf.transpose(x_ND), h_NF));
await time('[N,D]x[V,D]^T (unembedding)', () => tf.matMul(x_ND, e_VD, false, true));
await time('[B,D]x[D,F] (one decode step)', () => tf.matMul(x_BD, w_DF));
console.log('## attention');
await time('[BH,T,K]x[BH,T,K]^T transposeB (scores)', () => tf.matMul(q_BHTK, k_BHTK, false, true));
await time('[BH,T,K]x[BH,K,T] ready transposed', () => tf.matMul(q_BHTK, k_BHKT));
await time('[B,H,T,K] rank 4 transposeB', () => tf.matMul(q4, k4, false, true));
await time('[BH,T,T]x[BH,T,K] (mixing values)', () => tf.matMul(a_BHTT, k_BHTK));
await time('[BH,T,T]^Tx[BH,T,K] transposeA (gradient)', () => tf.matMul(a_BHTT, q_BHTK, true, false));
await time('scores by broadcast multiply and sum, T steps', () => tf.sum(tf.mul(q_step, k_BHTK), 2));
await time('[BH,1,K]x[BH,T,K]^T transposeB (one decode step)', () => tf.matMul(q_step, k_BHTK, false, true));
await time('transpose [B,T,H,K] -> [B,H,T,K]', () =>
  tf.transpose(tf.reshape(x_ND, [B, T, H, K]), [0, 2, 1, 3]),
);
await time('softmax [BH,T,T]', () => tf.softmax(a_BHTT));
await time('softmax by max, sub, exp, sum, div', () => {
  const e = tf.exp(tf.sub(a_BHTT, tf.max(a_BHTT, -1, true)));
  return tf.div(e, tf.sum(e, -1, true));
});
await time('mask: add a bias [T,T]', () => tf.add(a_BHTT, bias_TT));
await time('mask: where([T,T])', () => tf.where(maskBool_TT, a_BHTT, -1e9));
console.log('## elementwise and norm');
await time('add [N,D]+[N,D]', () => tf.add(x_ND, x_ND));
await time('mul [N,D]*[D] (broadcast)', () => tf.mul(x_ND, tf.slice(e_VD, [0, 0], [1, D])));
await time('mul [N,D]*[N,1] (broadcast)', () => tf.mul(x_ND, tf.slice(x_ND, [0, 0], [N, 1])));
await time('square [N,D]', () => tf.square(x_ND));
await time('mean of squares over D', () => tf.mean(tf.square(x_ND), -1, true));
await time('sum of squares over D by matMul with ones', () => tf.matMul(tf.square(x_ND), tf.ones([D, 1])));
await time('rsqrt [N,1]', () => tf.rsqrt(tf.ones([N, 1])));
await time('sigmoid [N,F]', () => tf.sigmoid(h_NF));
await time('exp [N,F]', () => tf.exp(h_NF));
await time('sum over axis 0 [N,D]', () => tf.sum(x_ND, 0));
console.log('## moving');
await time('slice the half of K [BH,T,K]', () => tf.slice(q_BHTK, [0, 0, 0], [-1, -1, K / 2]));
await time('split K in two', () => tf.split(q_BHTK, 2, 2));
await time('concat two halves of K', () => {
  const [a, b] = tf.split(q_BHTK, 2, 2) as [tf.Tensor3D, tf.Tensor3D];
  return tf.concat([a, b], 2);
});
await time('slice the first half of rows [N,D]', () => tf.slice(x_ND, [0, 0], [N / 2, D]));
await time('cache: concat [B,H,T,K] and one step', () => tf.concat([cache, newKey], 2));
await time('cache: write one step by scatterND-like where', () =>
  tf.where(tf.reshape(tf.cast(tf.oneHot(tf.scalar(7, 'int32'), T), 'bool'), [1, 1, T, 1]), newKey, cache),
);
await time('cache: write one step by slice + concat', () =>
  tf.concat(
    [tf.slice(cache, [0, 0, 0, 0], [B, H, 7, K]), newKey, tf.slice(cache, [0, 0, 8, 0], [B, H, T - 8, K])],
    2,
  ),
);
await time('gather rows of the cache (compaction to B/2)', () =>
  tf.gather(cache, tf.range(0, B / 2, 1, 'int32')),
);
await time('tile keys for grouped queries x2', () =>
  tf.tile(tf.reshape(k4, [B, H, 1, T, K]), [1, 1, 2, 1, 1]),
);
console.log('## embedding and loss');
await time('gather [V,D] by N', () => tf.gather(e_VD, ids_N));
await time('oneHot [N,V] x [V,D]', () => tf.matMul(tf.oneHot(ids_N, V) as tf.Tensor2D, e_VD));
await time('unsortedSegmentSum [N,D] to [V,D] (gradient of gather)', () =>
  tf.unsortedSegmentSum(x_ND, ids_N, V),
);
await time('oneHot^T x [N,D] (the same by matmul)', () =>
  tf.matMul(tf.oneHot(ids_N, V) as tf.Tensor2D, x_ND, true, false),
);
await time('logSoftmax [N,V]', () => tf.logSoftmax(logits_NV));
await time('logSumExp [N,V]', () => tf.logSumExp(logits_NV, -1));
await time('pick the chosen logit: oneHot, mul, sum', () =>
  tf.sum(tf.mul(tf.oneHot(ids_N, V, 1, 0, 'float32'), logits_NV), -1),
);
await time('pick the chosen logit: gather of the flat logits', () =>
  tf.gather(
    tf.reshape(logits_NV, [-1]),
    tf.add(ids_N, tf.mul(tf.range(0, N, 1, 'int32'), tf.scalar(V, 'int32'))),
  ),
);
await time('argMax [B,V]', () => tf.argMax(tf.slice(logits_NV, [0, 0], [B, V]), -1));
await time('read back [B,V] by dataSync', () => {
  const part = tf.slice(logits_NV, [0, 0], [B, V]);
  part.dataSync();
  return part;
});
console.log('## one op, by itself');
const tiny = tf.ones([4, 4]);
await time('add [4,4]', () => tf.add(tiny, tiny));
await time('reshape', () => tf.reshape(x_ND, [B, T, D]));
