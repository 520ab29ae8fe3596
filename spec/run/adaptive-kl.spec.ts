import assert from 'node:assert/strict';
import { compiled } from './compiled.ts';
import { eventsOf, start, useTemporaryFolder } from './harness.ts';

const graph = compiled(`
stage learn = supervised {
  mixture: letters
  batch { prompts: 16 }
  optimizer { rate: 0.02 }
}
stage explore = grpo {
  mixture: letters
  rollout { prompts: 6, samples: 4, max_tokens: 8 tokens }
  kl { estimator: k3, coefficient: 0.01, target: 0.001, horizon: 2 steps }
  optimizer { rate: 0.002 }
}
pipeline main {
  model: tiny
  seed: 7
  run learn for 6 steps
  run explore for 8 steps
}
`);

describe('a KL coefficient with a target', () => {
  const folder = useTemporaryFolder();

  it('moves by what each step measured, as the file says', async () => {
    const out = folder.path('run');
    await start(graph, out);
    let beta = 0.01;
    const steps = eventsOf(out, 'step').slice(6);
    for (const { step, metrics } of steps) {
      assert.ok(Math.abs(Number(metrics['kl.coefficient']) - beta) <= 1e-12, `step ${step}`);
      const error = Number(metrics['kl.mean']) / 0.001 - 1;
      beta *= 1 + Math.min(Math.max(error, -0.2), 0.2) / 2;
    }
    assert.equal(steps.length, 8);
    assert.notEqual(beta, 0.01);
  });
});
