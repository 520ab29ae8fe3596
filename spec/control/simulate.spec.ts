import assert from 'node:assert/strict';
import { simulate } from '../../runtime/control/index.ts';
import type { Expectation, GivenMetric, Node, PipelineTest } from '../../runtime/graph/index.ts';
import { graphOf, pipelineNodes, reinforceNodes, watchers } from '../graph/example.ts';

function test(
  given: GivenMetric[],
  expect: Partial<Record<Expectation['event'], number[]>>,
  nodes: Node[] = [],
  steps = 100,
): PipelineTest {
  return {
    name: 'a KL spike resets the reference, once per cooldown',
    graph: graphOf(
      [{ id: 'explore', kind: 'reinforce', when: null, whenText: null }],
      [...reinforceNodes('explore', watchers('explore'), steps), ...nodes],
    ),
    given,
    expect: Object.entries(expect).map(([event, at], i) => ({
      event: event as Expectation['event'],
      steps: at,
      text: `expect ${event}`,
      line: 10 + i,
    })),
    at: { file: 'main.prorl', line: 7 },
  };
}

const spike: GivenMetric = {
  metric: 'kl.mean',
  values: [
    { from: 1, value: 0.01 },
    { from: 40, value: 0.4 },
  ],
};

describe('simulated tests of a pipeline', () => {
  it('pass where the control logic does what is expected', () => {
    const result = simulate(test([spike], { reset: [44, 94], guard: [], end: [100], transition: [100] }));
    assert.equal(result.passed, true, JSON.stringify(result.expectations));
    assert.equal(result.steps, 100);
    assert.deepEqual(result.at, { file: 'main.prorl', line: 7 });
  });

  it('explain what happened instead', () => {
    const result = simulate(test([spike], { reset: [44, 93], guard: [50, 120], end: [] }));
    assert.equal(result.passed, false);
    assert.deepEqual(
      result.expectations.map(({ explanation }) => explanation),
      [
        'expected reset at 44, 93; got 44, 94',
        'expected guard at 50, 120; got none; the run ended after step 100',
        'expected no end; got 100',
      ],
    );
  });

  it('give a suite its readings only where it is evaluated', () => {
    const flat: GivenMetric = { metric: 'heldout.pass@1', values: [{ from: 1, value: 0.5 }] };
    const evaluated = simulate(
      test(
        [flat],
        { reset: [125], evaluate: [25, 50, 75, 100, 125, 150], checkpoint: [25, 50, 75, 100, 125, 150] },
        pipelineNodes(),
        150,
      ),
    );
    assert.equal(evaluated.passed, true, JSON.stringify(evaluated.expectations));
    const everyStep = simulate(test([flat], { reset: [5, 55] }));
    assert.equal(everyStep.passed, true, JSON.stringify(everyStep.expectations));
  });

  it('end by a guard that gives up', () => {
    const bad: GivenMetric = {
      metric: 'loss',
      values: [
        { from: 1, value: 1 },
        { from: 10, value: Number.NaN },
      ],
    };
    const result = simulate(test([bad], { guard: [10, 11, 12, 13], end: [13], transition: [] }));
    assert.equal(result.passed, true, JSON.stringify(result.expectations));
  });

  it('give up on a stage that never ends', () => {
    const endless = test([spike], { guard: [] });
    for (const node of endless.graph.nodes)
      if (node.kind === 'transition') node.config.until = { op: 'not_finite', metric: 'loss' };
    const result = simulate(endless);
    assert.equal(result.passed, false);
    assert.match(result.error ?? '', /'explore' does not end/);
  });

  it('take milliseconds', () => {
    const result = simulate(test([spike], { end: [1000] }, [], 1000));
    assert.equal(result.passed, true);
    assert.ok(result.milliseconds < 500, `${result.milliseconds} ms for 1000 steps`);
  });
});
