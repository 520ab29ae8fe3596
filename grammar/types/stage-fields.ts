import type { Stage } from '../../runtime/graph/index.ts';
import { block, field, optionalBlock, still, type Block, type Field, type Shape } from './field.ts';
import { t } from './type.ts';
import { whyStill } from './why-still.ts';

type StageKind = Stage['kind'];

const { count, oneOf, optional, schedule } = t;

const mixture = field('mixture', t.mixture, undefined, 'The tasks that the stage trains on.');

const updates = field(
  'updates',
  schedule(count('updates')),
  1,
  'Optimizer updates a step: the batch is split into that many mini-batches.',
);

const optimizer: Block = block('optimizer', 'How the weights move.', [
  field('name', oneOf('adamw'), 'adamw', 'The optimizer.'),
  field('rate', schedule(t.rate), 1e-6, 'Learning rate.'),
  ...still('It is part of what the moments are, which are carried from step to step.', [
    field('beta1', t.decay, 0.9, 'Decay of the first moment.'),
    field('beta2', t.decay, 0.999, 'Decay of the second moment.'),
    field('epsilon', t.rate, 1e-8, 'Added to the root of the second moment.'),
  ]),
  field('weight_decay', schedule(t.coefficient), 0, 'Decoupled weight decay.'),
  field(
    'max_grad_norm',
    optional(schedule(t.rate)),
    1,
    'The global gradient norm is clipped to it; none: no clipping.',
  ),
  ...still('A warm-up is itself a ramp; any other is written as a schedule of "rate".', [
    field('warmup', count('steps'), 0, 'Steps of linear warm-up at the start of the stage.'),
  ]),
]);

const means = {
  token_mean: 'token_mean: over all tokens of a mini-batch (DAPO)',
  sequence_mean: 'sequence_mean: over each response, then over responses (GRPO)',
  constant: 'constant: over responses, the sum of each divided by divisor (Dr. GRPO)',
};

function loss(aggregations: readonly (keyof typeof means)[], more: readonly Field[]): Block {
  return block('loss', 'How token losses become one.', [
    field(
      'aggregation',
      oneOf(...aggregations),
      'token_mean',
      `${aggregations.map((one) => means[one]).join('; ')}.`,
    ),
    ...more,
  ]);
}

const reinforce: Shape = {
  doc: 'Reinforcement learning with verifiable rewards: groups of responses, a clipped policy gradient.',
  fields: [mixture, updates],
  blocks: [
    block('rollout', 'What is sampled at a step.', [
      field('prompts', schedule(count('prompts')), 16, 'Problems drawn a step.'),
      field('samples', schedule(count('samples')), 8, 'Responses to each problem: the size of a group.'),
      field('temperature', schedule(t.temperature), 1, 'Sampling temperature; 0 takes the likeliest token.'),
      field('top_p', schedule(t.share), 1, 'Nucleus: the share of probability mass that is sampled from.'),
      field('max_tokens', schedule(t.length), 64, 'Longest response.'),
      ...still(whyStill.limit, [
        field(
          'refill',
          t.whole,
          0,
          'How often a step samples anew, as many prompts as the filter has dropped groups (DAPO, dynamic sampling).',
        ),
      ]),
    ]),
    block('reward', 'What a response earns.', [
      field(
        'correct',
        schedule(t.number),
        1,
        'Reward of a wholly correct response; partial credit lies in proportion.',
      ),
      field('incorrect', schedule(t.number), 0, 'Reward of a response without any credit.'),
      field('truncated', schedule(t.number), 0, 'Added where the response was cut off at the token limit.'),
      field(
        'stop_properly',
        schedule(t.fraction),
        1,
        'The share of what its score earns that a response keeps which was cut off.',
      ),
      field(
        'verifier',
        optional(t.verifier),
        null,
        "What judges the responses; none: each task's own verifier does.",
      ),
    ]),
    block('verify', 'How responses are judged, and what happens where a verifier fails.', [
      ...still('It says how verifiers are run, which is no part of what is learned.', [
        field(
          'on_failure',
          oneOf('stop', 'skip'),
          'stop',
          'stop: the run ends after a checkpoint; skip: the response leaves its group, and verify.failed counts it.',
        ),
        field(
          'timeout',
          optional(t.patience),
          null,
          "How long judging one response may take; none: the verifier's own limit.",
        ),
        field('retries', t.whole, 2, 'How often a failed request is made again.'),
        field('concurrency', t.times, 8, 'Responses that are judged at the same time.'),
      ]),
    ]),
    optionalBlock(
      'cosine_length',
      'Lets length change what responses earn: along half a cosine, from reward.correct and reward.incorrect at length 0 to these at the token limit.',
      [
        field('correct', schedule(t.number), undefined, 'What a wholly correct response earns at the limit.'),
        field(
          'incorrect',
          optional(schedule(t.number)),
          null,
          'What a response without any credit earns at the limit; none: reward.incorrect at every length.',
        ),
        field(
          'weight',
          schedule(t.fraction),
          1,
          'How much of the change counts; a cycle turns it on and off.',
        ),
      ],
    ),
    optionalBlock('overlong', 'Soft punishment of responses near the token limit (DAPO, eq. 13).', [
      field(
        'cache',
        schedule(t.length),
        undefined,
        'Over the last that many tokens before the limit the punishment grows.',
      ),
      field('scale', schedule(t.coefficient), 1, 'The punishment at the limit.'),
    ]),
    block('clip', 'How far the ratio of new to old probability counts.', [
      field('low', schedule(t.fraction), 0.2, 'Ratios below 1 - low are clipped.'),
      field('high', schedule(t.coefficient), 0.2, 'Ratios above 1 + high are clipped.'),
      field(
        'dual',
        optional(schedule(t.excess)),
        null,
        'Where the advantage is negative, ratios above it are clipped too (dual-clip PPO); none: never.',
      ),
    ]),
    optionalBlock(
      'correction',
      'Weighs tokens by rho, the probability by the update over that by the sampler. Without the block both count as one.',
      [
        field(
          'method',
          oneOf('truncate', 'mask', 'sequence_mask'),
          'truncate',
          'truncate: rho, held within low and high (TIS); mask: rho, and 0 outside (IcePop); sequence_mask: leaves out responses whose geometric mean lies outside.',
        ),
        field('low', schedule(t.fraction), 0, 'The least rho that counts as it is.'),
        field('high', schedule(t.atLeastOne), 2, 'The largest rho that counts as it is.'),
      ],
    ),
    optionalBlock(
      'kl',
      'Keeps the policy near the reference policy. Without the block there is no reference.',
      [
        field(
          'estimator',
          oneOf('k1', 'abs', 'k2', 'k3'),
          'k3',
          'k1 = D, abs = |D|, k2 = D²/2, k3 = exp(-D) - 1 + D, with D the log ratio.',
        ),
        field('coefficient', schedule(t.coefficient), undefined, 'Weight of the KL term.'),
        field(
          'in',
          oneOf('loss', 'reward'),
          'loss',
          'Whether the term is added to the loss or taken from the reward.',
        ),
        ...still(whyStill.control, [
          field(
            'target',
            optional(t.rate),
            null,
            'The KL a token that the coefficient, from its value at the start of the stage, is moved towards; none: it is as written.',
          ),
          field(
            'horizon',
            count('steps'),
            10,
            'With a target: the steps over which the coefficient moves by a fifth at most.',
          ),
        ]),
        ...still(whyStill.clamp, [
          field('clamp_input', optional(t.rate), null, 'D is held within this on both sides; none: not.'),
          field(
            'clamp_result',
            optional(t.rate),
            null,
            'The estimate for a token is held within this on both sides; none: not.',
          ),
        ]),
      ],
    ),
    block('advantage', 'How rewards of a group become advantages.', [
      field(
        'estimator',
        oneOf('group_norm', 'group_mean', 'leave_one_out', 'beta_norm', 'reinforce_baseline', 'reinforce'),
        'group_norm',
        'group_norm: (R - mean) / std; group_mean: R - mean; leave_one_out: R - mean of the others; beta_norm: (R - mean) / Beta density at the pass rate; reinforce_baseline: R - mean, and reinforce: R, then whitened over the batch.',
      ),
      field(
        'whiten',
        oneOf('trajectories', 'tokens'),
        'trajectories',
        'What counts once in the mean and deviation that the reinforce estimators whiten by: a response, or each of its tokens.',
      ),
    ]),
    loss(
      ['token_mean', 'sequence_mean', 'constant'],
      [
        ...still(
          'It is the constant of the method: dividing by one that moves is a learning rate that moves, which is a schedule of "rate".',
          [
            field(
              'divisor',
              optional(t.length),
              null,
              'Tokens that the aggregation constant divides by; none: as many as max_tokens.',
            ),
          ],
        ),
        field(
          'surrogate',
          oneOf('clipped', 'cispo', 'plain'),
          'clipped',
          'clipped: min(r A, clip(r) A) (PPO); cispo: clip(r) A log p, clip(r) being a constant (MiniMax-M1); plain: r A.',
        ),
        field(
          'ratio',
          oneOf('token', 'sequence'),
          'token',
          'r, new to old probability: of each token, or of a response, as the geometric mean of its tokens (GSPO).',
        ),
        field('entropy', schedule(t.coefficient), 0, 'Weight of the entropy bonus.'),
        field(
          'mask_truncated',
          t.boolean,
          false,
          'Leaves responses that were cut off out of the loss (DAPO, overlong filter).',
        ),
      ],
    ),
    optimizer,
  ],
};

const supervised: Shape = {
  doc: 'Supervised learning on worked solutions of the tasks.',
  fields: [
    mixture,
    updates,
    field('slips', schedule(t.fraction), 0, 'Share of the worked solutions that carry one slip.'),
  ],
  blocks: [
    block('batch', 'What is learned from at a step.', [
      field('prompts', schedule(count('prompts')), 128, 'Worked solutions a step.'),
    ]),
    loss(['token_mean', 'sequence_mean'], []),
    optimizer,
  ],
};

/** The blocks and fields of each kind of stage. Templates and stages fill them in. */
export const stageShapes: Readonly<Record<StageKind, Shape>> = { reinforce, supervised };

/** Metrics that `keep groups where` may read: figures of one group's responses. */
export const groupMetrics = ['reward.std', 'reward.mean', 'score.mean'] as const;
