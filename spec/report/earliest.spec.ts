import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Controller } from '../../runtime/control/index.ts';
import type { Graph } from '../../runtime/graph/graph.ts';
import type { Trigger } from '../../runtime/graph/trigger.ts';
import { earliestStep } from '../../runtime/report/earliest.ts';
import { exampleGraph } from './example-graph.ts';

const suite = 'heldout.pass@1';

/** The example with one reset, which a trigger fires, and a stage of 60 steps. */
function graphWith(when: Trigger): Graph {
  const graph = structuredClone(exampleGraph);
  for (const node of graph.nodes) {
    if (node.kind === 'guard') node.config.when = { op: 'reached', unit: 'steps', count: 10_000 };
    if (node.kind === 'evaluate') node.config.every = 5;
    if (node.kind === 'reset' && node.stage === graph.stages[0]!.id) {
      Object.assign(node.config, { when, cooldown: 0, atMost: null });
    }
  }
  return graph;
}

/** The step of the first reset, with given readings at each step; null: none in 60 steps. */
function firstReset(graph: Graph, metricAt: (step: number) => number): number | null {
  const controller = new Controller(graph);
  controller.begin({ [suite]: 0.5 });
  while (controller.steps < 60 && controller.stage?.id === graph.stages[0]!.id) {
    const { step } = controller;
    const due = controller.evaluationsDue().length > 0;
    const value = metricAt(step);
    const metrics = { 'kl.mean': value, loss: value, ...(due ? { [suite]: value } : {}) };
    const decisions = controller.observe({ metrics, tokens: 10 });
    if (decisions.some(({ kind }) => kind === 'reset')) return step;
  }
  return null;
}

const compare = (right: number): Trigger => ({
  op: 'compare',
  left: { of: 'last', metric: 'kl.mean' },
  by: '>',
  right,
});
const plateau = (over: number, unit: 'steps' | 'evaluations'): Trigger => ({
  op: 'plateau',
  metric: unit === 'steps' ? 'loss' : suite,
  over,
  unit,
  gainBelow: 0.1,
});

describe('the earliest step of a trigger', () => {
  const cases: [string, Trigger, number][] = [
    ['a comparison', compare(0), 1],
    ['one that must last', { op: 'sustained', of: compare(0), steps: 4 }, 4],
    ['every', { op: 'every', steps: 7 }, 7],
    ['a plateau in steps', plateau(3, 'steps'), 4],
    ['a plateau in evaluations', plateau(3, 'evaluations'), 20],
    ['both of two', { op: 'and', of: [compare(0), { op: 'every', steps: 9 }] }, 9],
    ['one of two', { op: 'or', of: [plateau(2, 'steps'), { op: 'every', steps: 9 }] }, 3],
    ['a plateau that lasts', { op: 'sustained', of: plateau(1, 'evaluations'), steps: 2 }, 11],
  ];
  for (const [what, trigger, step] of cases) {
    it(`of ${what} is the step at which it first fires where the metrics let it`, () => {
      const graph = graphWith(trigger);
      assert.equal(earliestStep(trigger, graph, 0), step);
      assert.equal(
        firstReset(graph, () => 0.5),
        step,
      );
    });
  }

  const triggers: fc.Arbitrary<Trigger> = fc.letrec<{ trigger: Trigger }>((tie) => ({
    trigger: fc.oneof(
      { maxDepth: 3 },
      fc.double({ min: 0, max: 1, noNaN: true }).map(compare),
      fc.integer({ min: 1, max: 12 }).map((steps): Trigger => ({ op: 'every', steps })),
      fc
        .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('steps', 'evaluations'))
        .map(([n, unit]) => plateau(n, unit as 'steps')),
      tie('trigger').map((of): Trigger => ({ op: 'not', of })),
      fc.tuple(tie('trigger'), fc.integer({ min: 1, max: 6 })).map(([of, steps]): Trigger => ({
        op: 'sustained',
        of,
        steps,
      })),
      fc
        .tuple(fc.constantFrom('and', 'or'), fc.array(tie('trigger'), { minLength: 2, maxLength: 3 }))
        .map(([op, of]): Trigger => ({ op: op as 'and', of })),
    ),
  })).trigger;

  it('is never later than the step at which it fires', () => {
    fc.assert(
      fc.property(
        triggers,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }),
        (when, xs) => {
          const graph = graphWith(when);
          const fired = firstReset(graph, (step) => xs[step % xs.length]!);
          if (fired !== null) assert.ok(earliestStep(when, graph, 0) <= fired);
        },
      ),
      { numRuns: 300 },
    );
  });
});
