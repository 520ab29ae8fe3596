import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Controller, randomStream } from '../../runtime/control/index.ts';
import { constant, type Graph } from '../../runtime/graph/index.ts';
import { tinyGraph } from '../run/tiny-graph.ts';
import { k3InLoss } from '../support/update-parts.ts';

const term = { ...k3InLoss, coefficient: constant(0.01), target: 0.05, horizon: 10 };

/** A controller at the first step of the reinforcement stage. */
function begun(graph: Graph): Controller {
  const controller = new Controller(graph);
  controller.begin({});
  controller.observe({ metrics: {}, tokens: 0 });
  return controller;
}

function adaptive(more: Parameters<typeof tinyGraph>[0] = {}): Graph {
  return tinyGraph({ supervised: 1, reinforce: 1000, reset: null, kl: term, ...more });
}

const take = (controller: Controller, kl: number) =>
  controller.observe({ metrics: { 'kl.mean': kl }, tokens: 0 });

describe('an adaptive KL coefficient', () => {
  it('is the recurrence of Ziegler et al., over any readings', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 5, noNaN: true }), { minLength: 1, maxLength: 30 }),
        (readings) => {
          const controller = begun(adaptive());
          let beta = 0.01;
          for (const kl of readings) {
            assert.ok(Math.abs(controller.klCoefficient()! - beta) <= 1e-12 * beta);
            take(controller, kl);
            beta *= 1 + Math.max(-0.2, Math.min(0.2, kl / 0.05 - 1)) / 10;
          }
          assert.ok(Math.abs(controller.klCoefficient()! - beta) <= 1e-12 * beta);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('stays where the KL is at its target, and where it is no number', () => {
    const controller = begun(adaptive());
    for (const kl of [0.05, Number.NaN, Number.POSITIVE_INFINITY]) take(controller, kl);
    assert.equal(controller.klCoefficient(), 0.01);
  });

  it('brings a KL that the coefficient holds down to its target', () => {
    const controller = begun(adaptive());
    // The more it weighs the less there is: KL = c / beta, with noise.
    const noise = randomStream(1, 'noise');
    let kl = 0;
    for (let i = 0; i < 400; i++) {
      kl = 0.004 / controller.klCoefficient()!;
      take(controller, kl * (0.9 + 0.2 * noise.next()));
    }
    assert.ok(Math.abs(kl - 0.05) < 0.005, `${kl}`);
  });

  it('goes on exactly from a saved state, which another stage refuses', () => {
    const controller = begun(adaptive());
    for (const kl of [0.2, 0.01, 0.3]) take(controller, kl);
    const state = JSON.parse(JSON.stringify(controller.state())) as unknown;
    const other = new Controller(adaptive());
    other.restore(state);
    assert.equal(other.klCoefficient(), controller.klCoefficient());
    assert.throws(() => new Controller(adaptive({ kl: k3InLoss })).restore(state), /does not belong/);
  });

  it('takes nothing from a step that is rolled back', () => {
    const controller = begun(
      adaptive({
        guard: {
          when: { op: 'compare', left: { of: 'last', metric: 'kl.mean' }, by: '>', right: 1 },
          whenText: 'kl.mean > 1',
          scaleRate: 1,
        },
      }),
    );
    take(controller, 2);
    assert.equal(controller.klCoefficient(), 0.01);
    take(controller, 0.5);
    assert.ok(controller.klCoefficient()! > 0.01);
  });

  it('is its schedule without a target, and null without a KL term', () => {
    assert.equal(begun(adaptive({ kl: k3InLoss })).klCoefficient(), 0.01);
    assert.equal(begun(adaptive({ kl: null })).klCoefficient(), null);
  });
});
