import {
  constant,
  type Edge,
  type Graph,
  type MixtureEntry,
  type Node,
  type Stage,
} from '../../runtime/graph/index.ts';
import { imitation, k3InLoss, policyGradient, plainReward } from '../support/update-parts.ts';

/** A mixture entry of a task that nothing here needs to load. */
export function entry(name: string, weight = 1): MixtureEntry {
  const task = {
    source: 'code' as const,
    name,
    library: 'prorl',
    module: `stdlib/tasks/${name}`,
    export: 'default',
    settings: {},
  };
  return { name, task, domain: null, levels: null, weight: constant(weight), from: 0, until: null };
}

/** The nodes of a reinforcement stage that are needed, plus others. */
export function reinforceNodes(stage: string, others: Node[] = [], steps = 300): Node[] {
  return [
    { id: `${stage}.sample`, stage, kind: 'sample', config: { mixture: 'puzzles', prompts: constant(16) } },
    {
      id: `${stage}.rollout`,
      stage,
      kind: 'rollout',
      config: {
        samples: constant(16),
        temperature: constant(1.2),
        topP: constant(1),
        maxTokens: constant(64),
      },
    },
    {
      id: `${stage}.score`,
      stage,
      kind: 'score',
      config: { verifier: null, onFailure: 'stop', timeout: null, retries: 2, concurrency: 8 },
    },
    {
      id: `${stage}.shape`,
      stage,
      kind: 'shape',
      config: { ...plainReward, truncated: constant(-0.5) },
    },
    {
      id: `${stage}.filter`,
      stage,
      kind: 'filter',
      config: { keep: [{ metric: 'reward.std', by: '>', value: 0 }], refill: 0, dropTruncated: false },
    },
    {
      id: `${stage}.advantage`,
      stage,
      kind: 'advantage',
      config: { estimator: 'group_norm', whiten: 'trajectories' },
    },
    {
      id: `${stage}.update`,
      stage,
      kind: 'update',
      config: {
        ...policyGradient,
        updates: constant(2),
        kl: {
          ...k3InLoss,
          coefficient: {
            over: 'steps',
            pieces: [
              { shape: 'linear', from: 0, to: 50, start: 0, end: 0.002 },
              { shape: 'cosine', from: 50, to: 400, start: 0.002, end: 0.0005 },
            ],
          },
        },
        optimizer: {
          name: 'adamw',
          rate: constant(3e-4),
          beta1: 0.9,
          beta2: 0.999,
          epsilon: 1e-8,
          weightDecay: constant(0),
          maxGradNorm: constant(1),
          warmup: 0,
        },
      },
    },
    ...others,
    {
      id: `${stage}.transition`,
      stage,
      kind: 'transition',
      config: { until: { op: 'reached', count: steps, unit: 'steps' }, untilText: `${steps} steps` },
    },
  ];
}

export function supervisedNodes(stage: string, steps = 20): Node[] {
  return [
    { id: `${stage}.sample`, stage, kind: 'sample', config: { mixture: 'puzzles', prompts: constant(32) } },
    { id: `${stage}.demonstrate`, stage, kind: 'demonstrate', config: { slips: constant(0.5) } },
    {
      id: `${stage}.update`,
      stage,
      kind: 'update',
      config: {
        ...imitation,
        updates: constant(1),
        optimizer: {
          name: 'adamw',
          rate: constant(1e-3),
          beta1: 0.9,
          beta2: 0.999,
          epsilon: 1e-8,
          weightDecay: constant(0.1),
          maxGradNorm: null,
          warmup: 10,
        },
      },
    },
    {
      id: `${stage}.transition`,
      stage,
      kind: 'transition',
      config: { until: { op: 'reached', count: steps, unit: 'steps' }, untilText: `${steps} steps` },
    },
  ];
}

/** A reset by `kl.mean > 0.15 for 5 steps or plateau(...)`, and a guard, as in the language's example. */
export function watchers(stage: string): Node[] {
  return [
    {
      id: `${stage}.guard`,
      stage,
      kind: 'guard',
      config: {
        when: {
          op: 'or',
          of: [
            { op: 'not_finite', metric: 'loss' },
            { op: 'compare', left: { of: 'last', metric: 'kl.mean' }, by: '>', right: 2 },
          ],
        },
        whenText: 'not_finite(loss) or kl.mean > 2',
        rollback: true,
        scaleRate: 0.5,
        atMost: 3,
      },
    },
    {
      id: `${stage}.reset`,
      stage,
      kind: 'reset',
      config: {
        reference: true,
        optimizer: true,
        to: { source: 'current' },
        when: {
          op: 'or',
          of: [
            { op: 'plateau', metric: 'heldout.pass@1', over: 4, unit: 'evaluations', gainBelow: 0.005 },
            {
              op: 'sustained',
              of: { op: 'compare', left: { of: 'last', metric: 'kl.mean' }, by: '>', right: 0.15 },
              steps: 5,
            },
          ],
        },
        whenText: 'stalled or drifted',
        cooldown: 50,
        atMost: 4,
      },
    },
  ];
}

export function pipelineNodes(): Node[] {
  return [
    { id: 'evaluate', stage: null, kind: 'evaluate', config: { suite: 'heldout', every: 25 } },
    {
      id: 'checkpoint',
      stage: null,
      kind: 'checkpoint',
      config: { every: 25, keepLast: 2, keepBestBy: 'heldout.pass@1' },
    },
  ];
}

/** The edges that stages of these nodes have. */
export function edgesOf(stages: Stage[], nodes: Node[]): Edge[] {
  return stages.flatMap(({ id, kind }): Edge[] => {
    const chain: [string, string, Edge['type']][] =
      kind === 'reinforce'
        ? [
            ['sample:prompts', 'rollout:prompts', 'Prompts'],
            ['rollout:rollouts', 'score:rollouts', 'Rollouts'],
            ['score:scores', 'shape:scores', 'Scores'],
            ['shape:scores', 'filter:scores', 'Scores'],
            ['filter:groups', 'advantage:groups', 'Groups'],
            ['advantage:batch', 'update:batch', 'Batch'],
            ['update:policy', 'rollout:policy', 'Policy'],
          ]
        : [
            ['sample:prompts', 'demonstrate:prompts', 'Prompts'],
            ['demonstrate:batch', 'update:batch', 'Batch'],
          ];
    const watching = nodes.flatMap((node): Edge[] => {
      if (node.stage !== null && node.stage !== id) return [];
      const policy: Edge = { from: `${id}.update:policy`, to: `${node.id}:policy`, type: 'Policy' };
      const metrics: Edge = { from: `${id}.update:metrics`, to: `${node.id}:metrics`, type: 'Metrics' };
      if (node.kind === 'evaluate' || node.kind === 'checkpoint') return [policy];
      if (node.kind === 'reset') return [metrics, policy];
      return node.kind === 'guard' || node.kind === 'transition' ? [metrics] : [];
    });
    return [
      ...chain.map(([from, to, type]) => ({ from: `${id}.${from}`, to: `${id}.${to}`, type })),
      ...watching,
    ];
  });
}

export function graphOf(stages: Stage[], nodes: Node[]): Graph {
  return {
    format: 'prorl-graph/1',
    edition: 2026,
    pipeline: 'quickstart',
    seed: 17,
    lora: null,
    model: { source: 'bundled', name: 'nano' },
    mixtures: {
      puzzles: {
        entries: [entry('chain_sum', 3), entry('products'), entry('sort_letters')],
        curriculum: null,
      },
    },
    suites: {
      heldout: {
        mixture: 'puzzles',
        problems: 128,
        samples: 16,
        temperature: 0.6,
        topP: 1,
        maxTokens: 64,
        passAt: [1, 4, 16],
      },
    },
    stages,
    nodes,
    edges: edgesOf(stages, nodes),
    libraries: [],
  };
}

/** A valid pipeline: a supervised stage, then a reinforcement stage with a guard and a reset. */
export function exampleGraph(): Graph {
  const stages: Stage[] = [
    { id: 'learn', kind: 'supervised', when: null, whenText: null },
    { id: 'explore', kind: 'reinforce', when: null, whenText: null },
  ];
  return graphOf(stages, [
    ...supervisedNodes('learn'),
    ...reinforceNodes('explore', watchers('explore')),
    ...pipelineNodes(),
  ]);
}
