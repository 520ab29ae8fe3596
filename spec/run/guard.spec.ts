import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProrlError } from '../../runtime/errors.ts';
import { ExitCode } from '../../runtime/errors.ts';
import type { Schedule, Trigger } from '../../runtime/graph/index.ts';
import { readSafetensors } from '../../runtime/model/safetensors.ts';
import type { Summary } from '../../runtime/run/summary.ts';
import { eventsOf, finalWeights, start, useTemporaryFolder } from './harness.ts';
import { tinyGraph, type TinyOptions } from './tiny-graph.ts';

// The supervised stage ends after step 3. At step 6 the rate throws the weights out of bounds for one step.
const blowUpAtStep6 = (rate: number): Schedule => ({
  over: 'steps',
  pieces: [
    { shape: 'constant', from: 0, to: 5, start: 0.002, end: 0.002 },
    { shape: 'constant', from: 5, to: 6, start: rate, end: rate },
    { shape: 'constant', from: 6, to: null, start: 0.002, end: 0.002 },
  ],
});
const base: TinyOptions = {
  supervised: 3,
  reinforce: 8,
  reset: null,
  evaluateEvery: null,
  checkpointEvery: null,
};

describe('guard', function () {
  this.timeout(120_000);
  const folder = useTemporaryFolder();

  it('puts everything back as it was at the last good step, lowers the rate, and the run goes on', async () => {
    const graph = tinyGraph({ ...base, rate: blowUpAtStep6(1e15), guard: {} });
    const { summary } = await start(graph, folder.path('run'));
    assert.equal(summary.status, 'done');
    const [guard, ...others] = eventsOf(folder.path('run'), 'guard');
    assert.deepEqual(others, []);
    assert.deepEqual(
      [guard!.step, guard!.restored, guard!.rateScale, guard!.count, guard!.values],
      [6, 5, 0.5, 1, { loss: 'NaN' }],
    );
    const steps = eventsOf(folder.path('run'), 'step');
    assert.equal(steps[5]!.metrics['loss'], 'NaN', 'the log tells what happened');
    for (const { step, metrics } of steps.slice(6)) {
      assert.ok(Number.isFinite(metrics['loss']), `step ${step}`);
      assert.equal(metrics['rate'], 0.001);
    }
    for (const { data } of readSafetensors(join(folder.path('run'), 'final', 'model.safetensors')).values()) {
      assert.ok(data.every(Number.isFinite));
    }

    // Stopped right after the rollback, the weights are those of the step before.
    await start(graph, folder.path('at-6'), { maxSteps: 6 });
    await start(graph, folder.path('at-5'), { maxSteps: 5 });
    assert.ok(finalWeights(folder.path('at-6')).equals(finalWeights(folder.path('at-5'))));
  });

  for (const [what, rate] of [
    ['whose scores are not finite any more', 1e15],
    ['that is far away from where it was', 3],
  ] as const) {
    it(`rolls a policy back ${what}, in the step whose loss was finite still`, async () => {
      const last = { of: 'last', metric: 'kl.update' } as const;
      const when: Trigger = {
        op: 'or',
        of: [
          { op: 'not_finite', metric: 'kl.update' },
          { op: 'compare', left: last, by: '>', right: 1 },
        ],
      };
      const whenText = 'not_finite(kl.update) or kl.update > 1';
      const graph = tinyGraph({ ...base, updates: 1, rate: blowUpAtStep6(rate), guard: { when, whenText } });
      const { summary } = await start(graph, folder.path('run'));
      assert.equal(summary.status, 'done');
      const steps = eventsOf(folder.path('run'), 'step');
      assert.ok(Number.isFinite(steps[5]!.metrics['loss']));
      assert.deepEqual(
        eventsOf(folder.path('run'), 'guard').map(({ step, restored }) => [step, restored]),
        [[6, 5]],
      );
      for (const { metrics } of steps.slice(3, 5)) {
        const moved = metrics['kl.update'] as number;
        assert.ok(moved > 0 && moved < 0.5, `an ordinary step moves by ${moved}`);
      }
      await start(graph, folder.path('at-6'), { maxSteps: 6 });
      await start(graph, folder.path('at-5'), { maxSteps: 5 });
      assert.ok(finalWeights(folder.path('at-6')).equals(finalWeights(folder.path('at-5'))));
    });
  }

  it('never applies a gradient that is not finite, guard or none, and says that it did not', async () => {
    const out = folder.path('run');
    await start(tinyGraph({ ...base, reinforce: 3, rate: blowUpAtStep6(1e38) }), out);
    const warnings = eventsOf(out, 'warning').map((event) => event.message);
    assert.ok(
      warnings.some((message) =>
        /A gradient of step 6 was not finite: its update was left out/.test(message),
      ),
    );
  });

  it('gives up after at_most times, with a clear error and a summary that says so', async () => {
    const out = folder.path('run');
    // A guard that always fires: huge weights need not make a loss that is not finite, since norms divide by an overflow.
    const when = { op: 'compare', left: { of: 'last', metric: 'grad.norm' }, by: '>=', right: 0 } as const;
    const graph = tinyGraph({
      ...base,
      guard: { when, whenText: 'grad.norm >= 0', atMost: 2, scaleRate: 1 },
    });
    await assert.rejects(start(graph, out), (error: ProrlError) => {
      assert.match(
        error.message,
        /The run was stopped: guard 'grad\.norm >= 0' fired at step 6 for the 3rd time; at most 2 are allowed/,
      );
      return error.exitCode === ExitCode.runFailed;
    });
    const summary = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as Summary;
    assert.equal(summary.status, 'failed');
    assert.match(summary.error!, /for the 3rd time/);
    assert.deepEqual(
      summary.guards.map((guard) => guard.step),
      [4, 5, 6],
    );
    assert.deepEqual(
      eventsOf(out, 'run.end').map((event) => event.status),
      ['failed'],
    );
    assert.ok(!existsSync(join(out, 'final')), 'no model is left that looks like a result');
  });
});
