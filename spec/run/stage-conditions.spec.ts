import assert from 'node:assert/strict';
import { compiled } from './compiled.ts';
import { essence, eventsOf, finalWeights, goOn, start, useTemporaryFolder } from './harness.ts';

const graph = compiled(`
stage learn = supervised { mixture: letters, slips: 0.2, batch { prompts: 24 }, optimizer { rate: 0.02 } }
stage explore = grpo {
  mixture: letters
  rollout { prompts: 6, samples: 4, max_tokens: 8 tokens }
  reward { truncated: -0.5 }
  kl { coefficient: 0.01 }
}
pipeline main {
  model: tiny
  seed: 7
  evaluate heldout every 5 steps
  checkpoint every 3 steps
  run explore for 3 steps when heldout.pass@1 > 99%
  run learn for 6 steps when heldout.pass@1 <= 99%
  run explore for 3 steps when rises(loss, by: 1000, over: 3 steps)
  run explore for 3 steps when falls(loss, by: 0.001, over: 5 steps) and not 1_000_000 tokens
  run explore for 3 steps when correct < 0.001 and correct > 0.0001
}
`);

describe('stages run on a condition', () => {
  const folder = useTemporaryFolder();

  it('are run or left out by what is known as their turn comes, and the record says why', async () => {
    const out = folder.path('run');
    const { summary } = await start(graph, out);
    const turns = eventsOf(out, 'condition').map(({ step, stage, holds }) => [step, stage, holds]);
    assert.deepEqual(turns, [
      [0, 'explore', false],
      [0, 'learn', true],
      [6, 'explore-2', false],
      [6, 'explore-3', true],
      [9, 'explore-4', false],
    ]);
    assert.deepEqual(
      summary.stages.map(({ id, firstStep, steps }) => [id, firstStep, steps]),
      [
        ['learn', 1, 6],
        ['explore-3', 7, 3],
      ],
    );
    assert.deepEqual(
      summary.skipped.map(({ id, step }) => [id, step]),
      [
        ['explore', 0],
        ['explore-2', 6],
        ['explore-4', 9],
      ],
    );
    const [first, taken] = eventsOf(out, 'condition');
    assert.equal(first!.trigger, 'heldout.pass@1 > 99%');
    assert.ok(Number(taken!.values['heldout.pass@1']) < 0.99);
    const transitions = eventsOf(out, 'transition').map(({ step, from, to }) => [step, from, to]);
    assert.deepEqual(transitions, [
      [6, 'learn', 'explore-3'],
      [9, 'explore-3', null],
    ]);
  });

  it('resume to the bit before and after their turn: what their windows hold is a part of the state', async () => {
    const whole = folder.path('whole');
    await start(graph, whole);
    for (const at of [2, 5, 6, 7]) {
      const out = folder.path(`parts-${at}`);
      await start(graph, out, { maxSteps: at });
      await goOn(out);
      assert.deepEqual(essence(out), essence(whole));
      assert.ok(finalWeights(out).equals(finalWeights(whole)));
    }
  });

  it('may all be left out: the run is over before its first step', async () => {
    const none = compiled(`
stage learn = supervised { mixture: letters }
pipeline main {
  model: tiny
  evaluate heldout every 5 steps
  run learn for 6 steps when heldout.pass@1 > 99%
}
`);
    const { summary } = await start(none, folder.path('none'));
    assert.equal(summary.status, 'done');
    assert.equal(summary.steps, 0);
    assert.deepEqual(summary.stages, []);
    assert.deepEqual(summary.final, summary.base);
  });
});
