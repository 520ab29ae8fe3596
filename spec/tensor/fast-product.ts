/**
 * Opens native with products of bfloat16, or without (`exact`), and writes one line of JSON: how far products are from
 * double precision at most, directly and as graphs, large and small, and whether the same product has the same bits.
 */
import { openBackend } from '../../runtime/tensor/backend.ts';
import { tf } from '../../runtime/tensor/tf.ts';
import { traced } from '../../runtime/tensor/traced.ts';
import { distance, plainMatMul, spread } from '../support/plain-math.ts';

const backend = await openBackend('native', { fastMath: process.argv[2] !== 'exact' });

function off(size: number, work: (a: tf.Tensor2D, b: tf.Tensor2D) => tf.Tensor): number {
  const [a, b] = [spread(size * size), spread(size * size, 2)];
  const shape = { batch: 1, m: size, k: size, n: size, transposeA: false, transposeB: false };
  const found = tf.tidy(() => work(tf.tensor2d(a, [size, size]), tf.tensor2d(b, [size, size])).dataSync());
  return distance(found, plainMatMul(a, b, shape));
}
const graph = (a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor =>
  traced('product', [a, b], () => [tf.matMul(a, b)])[0]!;

const large = 256;
const twice = [0, 1].map(() => {
  const [a, b] = [spread(large ** 2), spread(large ** 2, 2)].map((of) => tf.tensor2d(of, [large, large]));
  return Buffer.from(graph(a as tf.Tensor2D, b as tf.Tensor2D).dataSync().buffer);
});
const answer = {
  fastMath: backend.fastMath,
  description: backend.description,
  direct: off(large, (a, b) => tf.matMul(a, b)),
  graph: off(large, graph),
  small: off(64, graph),
  sameBits: twice[0]!.equals(twice[1]!),
};
process.stdout.write(`\n${JSON.stringify(answer)}\n`, () => process.exit(0));
