import { packSamples } from '../../runtime/model/batch.ts';
import { packedHiddenStates } from '../../runtime/model/packed-forward.ts';
import type { Policy } from '../../runtime/model/policy.ts';
import { logitsOf } from '../../runtime/model/transformer.ts';
import { tf } from '../../runtime/tensor/tf.ts';

/** Scores over the vocabulary after every token of a text, by position, then by token. */
export async function logitsOfText(policy: Policy, tokens: readonly number[]): Promise<number[][]> {
  // A packed batch has no row for a response's last token: any token after the text stands for it.
  const batch = packSamples([{ prompt: tokens, response: [0] }]);
  const logits_NV = tf.tidy(() => {
    const rows = tf.tensor1d(Int32Array.from(tokens.keys()), 'int32');
    return logitsOf(policy, packedHiddenStates(policy, batch, rows));
  });
  const values = (await logits_NV.array()) as number[][];
  logits_NV.dispose();
  return values;
}
