import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Controller, type Decision } from '../../runtime/control/index.ts';
import { ProrlError } from '../../runtime/errors.ts';
import {
  constant,
  readGraph,
  type Graph,
  type Node,
  type Schedule,
  type Stage,
} from '../../runtime/graph/index.ts';
import { graphOf, pipelineNodes, reinforceNodes, supervisedNodes, watchers } from '../graph/example.ts';

type Metrics = Record<string, number>;
const calm: Metrics = { 'kl.mean': 0.01, loss: 0.1 };

function pipeline(change: (nodes: Node[]) => void = () => {}, steps = 300): Graph {
  const stages: Stage[] = [{ id: 'explore', kind: 'reinforce', when: null, whenText: null }];
  const nodes = [...reinforceNodes('explore', watchers('explore'), steps), ...pipelineNodes()];
  change(nodes);
  return readGraph(graphOf(stages, nodes), 'spec');
}

/** Runs to the end (or for as many steps as given) and tells each decision as `KIND@STEP`. */
function told(controller: Controller, metrics: (step: number) => Metrics, steps = Infinity): string[] {
  const out: string[] = [];
  while (!controller.done && controller.steps < steps) {
    const { step } = controller;
    for (const decision of controller.observe({ metrics: metrics(step), tokens: 100 })) {
      out.push(`${decision.kind}@${step}`);
      if (decision.kind === 'stop') return out;
    }
  }
  return out;
}

function node<K extends Node['kind']>(nodes: Node[], kind: K): Extract<Node, { kind: K }> {
  return nodes.find((n): n is Extract<Node, { kind: K }> => n.kind === kind)!;
}

const without = (kind: string, all: string[]): string[] => all.filter((text) => !text.startsWith(kind));

describe('the controller', () => {
  it('resets on a sustained spike once per cooldown, at most so often', () => {
    const spike = (step: number): Metrics => ({ ...calm, 'kl.mean': step >= 40 ? 0.4 : 0.01 });
    const resets = told(new Controller(pipeline()), spike).filter((text) => text.startsWith('reset'));
    assert.deepEqual(resets, ['reset@44', 'reset@94', 'reset@144', 'reset@194']);
  });

  it('decides reset, transition, checkpoint in this order and numbers steps from 1', () => {
    const graph = pipeline((nodes) => (node(nodes, 'reset').config.when = { op: 'every', steps: 50 }), 50);
    const all = told(new Controller(graph), () => calm);
    assert.deepEqual(all, ['checkpoint@25', 'reset@50', 'transition@50', 'checkpoint@50']);
  });

  it('reads a bound that moves by the steps, tokens and readings of the whole pipeline', () => {
    const stages: Stage[] = ['a', 'b'].map((id) => ({ id, kind: 'reinforce', when: null, whenText: null }));
    const over = (axis: Schedule['over'], to: number): Schedule => ({
      over: axis,
      pieces: [{ shape: 'linear', from: 0, to, start: 0, end: 1 }],
    });
    const resets = (bound: Schedule): string[] => {
      const nodes = [
        ...reinforceNodes('a', watchers('a'), 4),
        ...reinforceNodes('b', watchers('b'), 4),
        ...pipelineNodes(),
      ];
      for (const n of nodes) {
        if (n.kind !== 'reset') continue;
        const left = { of: 'last', metric: 'correct' } as const;
        Object.assign(n.config, { cooldown: 0, when: { op: 'compare', left, by: '>=', right: bound } });
      }
      const controller = new Controller(readGraph(graphOf(stages, nodes), 'spec'));
      controller.begin({ 'heldout.pass@1': 0.5 });
      const metrics = (step: number): Metrics => ({
        ...calm,
        correct: 0.5,
        ...(step === 3 ? { 'heldout.pass@1': 0.7 } : step === 6 ? { 'heldout.pass@1': 0.1 } : {}),
      });
      return told(controller, metrics).filter((text) => text.startsWith('reset'));
    };
    // Step k begins with k - 1 steps done, and with 100 tokens of each.
    assert.deepEqual(
      resets(over('steps', 10)),
      [1, 2, 3, 4, 5, 6].map((step) => `reset@${step}`),
    );
    assert.deepEqual(
      resets(over('tokens', 600)),
      [1, 2, 3, 4].map((step) => `reset@${step}`),
    );
    // By the reading before the step: 0.5, from step 4 on 0.7, from step 7 on 0.1.
    assert.deepEqual(
      resets(over({ metric: 'heldout.pass@1' }, 1)),
      [1, 2, 3, 7, 8].map((step) => `reset@${step}`),
    );
  });

  it('starts a plateau afresh after its reset fired, and only then', () => {
    const graph = pipeline((nodes) => {
      node(nodes, 'reset').config.cooldown = 1;
      node(nodes, 'transition').config.until = {
        op: 'or',
        of: [
          { op: 'plateau', metric: 'heldout.pass@1', over: 9, unit: 'evaluations', gainBelow: 0.5 },
          { op: 'reached', count: 400, unit: 'steps' },
        ],
      };
    });
    const evaluated = (step: number): Metrics =>
      step % 25 === 0 ? { ...calm, 'heldout.pass@1': 0.5 } : calm;
    // 4 + 1 evaluations for each reset; the transition's own window of 9 + 1 goes on across them.
    assert.deepEqual(without('checkpoint', told(new Controller(graph), evaluated)), [
      'reset@125',
      'reset@250',
      'transition@250',
    ]);
  });

  it('holds a plateau through the cooldown and fires at its end', () => {
    const graph = pipeline((nodes) => (node(nodes, 'reset').config.cooldown = 130));
    const evaluated = (step: number): Metrics =>
      step % 25 === 0 ? { ...calm, 'heldout.pass@1': 0.5 } : calm;
    assert.deepEqual(without('checkpoint', told(new Controller(graph), evaluated, 260)), [
      'reset@125',
      'reset@255',
    ]);
  });

  it('rolls back alone, scales the rate each time, and stops beyond at_most', () => {
    const graph = pipeline((nodes) => {
      node(nodes, 'reset').config.when = { op: 'every', steps: 25 };
    });
    const controller = new Controller(graph);
    const bad = new Set([25, 30, 31, 60]);
    const rates: number[] = [];
    const all = told(controller, (step) => {
      rates[step] = controller.rate();
      return bad.has(step) ? { ...calm, loss: Number.NaN } : calm;
    });
    assert.deepEqual(
      all,
      ['guard@25', 'guard@30', 'guard@31', 'reset@50', 'checkpoint@50', 'stop@60'],
      'reset and checkpoint at 25 are skipped',
    );
    assert.deepEqual([rates[25], rates[26], rates[31], rates[32]], [3e-4, 1.5e-4, 0.75e-4, 0.375e-4]);
    assert.equal(controller.done, false);
  });

  it('says why it stops, and with which readings', () => {
    const graph = pipeline((nodes) => (node(nodes, 'guard').config.atMost = 0));
    const [decision] = new Controller(graph).observe({ metrics: { 'kl.mean': 3, loss: 1 }, tokens: 1 }) as [
      Extract<Decision, { kind: 'stop' }>,
    ];
    assert.equal(decision.kind, 'stop');
    assert.match(decision.why, /kl\.mean > 2.*step 1 for the 1st time; at most 0/);
    assert.deepEqual(decision.values, { 'kl.mean': 3 });
  });

  it('withdraws the readings of a rolled-back step, but neither time nor counts', () => {
    const controller = new Controller(pipeline());
    const spike = { ...calm, 'kl.mean': 0.4 };
    const kinds = (metrics: Metrics): string[] =>
      controller.observe({ metrics, tokens: 7 }).map(({ kind }) => kind);
    told(controller, () => spike, 3);
    assert.deepEqual(kinds({ loss: Number.NaN, 'kl.mean': 1 }), ['guard']);
    assert.deepEqual(controller.point, { steps: 4, tokens: 307, metrics: spike });
    // The rolled-back step neither counts towards the five in a row nor breaks them.
    assert.deepEqual([kinds(spike), kinds(spike)], [[], ['reset']]);
  });

  it('lets a guard with a count begin it again after firing', () => {
    const graph = pipeline((nodes) => {
      const guard = node(nodes, 'guard');
      guard.config.when = {
        op: 'sustained',
        of: { op: 'compare', left: { of: 'last', metric: 'kl.mean' }, by: '>', right: 1 },
        steps: 3,
      };
      node(nodes, 'reset').config.when = { op: 'not_finite', metric: 'loss' };
    });
    const all = told(new Controller(graph), () => ({ loss: 1, 'kl.mean': 5 }), 10);
    assert.deepEqual(all, ['guard@3', 'guard@6', 'guard@9']);
  });

  it('goes through the stages, each with its own count, and ends', () => {
    const stages: Stage[] = [
      { id: 'learn', kind: 'supervised', when: null, whenText: null },
      { id: 'explore', kind: 'reinforce', when: null, whenText: null },
    ];
    const graph = graphOf(stages, [
      ...supervisedNodes('learn', 20),
      ...reinforceNodes('explore', [], 30),
      ...pipelineNodes(),
    ]);
    const controller = new Controller(graph);
    const seen: [number, string, number, number][] = [];
    const transitions: unknown[] = [];
    while (!controller.done) {
      seen.push([
        controller.step,
        controller.stage!.id,
        controller.stageSteps,
        controller.evaluationsDue().length,
      ]);
      for (const d of controller.observe({ metrics: calm, tokens: 10 }))
        if (d.kind === 'transition') transitions.push([controller.steps, d.from, d.to]);
    }
    assert.deepEqual(transitions, [
      [20, 'learn', 'explore'],
      [50, 'explore', null],
    ]);
    assert.deepEqual(
      [seen[19], seen[20]],
      [
        [20, 'learn', 19, 0],
        [21, 'explore', 0, 0],
      ],
    );
    assert.deepEqual(
      seen.filter(([, , , due]) => due > 0).map(([step]) => step),
      [25, 50],
    );
    assert.equal(controller.stage, null);
    assert.throws(() => controller.observe({ metrics: {}, tokens: 0 }), RangeError);
  });

  it('resets as a stage ends, and as one begins that is not the first', () => {
    const stages: Stage[] = ['first', 'second'].map((id) => ({
      id,
      kind: 'reinforce',
      when: null,
      whenText: null,
    }));
    const graph = graphOf(stages, [
      ...stages.flatMap(({ id }) => {
        const nodes = reinforceNodes(id, watchers(id), 25);
        node(nodes, 'reset').config.when = 'start';
        const ending = structuredClone(node(nodes, 'reset'));
        ending.id += '-2';
        ending.config.when = 'end';
        return [...nodes, ending];
      }),
      ...pipelineNodes(),
    ]);
    const controller = new Controller(graph);
    const done: string[] = [];
    while (!controller.done) {
      const plan = controller.stage!;
      for (const one of controller.observe({ metrics: calm, tokens: 10 }))
        done.push(
          `${controller.steps} ${'node' in one && one.kind !== 'transition' ? one.node.id : plan.id}`,
        );
      // What is saved between any two steps goes on alike.
      controller.restore(JSON.parse(JSON.stringify(controller.state())));
    }
    assert.deepEqual(done, [
      '25 first.reset-2',
      '25 first',
      '25 second.reset',
      '25 checkpoint',
      '50 second.reset-2',
      '50 second',
      '50 checkpoint',
    ]);
  });

  it('warms the rate up over the first steps of the stage', () => {
    const graph = pipeline((nodes) => {
      node(nodes, 'update').config.optimizer.warmup = 4;
      node(nodes, 'update').config.optimizer.rate = constant(1);
    });
    const controller = new Controller(graph);
    const rates: number[] = [];
    told(controller, () => (rates.push(controller.rate()), calm), 6);
    assert.deepEqual(rates, [0.25, 0.5, 0.75, 1, 1, 1]);
  });

  it('knows the base evaluation for schedules and bests, not for windows', () => {
    const controller = new Controller(pipeline());
    controller.begin({ 'heldout.pass@1': 0.3 });
    assert.deepEqual(controller.point.metrics, { 'heldout.pass@1': 0.3 });
    const evaluated = (step: number): Metrics =>
      step % 25 === 0 ? { ...calm, 'heldout.pass@1': 0.3 } : calm;
    assert.deepEqual(without('checkpoint', told(controller, evaluated, 140)), ['reset@125']);
    assert.throws(() => controller.begin({}), RangeError);
  });

  it('marks a checkpoint as best only by a reading of its own step', () => {
    const graph = pipeline((nodes) => (node(nodes, 'checkpoint').config.every = 10));
    const controller = new Controller(graph);
    const pass: Metrics = { 20: 0.5, 25: 0.9, 40: 0.5, 50: 0.625 };
    const best: Record<number, boolean> = {};
    while (controller.steps < 50) {
      const value = pass[controller.step];
      for (const d of controller.observe({
        metrics: value === undefined ? calm : { ...calm, 'heldout.pass@1': value },
        tokens: 0,
      })) {
        if (d.kind === 'checkpoint') best[controller.steps] = d.best;
      }
    }
    assert.deepEqual(best, { 10: false, 20: true, 30: false, 40: false, 50: true });
  });

  it('resumes at any step exactly, through JSON', () => {
    const value = fc.constantFrom(0.01, 0.2, 0.3, 3, Number.NaN, Infinity);
    const bound = (over: Schedule['over'], to: number): Schedule => ({
      over,
      pieces: [{ shape: 'linear', from: over === 'tokens' ? 0 : 0.5, to, start: 0.1, end: 0.4 }],
    });
    fc.assert(
      fc.property(fc.array(value, { minLength: 20, maxLength: 60 }), fc.nat(), (kl, cutAt) => {
        const stages: Stage[] = [
          { id: 'a', kind: 'reinforce', when: null, whenText: null },
          { id: 'b', kind: 'reinforce', when: null, whenText: null },
        ];
        const graph = graphOf(stages, [
          ...reinforceNodes('a', watchers('a'), 15),
          ...reinforceNodes('b', watchers('b'), 500),
          ...pipelineNodes(),
        ]);
        for (const n of graph.nodes) {
          if (n.kind === 'evaluate' || n.kind === 'checkpoint') n.config.every = 3;
          if (n.kind === 'guard') n.config.atMost = 1000;
          if (n.kind === 'reset') n.config.cooldown = 4;
          if (n.kind === 'reset') {
            n.config.when = {
              op: 'or',
              of: [
                {
                  op: 'compare',
                  left: { of: 'last', metric: 'kl.mean' },
                  by: '>',
                  right: bound('tokens', 90),
                },
                {
                  op: 'rises',
                  metric: 'kl.mean',
                  by: bound({ metric: 'heldout.pass@1' }, 0.53),
                  over: 2,
                  unit: 'steps',
                },
              ],
            };
          }
        }
        const metrics = (i: number): Metrics => ({
          'kl.mean': kl[i]!,
          loss: 1,
          ...(i % 3 === 2 ? { 'heldout.pass@1': 0.5 + i / 1000 } : {}),
        });
        const whole = new Controller(graph);
        let cut = new Controller(graph);
        kl.forEach((_, i) => {
          if (i === cutAt % kl.length) {
            const state: unknown = JSON.parse(JSON.stringify(cut.state()));
            cut = new Controller(graph);
            cut.restore(state);
          }
          const step = { metrics: metrics(i), tokens: 3 };
          assert.deepEqual(cut.observe(step), whole.observe(step));
          assert.deepEqual(cut.point, whole.point);
        });
        assert.deepEqual(cut.state(), whole.state());
      }),
      { numRuns: 50 },
    );
  });

  it('refuses a state that is damaged or of another graph', () => {
    const state = new Controller(pipeline()).state();
    for (const bad of [
      null,
      {},
      { ...state, steps: -1 },
      { ...state, stage: 'other' },
      { ...state, watches: {} },
    ]) {
      assert.throws(
        () => new Controller(pipeline()).restore(bad),
        (error: unknown) => error instanceof ProrlError && /resume/i.test(error.hint ?? ''),
      );
    }
  });
});
