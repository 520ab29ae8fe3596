import assert from 'node:assert/strict';
import { compiled } from './compiled.ts';
import { essence, eventsOf, finalWeights, goOn, start, useTemporaryFolder } from './harness.ts';

const program = (reset: string): string => `
stage learn = supervised { mixture: letters, slips: 0.2, batch { prompts: 24 }, optimizer { rate: 0.02 } }
stage explore = grpo {
  mixture: letters
  rollout { prompts: 6, samples: 4, max_tokens: 8 tokens }
  reward { truncated: -0.5 }
  kl { coefficient: 0.01 }
  optimizer { rate: 0.002 }
  ${reset}
}
pipeline main {
  model: tiny
  seed: 7
  checkpoint every 3 steps
  run learn for 12 steps
  run explore for 4 steps
  run explore for 3 steps
}
`;

describe('resets at the start or the end of a stage', () => {
  const folder = useTemporaryFolder();

  /** KL at each step of the run. */
  const klOf = (out: string): Map<number, number> =>
    new Map(eventsOf(out, 'step').map((event) => [event.step, Number(event.metrics['kl.mean'])]));

  it('let the next stage begin at its own policy; without one it goes on from the old reference', async () => {
    for (const [reset, fresh] of [
      ['reset reference, optimizer at start', true],
      ['reset reference, optimizer at end', true],
      ['', false],
    ] as const) {
      const out = folder.path(reset === '' ? 'none' : reset.slice(-5).trim());
      await start(compiled(program(reset)), out);
      const kl = klOf(out);
      assert.ok(kl.get(16)! > 1e-6, `${reset}: ${kl.get(16)}`);
      assert.equal(Math.abs(kl.get(17)!) < 1e-9, fresh, `${reset}: ${kl.get(17)}`);
    }
  });

  it('are logged with their moment, and resume to the bit on either side of it', async () => {
    const graph = compiled(program('reset reference, optimizer at start'));
    const whole = folder.path('whole');
    const { summary } = await start(graph, whole);
    // The supervised stage comes before: its successor's reset is done too, though all starts afresh there.
    assert.deepEqual(
      summary.resets.map(({ step, stage, trigger }) => [step, stage, trigger]),
      [
        [12, 'explore', 'at start'],
        [16, 'explore-2', 'at start'],
      ],
    );
    for (const at of [15, 16, 17]) {
      const out = folder.path(`parts-${at}`);
      await start(graph, out, { maxSteps: at });
      await goOn(out);
      assert.deepEqual(essence(out), essence(whole));
      assert.ok(finalWeights(out).equals(finalWeights(whole)));
    }
  });
});
