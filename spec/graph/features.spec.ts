import assert from 'node:assert/strict';
import { engines, featuresOf } from '../../runtime/graph/index.ts';
import { compileText, said } from '../support/compile.ts';

/** A program whose stage has these lines, and whose pipeline runs it as given. */
function program(stage: string, plan = 'run explore for 40 steps', weights = 'products: 1'): string {
  return `edition 2026
import { chain_sum, products } from "prorl/tasks"
model nano = bundled("nano")
mixture sums {
  chain_sum(level: 1..3): 1
  ${weights}
}
suite heldout { tasks: sums, samples: 16, report: pass@1${plan.includes('pass@4') ? ', pass@4' : ''} }
stage base = reinforce {
  mixture: sums
  rollout { prompts: 8, samples: 16 }
}
stage explore = base {
  ${stage}
}
pipeline main {
  model: nano
  evaluate heldout every 5 steps
  checkpoint every 5 steps, keep best by heldout.pass@1
  ${plan}
}
`;
}

const kl = (more: string): string => `kl { coefficient: 0.001, ${more} }`;
const held = kl('in: loss');

/** What is written, and the feature that it asks for. */
const asked: readonly [written: string, feature: string][] = [
  [program('', 'run explore for 4 steps\n  run explore for 4 steps'), 'several stages'],
  [
    program('', 'run explore for 8 steps\n  run explore for 4 steps when correct > 10%'),
    'a stage run on a condition',
  ],
  [program('', undefined, 'products: 2'), 'mixture weights'],
  [program('', undefined, 'products: linear(1, 2, over: 20 steps)'), 'scheduled mixture weights'],
  [program('', undefined, 'products: 1\n  curriculum { keep: 20%..80% }'), 'a curriculum'],
  [program('rollout { temperature: linear(1, 2, over: 20 steps) }'), 'a scheduled temperature'],
  [
    program('rollout { max_tokens: linear(32 tokens, 64 tokens, over: 20 steps) }'),
    'a scheduled response length',
  ],
  [program('rollout { samples: step(8, 16, at: 20 steps) }'), 'a scheduled batch'],
  [program('kl { coefficient: linear(0, 1, over: 20 steps) }'), 'a scheduled KL coefficient'],
  [program(kl('in: loss')), 'a KL term in the loss'],
  [program(kl('in: reward')), 'a KL term in the reward'],
  ...(['k1', 'k2', 'k3', 'abs'] as const).map((name): [string, string] => [
    program(kl(`estimator: ${name}`)),
    `the KL estimator ${name}`,
  ]),
  [program(kl('in: loss, target: 0.1')), 'an adaptive KL coefficient in the loss'],
  [program(kl('in: reward, target: 0.1')), 'an adaptive KL coefficient in the reward'],
  ...(['group_mean', 'leave_one_out', 'beta_norm', 'reinforce_baseline', 'reinforce'] as const).map(
    (name): [string, string] => [program(`advantage { estimator: ${name} }`), `the advantages ${name}`],
  ),
  [program('advantage { estimator: reinforce, whiten: trajectories }'), 'whitening by trajectories'],
  [program('loss { surrogate: cispo }'), 'the surrogate cispo'],
  [program('loss { surrogate: plain }'), 'the surrogate plain'],
  [program('loss { ratio: sequence }'), 'the ratio of the sequence'],
  [program('loss { aggregation: sequence_mean }'), 'the aggregation sequence_mean'],
  [program('loss { aggregation: constant }'), 'the aggregation constant'],
  [program('clip { dual: 3 }'), 'a dual clip'],
  [program('loss { entropy: 0.01 }'), 'an entropy bonus'],
  ...(['truncate', 'mask', 'sequence_mask'] as const).map((name): [string, string] => [
    program(`correction { method: ${name} }`),
    `the correction ${name}`,
  ]),
  [program('cosine_length { correct: 0.5 }'), 'rewards that depend on length'],
  [program('reward { stop_properly: 50% }'), 'a share of the reward for truncated responses'],
  [program('overlong { cache: 16 tokens }'), 'a soft overlong punishment'],
  [program('reward { correct: linear(0, 1, over: 20 steps) }'), 'a scheduled reward'],
  [program('keep groups where reward.std > 0'), 'a filter of groups'],
  [program('keep groups where reward.std > 0\n  rollout { refill: 2 }'), 'refills'],
  [
    program(
      `${held}\n  reset reference, optimizer at start`,
      'run explore for 4 steps\n  run explore for 4 steps',
    ),
    'a reset between stages',
  ],
  [program(`${held}\n  reset reference when every 5 steps`), 'a reset of the reference alone'],
  [program('reset optimizer when every 5 steps'), 'a reset of the optimizer alone'],
  [
    program(`${held}\n  reset reference to best by heldout.pass@1 when every 5 steps`),
    'a reset to the best checkpoint',
  ],
  [program(`${held}\n  reset reference when every 5 steps`), 'a reset on a condition'],
  [program('', 'run explore until 40 steps or correct > 90%'), 'a stage that ends on a metric'],
  [program('guard when not_finite(loss) { rollback }'), 'a guard that rolls back'],
  [program('', 'run explore for 40 steps // pass@4'), 'pass@k beyond 1'],
  [program('', 'lora { rank: 8 }\n  run explore for 40 steps'), 'LoRA adapters'],
];

/** Every feature that an engine has something to say about. */
const known = [...new Set(engines.flatMap(({ support }) => Object.keys(support)))].sort();

describe('what a graph asks of its engine', () => {
  for (const [written, feature] of asked) {
    it(feature, () => {
      const compilation = compileText(written);
      assert.ok(compilation.graph !== null, said(compilation));
      const plain = compileText(program('')).graph!;
      const found = featuresOf(compilation.graph).map((one) => one.feature as string);
      assert.ok(found.includes(feature), found.join(', '));
      assert.ok(
        !featuresOf(plain).some((one) => one.feature === feature),
        'a plain pipeline asks for it too',
      );
    });
  }

  it('is asked for by something above, whatever an engine knows of', () => {
    assert.deepEqual([...new Set(asked.map(([, feature]) => feature))].sort(), known);
  });
});
