import assert from 'node:assert/strict';
import { essence, eventsOf, finalWeights, goOn, start, useTemporaryFolder } from './harness.ts';
import { tinyGraph } from './tiny-graph.ts';

/** The policy learns to copy within the supervised steps, so that the first levels are easy for it. */
const graph = tinyGraph({ supervised: 60, reinforce: 8, evaluateEvery: 34, checkpointEvery: 3, reset: null });
const [entry] = graph.mixtures['letters']!.entries;
entry!.domain = 'logic';
entry!.levels = { from: 1, settings: [{ kinds: 4 }, { kinds: 5 }, { kinds: 6 }] };
entry!.task.settings = { kinds: 4 };
graph.mixtures['letters']!.curriculum = { keep: { from: 0.05, to: 0.2 }, window: 6, floor: 0.5 };

describe('a run with a curriculum', function () {
  this.timeout(120_000);
  const folder = useTemporaryFolder();

  it('moves levels, and equals one that was interrupted, to the bit', async () => {
    const whole = folder.path('whole');
    await start(graph, whole);
    const moves = eventsOf(whole, 'curriculum');
    assert.ok(moves.length > 0, 'no level moved');
    for (const { stage, mixture, entry: name, from, to, passRate } of moves) {
      assert.deepEqual([stage, mixture, name], ['explore', 'letters', 'copy_letter']);
      assert.equal(Math.abs(to - from), 1);
      assert.ok(to > from ? passRate > 0.2 : passRate < 0.05);
    }
    const steps = eventsOf(whole, 'step').filter(({ stage }) => stage === 'explore');
    const first = moves[0]!;
    for (const { step, metrics } of steps) {
      const last = moves.filter((move) => move.step < step).at(-1);
      // A move after a step holds from the next step on.
      assert.equal(metrics['curriculum.copy_letter.level'], last?.to ?? 1);
      assert.equal(metrics['task.copy_letter.correct'], metrics['correct']);
      assert.equal(metrics['domain.logic.correct'], metrics['correct']);
      assert.equal(metrics['share.copy_letter'], 1);
      assert.equal(metrics['share.copy_letter.requested'], 1);
    }
    const [base] = eventsOf(whole, 'evaluate');
    assert.deepEqual(base!.figures.domains['logic'], base!.figures.tasks['copy_letter']);

    for (const at of [first.step - 1, first.step, first.step + 1]) {
      const parts = folder.path(`parts-${at}`);
      await start(graph, parts, { maxSteps: at });
      await goOn(parts);
      assert.deepEqual(essence(parts), essence(whole));
      assert.ok(finalWeights(parts).equals(finalWeights(whole)));
    }
  });
});
