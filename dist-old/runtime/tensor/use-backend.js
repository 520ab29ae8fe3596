import { tf } from "./tf.js";
import { BackendUnavailable } from "./backend-types.js";
/**
 * Makes a registered TensorFlow.js backend the one in use and computes one small product on it, so that a
 * backend that loads but cannot compute is found here and not in the middle of a run.
 */
export async function useBackend(name, tfName, mend) {
    let started;
    try {
        started = await tf.setBackend(tfName);
        await tf.ready();
    }
    catch (cause) {
        throw new BackendUnavailable(name, `it failed to start (${firstLine(cause)}).`, mend, cause);
    }
    if (!started)
        throw new BackendUnavailable(name, 'it failed to start.', mend);
    const product = await quietly(smallProduct);
    if (product.length !== 4 || product[0] !== 19 || product[3] !== 50) {
        throw new BackendUnavailable(name, `it computes wrongly: a product came out as [${product.join(', ')}].`, mend);
    }
}
/** Frees a backend and all tensors on it, in such a way that it can be opened again. */
export function removeBackend(tfName) {
    const factory = tf.findBackendFactory(tfName);
    tf.removeBackend(tfName);
    tf.registerBackend(tfName, factory);
}
/** TensorFlow.js greets the first tensor in Node with an advertisement; in its production mode it does not. */
async function quietly(work) {
    const before = tf.env().getBool('PROD');
    tf.env().set('PROD', true);
    try {
        return await work();
    }
    finally {
        tf.env().set('PROD', before);
    }
}
/** [[1, 2], [3, 4]] times [[5, 6], [7, 8]], in plain arithmetic [[19, 22], [43, 50]]. */
async function smallProduct() {
    const product = tf.tidy(() => tf.matMul(tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.tensor2d([5, 6, 7, 8], [2, 2])));
    try {
        return [...(await product.data())];
    }
    finally {
        product.dispose();
    }
}
/** The first line of whatever was thrown, without `Error:` in front and without a full stop at the end. */
export function firstLine(thrown) {
    const text = thrown instanceof Error ? thrown.message : String(thrown?.message ?? thrown);
    return (text.split('\n').find((line) => line.trim() !== '') ?? 'no reason given').trim().replace(/\.$/, '');
}
