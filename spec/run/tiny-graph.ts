import {
  constant,
  type AdvantageNode,
  type Edge,
  type Graph,
  type GuardNode,
  type Node,
  type ResetNode,
  type Schedule,
  type Trigger,
  type UpdateNode,
} from '../../runtime/graph/index.ts';
import { imitation, k3InLoss, policyGradient, plainReward } from '../support/update-parts.ts';

export interface TinyOptions {
  seed?: number;
  /** Steps of the supervised and of the reinforcement stage. */
  supervised?: number;
  reinforce?: number;
  module?: string;
  kl?: UpdateNode['config']['kl'];
  updates?: number;
  rate?: Schedule;
  reset?: Partial<ResetNode['config']> | null;
  guard?: Partial<GuardNode['config']> | null;
  evaluateEvery?: number | null;
  checkpointEvery?: number | null;
  keepBest?: boolean;
  keep?: { metric: 'reward.std'; by: '>'; value: number }[] | null;
  refill?: number;
  /** What the reinforcement stage's loss and advantages are made of, besides. */
  loss?: Partial<UpdateNode['config']>;
  advantage?: Partial<AdvantageNode['config']>;
}

const every = (steps: number): Trigger => ({ op: 'every', steps });
const reached = (count: number): Trigger => ({ op: 'reached', count, unit: 'steps' });

/** A whole pipeline in seconds: a fresh model of some thousand weights learns to copy letters, then by reward. */
export function tinyGraph(options: TinyOptions = {}): Graph {
  const kl = options.kl === undefined ? k3InLoss : options.kl;
  const optimizer = {
    name: 'adamw',
    rate: constant(0.01),
    beta1: 0.9,
    beta2: 0.99,
    epsilon: 1e-8,
    weightDecay: constant(0.01),
    maxGradNorm: constant(1),
    warmup: 2,
  } as const;
  const nodes: Node[] = [
    {
      id: 'teach.sample',
      stage: 'teach',
      kind: 'sample',
      config: { mixture: 'letters', prompts: constant(24) },
    },
    { id: 'teach.demonstrate', stage: 'teach', kind: 'demonstrate', config: { slips: constant(0.2) } },
    {
      id: 'teach.update',
      stage: 'teach',
      kind: 'update',
      config: {
        ...imitation,
        updates: constant(1),
        optimizer,
      },
    },
    {
      id: 'teach.transition',
      stage: 'teach',
      kind: 'transition',
      config: { until: reached(options.supervised ?? 12), untilText: 'steps' },
    },
    {
      id: 'explore.sample',
      stage: 'explore',
      kind: 'sample',
      config: { mixture: 'letters', prompts: constant(6) },
    },
    {
      id: 'explore.rollout',
      stage: 'explore',
      kind: 'rollout',
      config: { samples: constant(4), temperature: constant(1), topP: constant(1), maxTokens: constant(8) },
    },
    {
      id: 'explore.score',
      stage: 'explore',
      kind: 'score',
      config: { verifier: null, onFailure: 'stop', timeout: null, retries: 2, concurrency: 8 },
    },
    {
      id: 'explore.shape',
      stage: 'explore',
      kind: 'shape',
      config: { ...plainReward, truncated: constant(-0.5) },
    },
    {
      id: 'explore.filter',
      stage: 'explore',
      kind: 'filter',
      config: { keep: options.keep ?? null, refill: options.refill ?? 0, dropTruncated: false },
    },
    {
      id: 'explore.advantage',
      stage: 'explore',
      kind: 'advantage',
      config: { estimator: 'group_norm', whiten: 'trajectories', ...options.advantage },
    },
    {
      id: 'explore.update',
      stage: 'explore',
      kind: 'update',
      config: {
        ...policyGradient,
        updates: constant(options.updates ?? 2),
        kl,
        optimizer: { ...optimizer, rate: options.rate ?? constant(0.002), warmup: 0 },
        ...options.loss,
      },
    },
    {
      id: 'explore.transition',
      stage: 'explore',
      kind: 'transition',
      config: { until: reached(options.reinforce ?? 6), untilText: 'steps' },
    },
  ];
  if (options.reset !== null) {
    nodes.push({
      id: 'explore.reset',
      stage: 'explore',
      kind: 'reset',
      config: {
        reference: true,
        optimizer: true,
        to: { source: 'current' },
        when: every(3),
        whenText: 'every 3 steps',
        cooldown: 1,
        atMost: null,
        ...options.reset,
      },
    });
  }
  if (options.guard) {
    nodes.push({
      id: 'explore.guard',
      stage: 'explore',
      kind: 'guard',
      config: {
        when: { op: 'not_finite', metric: 'loss' },
        whenText: 'not_finite(loss)',
        rollback: true,
        scaleRate: 0.5,
        atMost: 2,
        ...options.guard,
      },
    });
  }
  if (options.evaluateEvery !== null) {
    nodes.push({
      id: 'evaluate',
      stage: null,
      kind: 'evaluate',
      config: { suite: 'heldout', every: options.evaluateEvery ?? 6 },
    });
  }
  if (options.checkpointEvery !== null) {
    const keepBestBy = options.keepBest ? 'heldout.pass@1' : null;
    const config = { every: options.checkpointEvery ?? 3, keepLast: 2, keepBestBy };
    nodes.push({ id: 'checkpoint', stage: null, kind: 'checkpoint', config });
  }
  return {
    format: 'prorl-graph/1',
    edition: 2026,
    pipeline: 'tiny',
    seed: options.seed ?? 7,
    lora: null,
    model: {
      source: 'fresh',
      family: 'qwen3',
      layers: 1,
      hidden: 32,
      heads: 2,
      kvHeads: 1,
      intermediate: 64,
      context: 32,
    },
    mixtures: {
      letters: {
        curriculum: null,
        entries: [
          {
            name: 'copy_letter',
            task: {
              source: 'code',
              name: 'copy_letter',
              library: null,
              module: options.module ?? './copy-letter',
              export: 'copyLetter',
              settings: { kinds: 10 },
            },
            domain: null,
            levels: null,
            weight: constant(1),
            from: 1,
            until: null,
          },
        ],
      },
    },
    suites: {
      heldout: {
        mixture: 'letters',
        problems: 8,
        samples: 4,
        temperature: 1,
        topP: 1,
        maxTokens: 8,
        passAt: [1, 4],
      },
    },
    stages: [
      { id: 'teach', kind: 'supervised', when: null, whenText: null },
      { id: 'explore', kind: 'reinforce', when: null, whenText: null },
    ],
    nodes,
    edges: edgesOf(nodes),
    libraries: [],
  };
}

function edgesOf(nodes: readonly Node[]): Edge[] {
  const own = (stage: string): Edge[] =>
    stage === 'teach'
      ? [
          { from: 'teach.sample:prompts', to: 'teach.demonstrate:prompts', type: 'Prompts' },
          { from: 'teach.demonstrate:batch', to: 'teach.update:batch', type: 'Batch' },
          { from: 'teach.update:metrics', to: 'teach.transition:metrics', type: 'Metrics' },
        ]
      : [
          { from: 'explore.sample:prompts', to: 'explore.rollout:prompts', type: 'Prompts' },
          { from: 'explore.update:policy', to: 'explore.rollout:policy', type: 'Policy' },
          { from: 'explore.rollout:rollouts', to: 'explore.score:rollouts', type: 'Rollouts' },
          { from: 'explore.score:scores', to: 'explore.shape:scores', type: 'Scores' },
          { from: 'explore.shape:scores', to: 'explore.filter:scores', type: 'Scores' },
          { from: 'explore.filter:groups', to: 'explore.advantage:groups', type: 'Groups' },
          { from: 'explore.advantage:batch', to: 'explore.update:batch', type: 'Batch' },
          { from: 'explore.update:metrics', to: 'explore.transition:metrics', type: 'Metrics' },
        ];
  const more = nodes.flatMap((node): Edge[] => {
    if (node.kind === 'reset') {
      return [
        { from: `${node.stage}.update:metrics`, to: `${node.id}:metrics`, type: 'Metrics' },
        { from: `${node.stage}.update:policy`, to: `${node.id}:policy`, type: 'Policy' },
      ];
    }
    if (node.kind === 'guard')
      return [{ from: `${node.stage}.update:metrics`, to: `${node.id}:metrics`, type: 'Metrics' }];
    if (node.stage === null) {
      return ['teach', 'explore'].map((stage) => ({
        from: `${stage}.update:policy`,
        to: `${node.id}:policy`,
        type: 'Policy',
      }));
    }
    return [];
  });
  return [...own('teach'), ...own('explore'), ...more];
}
