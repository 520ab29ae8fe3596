import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { ExitCode, ProrlError } from '../../runtime/errors.ts';
import {
  constant,
  graphHash,
  readGraph,
  stagePlan,
  validateGraph,
  type Graph,
  type Node,
} from '../../runtime/graph/index.ts';
import { edgesOf, exampleGraph } from './example.ts';

/** What reading the example says once it has been changed. */
function refusal(change: (graph: Graph) => void): ProrlError {
  const graph = exampleGraph();
  change(graph);
  try {
    readGraph(JSON.parse(JSON.stringify(graph)), 'graph.json');
  } catch (error) {
    assert.ok(error instanceof ProrlError, String(error));
    assert.equal(error.exitCode, ExitCode.pipeline);
    assert.ok(error.hint && error.message.startsWith('graph.json: '), error.message);
    return error;
  }
  return assert.fail('the graph was taken');
}

function find<K extends Node['kind']>(graph: Graph, id: string, kind: K): Extract<Node, { kind: K }> {
  return graph.nodes.find(
    (node): node is Extract<Node, { kind: K }> => node.id === id && node.kind === kind,
  )!;
}

/** A wrong graph: how it is made, and what message and hint must say. */
const wrong: [string, (graph: Graph) => void, RegExp, RegExp][] = [
  ['a missing field', (g) => delete (g as Partial<Graph>).seed, /: \/: 'seed' is missing/, /Add 'seed'/],
  [
    'an unknown field',
    (g) => Object.assign(g.nodes[0]!.config, { prompt: 3 }),
    /\/nodes\/0\/config: 'prompt' is unknown/,
    /Did you mean 'prompts'/,
  ],
  [
    'a wrong type',
    (g) => Object.assign(g.nodes[0]!.config, { prompts: '8' }),
    /\/nodes\/0\/config\/prompts: is "8"/,
    /type object/,
  ],
  [
    'an unknown kind of node',
    (g) => Object.assign(g.nodes[0]!, { kind: 'sampel' }),
    /\/nodes\/0\/kind: is "sampel"/,
    /schema/,
  ],
  [
    'another version',
    (g) => Object.assign(g, { format: 'prorl-graph/9' }),
    /format 'prorl-graph\/9'/,
    /prorl graph/,
  ],
  [
    'something else altogether',
    (g) => Object.assign(g, { format: undefined }),
    /not an execution graph/,
    /prorl graph/,
  ],
  [
    'no prompts',
    (g) => (find(g, 'explore.sample', 'sample').config.prompts = constant(0)),
    /\/nodes\/4\/config\/prompts\/pieces\/0\/start: is 0/,
    /number at least 1/,
  ],
  [
    'an unknown mixture',
    (g) => (find(g, 'explore.sample', 'sample').config.mixture = 'puzzels'),
    /no mixture 'puzzels'/,
    /'puzzles'/,
  ],
  [
    'an unknown suite',
    (g) => (find(g, 'evaluate', 'evaluate').config.suite = 'held'),
    /no suite 'held'/,
    /heldout/,
  ],
  ['an unknown stage', (g) => (g.nodes[1]!.stage = 'lern'), /no stage 'lern'/, /'learn'/],
  [
    'two nodes of one name',
    (g) => (g.nodes[1]!.id = g.nodes[0]!.id),
    /second node 'learn.sample'/,
    /name of its own/,
  ],
  [
    'an unknown metric',
    (g) => (find(g, 'explore.guard', 'guard').config.when = { op: 'not_finite', metric: 'los' }),
    /no.*metric 'los' in stage 'explore'/,
    /'loss'/,
  ],
  [
    "another stage kind's metric",
    (g) => (find(g, 'learn.transition', 'transition').config.until = { op: 'not_finite', metric: 'kl.mean' }),
    /'kl.mean' in stage 'learn'/,
    /./,
  ],
  [
    'a suite that nothing evaluates',
    (g) => (g.nodes = g.nodes.filter(({ kind }) => kind !== 'evaluate')),
    /never has a value/,
    /evaluate heldout every/,
  ],
  [
    'a schedule over an unknown metric',
    (g) => (find(g, 'explore.rollout', 'rollout').config.temperature.over = { metric: 'entrpy' }),
    /metric 'entrpy'/,
    /'entropy'/,
  ],
  [
    'a gap in a schedule',
    (g) => (find(g, 'explore.update', 'update').config.kl!.coefficient.pieces[0]!.to = 40),
    /\/pieces\/0\/to: there is a gap between 40 and 50/,
    /at 50/,
  ],
  [
    'an overlap in a schedule',
    (g) => (find(g, 'explore.update', 'update').config.kl!.coefficient.pieces[0]!.to = 60),
    /an overlap between 60 and 50/,
    /at 50/,
  ],
  [
    'an endless ramp',
    (g) => (find(g, 'explore.update', 'update').config.kl!.coefficient.pieces[1]!.to = null),
    /cosine piece that never ends/,
    /where it ends/,
  ],
  [
    'an exponential from 0',
    (g) =>
      Object.assign(find(g, 'explore.update', 'update').config.kl!.coefficient.pieces[0]!, {
        shape: 'exponential',
      }),
    /exponential from 0/,
    /small value/,
  ],
  [
    'a negative coefficient',
    (g) => (find(g, 'explore.update', 'update').config.kl!.coefficient = constant(-1)),
    /start: is -1/,
    /at least 0/,
  ],
  [
    'pass@k above the samples',
    (g) => (g.suites.heldout!.passAt = [1, 32]),
    /\/suites\/heldout\/passAt\/1: is 32/,
    /at most 16/,
  ],
  ['pass@k out of order', (g) => (g.suites.heldout!.passAt = [4, 1]), /do not ascend/, /ascending/],
  ['an empty mixture', (g) => (g.mixtures.puzzles!.entries = []), /the mixture is empty/, /at least one/],
  [
    'a stage with no end',
    (g) => (g.nodes = g.nodes.filter(({ id }) => id !== 'explore.transition')),
    /no transition node, so that it has no end/,
    /exactly one/,
  ],
  [
    'a stage with two updates',
    (g) => g.nodes.push({ ...structuredClone(g.nodes[2]!), id: 'learn.update-2' }),
    /has 2 update nodes/,
    /exactly one/,
  ],
  [
    'a rollout in a supervised stage',
    (g) => (g.nodes[5]!.stage = 'learn'),
    /cannot be in a supervised stage|no rollout node/,
    /./,
  ],
  [
    'one sample a group',
    (g) => (find(g, 'explore.rollout', 'rollout').config.samples = constant(1)),
    /group_norm compares.*one sample/,
    /at least 2/,
  ],
  [
    'a reset with no reference',
    (g) => (find(g, 'explore.update', 'update').config.kl = null),
    /no reference policy/,
    /KL term/,
  ],
  [
    'a reset of nothing',
    (g) => Object.assign(find(g, 'explore.reset', 'reset').config, { reference: false, optimizer: false }),
    /resets nothing/,
    /the optimizer/,
  ],
  [
    'a reset to a best that is not kept',
    (g) => (find(g, 'explore.reset', 'reset').config.to = { source: 'best', metric: 'heldout.pass@4' }),
    /no checkpoint keeps the best/,
    /keep best by heldout.pass@4/,
  ],
  [
    'the wrong loss',
    (g) => (find(g, 'learn.update', 'update').config.loss = 'policy_gradient'),
    /cannot train by policy_gradient/,
    /cross_entropy/,
  ],
  [
    'an edge from nowhere',
    (g) => (g.edges[0]!.from = 'learn.sampel:prompts'),
    /\/edges\/0\/from: no node/,
    /'learn.sample'/,
  ],
  [
    'an edge from an unknown port',
    (g) => (g.edges[0]!.from = 'learn.sample:prompt'),
    /no output 'prompt'/,
    /'prompts'/,
  ],
  [
    'an edge between types',
    (g) => (g.edges[1]!.to = 'learn.demonstrate:prompts'),
    /gives Batch.*takes Prompts/,
    /same type/,
  ],
  [
    'a mislabelled edge',
    (g) => (g.edges[0]!.type = 'Batch'),
    /marked Batch, but carries Prompts/,
    /Mark it Prompts/,
  ],
  [
    'an input without an edge',
    (g) => g.edges.splice(0, 1),
    /input 'prompts' of 'learn.demonstrate' has no edge/,
    /exactly one edge/,
  ],
  ['an input with two edges', (g) => g.edges.push({ ...g.edges[0]! }), /has 2 edges/, /exactly one/],
  [
    'an evaluation that one stage does not feed',
    (g) =>
      (g.edges = g.edges.filter(({ from, to }) => !(from.startsWith('learn') && to.startsWith('evaluate')))),
    /'evaluate' has no edge from stage 'learn'/,
    /./,
  ],
  [
    'an edge across stages',
    (g) => (g.edges.find(({ to }) => to === 'explore.rollout:prompts')!.from = 'learn.sample:prompts'),
    /feeds stage 'explore'/,
    /order/,
  ],
  [
    'a gap in a bound that moves',
    (g) =>
      (find(g, 'learn.transition', 'transition').config.until = {
        op: 'compare',
        left: { of: 'last', metric: 'loss' },
        by: '<',
        right: {
          over: 'steps',
          pieces: [
            { shape: 'linear', from: 0, to: 40, start: 1, end: 2 },
            { shape: 'linear', from: 50, to: 60, start: 2, end: 3 },
          ],
        },
      }),
    /until\/right\/pieces\/0\/to: there is a gap between 40 and 50/,
    /at 50/,
  ],
  [
    'a bound that follows an unknown metric',
    (g) =>
      (find(g, 'learn.transition', 'transition').config.until = {
        op: 'falls',
        metric: 'loss',
        by: { ...constant(1), over: { metric: 'los' } },
        over: 2,
        unit: 'steps',
      }),
    /metric 'los'/,
    /'loss'/,
  ],
  [
    'a gain that becomes negative',
    (g) =>
      (find(g, 'learn.transition', 'transition').config.until = {
        op: 'plateau',
        metric: 'loss',
        over: 2,
        unit: 'steps',
        gainBelow: { over: 'steps', pieces: [{ shape: 'linear', from: 0, to: 9, start: 1, end: -1 }] },
      }),
    /until\/gainBelow\/pieces\/0\/end: is -1/,
    /at least 0/,
  ],
  [
    'a trigger with an average of no span',
    (g) =>
      (find(g, 'learn.transition', 'transition').config.until = {
        op: 'compare',
        left: { of: 'ema', metric: 'loss' },
        by: '<',
        right: 1,
      }),
    /until\/left\/span/,
    /at least 1/,
  ],
];

describe('reading a graph', () => {
  it('takes a valid one as it is', () => {
    const graph = exampleGraph();
    assert.deepEqual(validateGraph(graph), []);
    assert.deepEqual(readGraph(JSON.parse(JSON.stringify(graph)), 'graph.json'), graph);
  });

  for (const [what, change, message, hint] of wrong) {
    it(`refuses ${what}`, () => {
      const error = refusal(change);
      assert.match(error.message, message);
      assert.match(error.hint ?? '', hint);
    });
  }

  it('refuses a loop other than that of the policy', () => {
    const graph = exampleGraph();
    graph.edges.find(({ to }) => to === 'explore.shape:scores')!.from = 'explore.shape:scores';
    const [problem] = validateGraph(graph);
    // What comes after the loop waits for it too; what comes before does not.
    assert.match(
      problem?.message ?? '',
      /^these nodes wait for one another: explore\.shape, explore\.filter, /,
    );
    assert.match(problem?.hint ?? '', /update:policy to rollout:policy/);
  });

  it('tells several mistakes at once, the first with its hint', () => {
    const error = refusal((g) => {
      find(g, 'explore.sample', 'sample').config.prompts = constant(0);
      find(g, 'explore.rollout', 'rollout').config.topP = constant(2);
    });
    assert.match(
      error.message,
      /prompts\/pieces\/0\/start: is 0\n[^]*\/nodes\/5\/config\/topP\/pieces\/0\/start: is 2\. It must be/,
    );
  });

  it('refuses what is no object', () => {
    for (const json of [null, 3, 'x', [], {}]) assert.throws(() => readGraph(json, 'x'), ProrlError);
  });

  it('does not load ajv before a graph is read', () => {
    const code = `import('./runtime/graph/index.ts').then(async () => {
      const { createRequire } = await import('node:module');
      const loaded = Object.keys(createRequire(process.cwd() + '/x.js').cache);
      process.stdout.write(String(loaded.some((path) => /node_modules.ajv/.test(path))));
    })`;
    const root = new URL('../..', import.meta.url);
    assert.equal(
      execFileSync(process.execPath, ['--import', 'tsx', '-e', code], { cwd: root, encoding: 'utf8' }),
      'false',
    );
  });
});

describe('the plan of a stage', () => {
  it('has the nodes of that stage by kind', () => {
    const plan = stagePlan(exampleGraph(), 'explore');
    assert.ok(plan.kind === 'reinforce');
    assert.deepEqual(
      [plan.rollout.id, plan.shape.id, plan.update.id, plan.transition.id],
      ['explore.rollout', 'explore.shape', 'explore.update', 'explore.transition'],
    );
    assert.deepEqual([plan.guards.length, plan.resets.length], [1, 1]);
    const first = stagePlan(exampleGraph(), 'learn');
    assert.ok(first.kind === 'supervised' && first.demonstrate.id === 'learn.demonstrate');
    assert.throws(() => stagePlan(exampleGraph(), 'none'), RangeError);
  });
});

describe('the hash of a graph', () => {
  it('depends on the content, not on the order of keys', () => {
    const graph = exampleGraph();
    const turned = Object.fromEntries(Object.entries(graph).reverse()) as unknown as Graph;
    assert.equal(graphHash(turned), graphHash(graph));
    assert.match(graphHash(graph), /^[0-9a-f]{64}$/);
    assert.notEqual(graphHash({ ...graph, seed: 18 }), graphHash(graph));
    assert.notEqual(
      graphHash({ ...graph, edges: edgesOf(graph.stages, graph.nodes).reverse() }),
      graphHash(graph),
    );
  });
});
