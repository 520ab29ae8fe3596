import assert from 'node:assert/strict';
import { Controller } from '../../runtime/control/index.ts';
import type { Graph, GuardNode, Stage, Trigger } from '../../runtime/graph/index.ts';
import { graphOf, reinforceNodes } from '../graph/example.ts';

const above = (metric: string, right: number): Trigger => ({
  op: 'compare',
  left: { of: 'last', metric },
  by: '>',
  right,
});

/** Stages of three steps each, with these conditions. */
function graph(conditions: (Trigger | null)[], guards: GuardNode[] = []): Graph {
  const stages = conditions.map((when, i): Stage => ({
    id: `s${i}`,
    kind: 'reinforce',
    when,
    whenText: when === null ? null : `condition ${i}`,
  }));
  return graphOf(
    stages,
    stages.flatMap(({ id }) =>
      reinforceNodes(
        id,
        guards.filter(({ stage }) => stage === id),
        3,
      ),
    ),
  );
}

/** The stages that take the steps, and those left out with the step after which they were, as `-ID@STEP`. */
function walk(
  controller: Controller,
  loss: (step: number) => number,
  base: Record<string, number> = {},
): string[] {
  const walked: string[] = [];
  const take = (decisions: ReturnType<Controller['begin']>): void => {
    for (const one of decisions)
      if (one.kind === 'condition' && !one.holds) walked.push(`-${one.stage.id}@${controller.steps}`);
  };
  take(controller.begin(base));
  while (!controller.done) {
    const { id } = controller.stage!;
    if (walked.at(-1) !== id) walked.push(id);
    take(controller.observe({ metrics: { loss: loss(controller.step) }, tokens: 10 }));
    controller.restore(JSON.parse(JSON.stringify(controller.state())));
  }
  return walked;
}

describe('conditions of stages', () => {
  it('are read as the turn comes: one that held earlier does not count, and the next in order has its turn at once', () => {
    const rising = [null, above('loss', 2.5), above('loss', 3.5), null];
    assert.deepEqual(
      walk(new Controller(graph(rising)), (step) => step),
      ['s0', 's1', 's2', 's3'],
    );
    assert.deepEqual(
      walk(new Controller(graph(rising)), (step) => 4 - step),
      ['s0', '-s1@3', '-s2@3', 's3'],
    );
  });

  it('of the first stage go by the base evaluation', () => {
    const first = [above('heldout.pass@1', 0.5), null];
    assert.deepEqual(
      walk(new Controller(graph(first)), () => 0, { 'heldout.pass@1': 0.6 }),
      ['s0', 's1'],
    );
    assert.deepEqual(
      walk(new Controller(graph(first)), () => 0, { 'heldout.pass@1': 0.4 }),
      ['-s0@0', 's1'],
    );
  });

  it('have windows, steps and tokens that count from the start of the run', () => {
    const moved: Trigger = { op: 'falls', metric: 'loss', by: 4, over: 5, unit: 'steps' };
    const tokens: Trigger = { op: 'reached', count: 60, unit: 'tokens' };
    // Five steps back lie in the first stage.
    assert.deepEqual(
      walk(new Controller(graph([null, null, moved, tokens])), (step) => -step),
      ['s0', 's1', 's2', 's3'],
    );
    assert.deepEqual(
      walk(new Controller(graph([null, moved, tokens])), (step) => -step),
      ['s0', '-s1@3', '-s2@3'],
    );
  });

  it('do not count what a guard has rolled back', () => {
    const lasting: Trigger = { op: 'sustained', of: above('loss', 5), steps: 2 };
    const guard: GuardNode = {
      id: 's0.guard',
      stage: 's0',
      kind: 'guard',
      config: { when: above('loss', 50), whenText: 'loss > 50', rollback: true, scaleRate: 1, atMost: 3 },
    };
    const stages = [null, lasting];
    // Steps 1 and 2 are calm, the third is rolled back (the stage goes on), the fourth alone is above 5.
    const loss = (step: number): number => [0, 1, 1, 90, 9][step] ?? 0;
    assert.deepEqual(walk(new Controller(graph(stages, [guard])), loss), ['s0', '-s1@4']);
    assert.deepEqual(
      walk(new Controller(graph(stages)), (step) => [0, 1, 9, 9][step] ?? 0),
      ['s0', 's1'],
    );
  });
});
