import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constant, type Graph } from '../../runtime/graph/index.ts';
import type { SampleRecord } from '../../runtime/run/samples.ts';
import { k3InLoss, policyGradient } from '../support/update-parts.ts';
import { essence, eventsOf, finalWeights, goOn, start, useTemporaryFolder } from './harness.ts';
import { tinyGraph, type TinyOptions } from './tiny-graph.ts';

const plain: TinyOptions = {
  supervised: 6,
  reinforce: 4,
  reset: null,
  evaluateEvery: null,
  checkpointEvery: null,
};
const spread = [{ metric: 'reward.std' as const, by: '>' as const, value: 0 }] satisfies TinyOptions['keep'];

describe('choices of a stage', function () {
  this.timeout(120_000);
  const folder = useTemporaryFolder();

  const losses: Record<string, TinyOptions> = {
    GSPO: { loss: { ratio: 'sequence', aggregation: 'sequence_mean' } },
    CISPO: { loss: { surrogate: 'cispo' } },
    'Dr. GRPO': { loss: { aggregation: 'constant' }, advantage: { estimator: 'group_mean' } },
    'a dual clip': { loss: { clip: { ...policyGradient.clip, dual: constant(1.1) } } },
    'an entropy bonus': { loss: { entropy: constant(0.01) } },
    corrections: { loss: { correction: { method: 'truncate', low: constant(0), high: constant(2) } } },
    'REINFORCE++': { advantage: { estimator: 'reinforce', whiten: 'tokens' } },
    'REINFORCE++ with KL in the reward': {
      advantage: { estimator: 'reinforce', whiten: 'tokens' },
      kl: { ...k3InLoss, estimator: 'k1', coefficient: constant(0.1), in: 'reward' },
    },
    BNPO: { advantage: { estimator: 'beta_norm' } },
  };

  it('each change what is learned, and nothing else', async () => {
    const weights = async (name: string, options: TinyOptions) => {
      await start(tinyGraph({ ...plain, ...options }), folder.path(name));
      return finalWeights(folder.path(name));
    };
    const base = await weights('base', {});
    for (const [name, options] of Object.entries(losses)) {
      const other = await weights(name, options);
      const [steps, baseSteps] = [name, 'base'].map((one) => eventsOf(folder.path(one), 'step'));
      // Sampler and update are one engine: a correction has nothing to correct but rounding.
      if (name !== 'corrections') assert.ok(!other.equals(base), name);
      assert.ok(
        steps!.every(({ metrics }) => Number.isFinite(metrics['loss'])),
        name,
      );
      const first = (of: typeof steps) => of![6]!.metrics['reward.mean'];
      assert.equal(first(steps), first(baseSteps), `${name}: the first rollout is the same`);
    }
    const corrected = eventsOf(folder.path('corrections'), 'step').slice(6);
    assert.ok(corrected.every(({ metrics }) => metrics['correction.share'] === 0));
  });

  it('refill a batch until it is full, or as often as they may', async () => {
    const groupsOf = async (name: string, refill: number) => {
      const graph = tinyGraph({ ...plain, keep: spread, refill });
      await start(graph, folder.path(name), { samples: 1000 });
      const records = readFileSync(join(folder.path(name), 'samples.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as SampleRecord);
      return eventsOf(folder.path(name), 'step')
        .slice(6)
        .map(({ step, metrics }) => {
          const groups = records.filter((one) => one.step === step).length / 4;
          return {
            groups,
            kept: Math.round(groups * Number(metrics['groups.kept'])),
            refills: metrics['refills'],
          };
        });
    };
    const never = await groupsOf('never', 0);
    assert.ok(never.every(({ groups, refills }) => groups === 6 && refills === 0));
    assert.ok(
      never.some(({ kept }) => kept < 6),
      'a filter that drops nothing tests nothing',
    );
    const often = await groupsOf('often', 20);
    assert.ok(often.every(({ kept }) => kept === 6));
    assert.ok(often.some(({ groups, refills }) => groups > 6 && refills !== 0));
    const once = await groupsOf('once', 1);
    assert.ok(once.every(({ kept, refills }) => kept <= 6 && Number(refills) <= 1));
    assert.deepEqual(once[0]!.groups, 6 + (6 - never[0]!.kept), 'as many as were missing, once');
  });

  it('go on exactly where a run stopped: refills, an adaptive KL coefficient, corrections', async () => {
    const graph: Graph = tinyGraph({
      ...plain,
      reinforce: 8,
      checkpointEvery: 4,
      keep: spread,
      refill: 2,
      kl: { ...k3InLoss, target: 0.001, horizon: 2 },
      loss: {
        correction: { method: 'mask', low: constant(0.5), high: constant(2) },
        entropy: constant(0.001),
      },
      advantage: { estimator: 'reinforce_baseline', whiten: 'tokens' },
    });
    const [whole, parts] = [folder.path('whole'), folder.path('parts')];
    await start(graph, whole);
    await start(graph, parts, { maxSteps: 10 });
    await goOn(parts);
    assert.deepEqual(essence(parts), essence(whole));
    assert.ok(finalWeights(parts).equals(finalWeights(whole)));
    const betas = eventsOf(whole, 'step')
      .slice(6)
      .map(({ metrics }) => metrics['kl.coefficient']);
    assert.equal(betas[0], 0.01);
    assert.ok(new Set(betas).size > 4, 'the coefficient moved');
  });
});
