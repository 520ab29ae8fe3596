/**
 * The one place that names TensorFlow.js. Everybody else writes `import { tf } from '../tensor/tf.ts'`,
 * so that there is one copy of its global engine and one set of registered gradients.
 *
 * `tfjs-core` alone registers no gradients, and its own list of them cannot be loaded by Node (its
 * imports have no file endings). `tfjs-layers` registers all of them when it is loaded, in about 20 ms;
 * nothing else of it is used. The union package `@tensorflow/tfjs` would cost five times that.
 *
 * Operations are functions (`tf.add(a, b)`); the methods on tensors (`a.add(b)`) are not registered.
 */
import '@tensorflow/tfjs-layers';
export * as tf from '@tensorflow/tfjs-core';
