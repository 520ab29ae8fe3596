import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiled } from './compiled.ts';
import { essence, finalWeights, goOn, start, useTemporaryFolder } from './harness.ts';

const graph = compiled(`
stage learn = supervised {
  mixture: letters
  batch { prompts: step(8, 24, at: 2 steps) }
  optimizer { rate: 0.02 }
}
stage explore = grpo {
  mixture: letters
  updates: step(1, 2, at: 8 steps)
  rollout {
    prompts: linear(2, 6, over: 4 steps, from: 6 steps)
    samples: 2 at 0 steps, step to 4 at 9 steps
    max_tokens: 8 tokens
  }
  reward { truncated: -0.5 }
}
pipeline main {
  model: tiny
  seed: 7
  checkpoint every 2 steps
  run learn for 6 steps
  run explore for 6 steps
}
`);

describe('schedules of the batch', () => {
  const folder = useTemporaryFolder();

  it('give each step the batch of that step', async () => {
    const out = folder.path('run');
    await start(graph, out, { samples: 100 });
    const counts = new Map<number, number>();
    const records = readFileSync(join(out, 'samples.jsonl'), 'utf8').trim().split('\n');
    for (const line of records) {
      const { step } = JSON.parse(line) as { step: number };
      counts.set(step, (counts.get(step) ?? 0) + 1);
    }
    // Step n stands after n - 1 steps: 2 to 6 prompts over the steps done from 6 to 10, 4 samples once 9 are done.
    const responses = [2 * 2, 3 * 2, 4 * 2, 5 * 4, 6 * 4, 6 * 4];
    assert.deepEqual(
      [7, 8, 9, 10, 11, 12].map((step) => counts.get(step)),
      responses,
    );
  });

  it('resume to the bit while they move', async () => {
    const whole = folder.path('whole');
    await start(graph, whole);
    const out = folder.path('parts');
    await start(graph, out, { maxSteps: 3 });
    await goOn(out, { maxSteps: 9 });
    await goOn(out);
    assert.deepEqual(essence(out), essence(whole));
    assert.ok(finalWeights(out).equals(finalWeights(whole)));
  });
});
