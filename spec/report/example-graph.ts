import type { Edge, Graph } from '../../runtime/graph/graph.ts';
import type { Node } from '../../runtime/graph/nodes.ts';
import { constant } from '../../runtime/graph/schedule.ts';
import { k3InLoss, policyGradient, plainReward } from '../support/update-parts.ts';

/** A graph of two stages, for tests of reports and of the command line. */
export const exampleGraph: Graph = {
  format: 'prorl-graph/1',
  edition: 2026,
  pipeline: 'quickstart',
  seed: 17,
  lora: null,
  model: { source: 'bundled', name: 'nano' },
  mixtures: {
    puzzles: {
      curriculum: null,
      entries: [
        {
          name: 'chain_sum',
          task: {
            source: 'code',
            name: 'chain_sum',
            library: 'prorl',
            module: 'stdlib/tasks/math/chain-sum',
            export: 'chainSum',
            settings: { terms: { from: 2, to: 4 } },
          },
          domain: 'math',
          levels: null,
          weight: constant(3),
          from: 1,
          until: null,
        },
        {
          name: 'products',
          task: {
            source: 'code',
            name: 'products',
            library: 'prorl',
            module: 'stdlib/tasks/math/products',
            export: 'products',
            settings: { digits: 2 },
          },
          domain: 'math',
          levels: null,
          weight: { over: 'steps', pieces: [{ shape: 'linear', from: 0, to: 200, start: 1, end: 3 }] },
          from: 1,
          until: null,
        },
      ],
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
  stages: [
    { id: 'explore', kind: 'reinforce', when: null, whenText: null },
    { id: 'explore-2', kind: 'reinforce', when: null, whenText: null },
  ],
  nodes: [...stageNodes('explore', 64, 300), ...stageNodes('explore-2', 96, 100), ...pipelineNodes()],
  edges: [...stageEdges('explore'), ...stageEdges('explore-2')],
  libraries: [{ name: 'prorl', version: '0.1.0', hash: '0'.repeat(64) }],
};

function stageNodes(stage: string, maxTokens: number, steps: number): Node[] {
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
        maxTokens: constant(maxTokens),
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
        updates: constant(4),
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
          op: 'sustained',
          of: { op: 'compare', left: { of: 'last', metric: 'kl.mean' }, by: '>', right: 0.15 },
          steps: 5,
        },
        whenText: 'drifted',
        cooldown: 50,
        atMost: 4,
      },
    },
    {
      id: `${stage}.transition`,
      stage,
      kind: 'transition',
      config: {
        until: {
          op: 'or',
          of: [
            { op: 'reached', count: steps, unit: 'steps' },
            { op: 'compare', left: { of: 'last', metric: 'heldout.pass@1' }, by: '>=', right: 0.95 },
          ],
        },
        untilText: `${steps} steps or heldout.pass@1 >= 95%`,
      },
    },
  ];
}

function stageEdges(stage: string): Edge[] {
  const edge = (from: string, to: string, type: Edge['type'], own = true): Edge => ({
    from: `${stage}.${from}`,
    to: own ? `${stage}.${to}` : to,
    type,
  });
  return [
    edge('sample:prompts', 'rollout:prompts', 'Prompts'),
    edge('update:policy', 'rollout:policy', 'Policy'),
    edge('rollout:rollouts', 'score:rollouts', 'Rollouts'),
    edge('score:scores', 'shape:scores', 'Scores'),
    edge('shape:scores', 'filter:scores', 'Scores'),
    edge('filter:groups', 'advantage:groups', 'Groups'),
    edge('advantage:batch', 'update:batch', 'Batch'),
    edge('update:metrics', 'guard:metrics', 'Metrics'),
    edge('update:metrics', 'reset:metrics', 'Metrics'),
    edge('update:policy', 'reset:policy', 'Policy'),
    edge('update:metrics', 'transition:metrics', 'Metrics'),
    edge('update:policy', 'evaluate:policy', 'Policy', false),
    edge('update:policy', 'checkpoint:policy', 'Policy', false),
  ];
}

function pipelineNodes(): Node[] {
  return [
    { id: 'evaluate', stage: null, kind: 'evaluate', config: { suite: 'heldout', every: 25 } },
    {
      id: 'checkpoint',
      stage: null,
      kind: 'checkpoint',
      config: { every: 100, keepLast: 2, keepBestBy: 'heldout.pass@1' },
    },
  ];
}
