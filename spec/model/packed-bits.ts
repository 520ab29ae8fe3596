/** Tells the bits of a generation on as many threads as TF_NUM_INTRAOP_THREADS says, as a hash. */
import { createHash } from 'node:crypto';
import { generate } from '../../runtime/model/generate.ts';
import { openTestBackend } from '../support/backend.ts';
import { livelyPolicy, testRandom, tinyConfigs } from './tiny-models.ts';

await openTestBackend();

const policy = await livelyPolicy(tinyConfigs['qwen3']!, 21);
const groups = await generate(policy, [[3, 7, 1, 9, 4], [2]], 20, {
  maxTokens: 30,
  temperature: 1,
  eosIds: new Set([4]),
  random: testRandom(1),
});
const drawn = createHash('sha256');
for (const { tokens, logprobs } of groups.flat()) drawn.update(Int32Array.from(tokens)).update(logprobs);
console.log(drawn.digest('hex'));
process.exit(0);
