import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Auditor } from '../../runtime/control/audit.ts';
import { simulate } from '../../runtime/control/index.ts';
import type { AuditNode } from '../../runtime/graph/index.ts';
import { compileText, said } from '../support/compile.ts';

const node = (over: number, gap: number): AuditNode => ({
  id: 'audit',
  stage: null,
  kind: 'audit',
  config: { metric: 'reward.mean', against: 'heldout.pass@1', over, gap },
});

/** Figures of as many steps; every second is evaluated. */
const steps = fc.array(
  fc.record({ reward: fc.double({ min: -1, max: 1, noNaN: true }), passed: fc.integer({ min: 0, max: 8 }) }),
  { maxLength: 60 },
);
const metricsAt = ({ reward, passed }: { reward: number; passed: number }, i: number) => ({
  'reward.mean': reward,
  ...(i % 2 === 1 ? { 'heldout.pass@1': passed / 8 } : {}),
});
const gaps = fc.double({ min: 0, max: 1, noNaN: true });

describe('an audit', () => {
  it('diverges only where the counter-metric has not risen, and by no more than the metric rose', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 5 }), gaps, (figures, over, gap) => {
        const auditor = new Auditor(node(over, gap));
        for (const [i, one] of figures.entries()) {
          const finding = auditor.take(metricsAt(one, i));
          if (i % 2 === 0 || i < 2 * over + 1) {
            assert.equal(finding, null);
            continue;
          }
          assert.ok(finding !== null);
          assert.equal(finding.divergence, finding.against > 0 ? 0 : Math.max(0, finding.metric));
          assert.equal(finding.diverges, finding.divergence > gap);
        }
      }),
    );
  });

  it('goes on exactly where its state was taken', () => {
    fc.assert(
      fc.property(steps, fc.nat({ max: 60 }), (figures, cut) => {
        const whole = new Auditor(node(3, 0.1));
        let parts = new Auditor(node(3, 0.1));
        figures.forEach((one, i) => {
          if (i === cut) {
            const state = JSON.parse(JSON.stringify(parts.state())) as ReturnType<typeof parts.state>;
            parts = new Auditor(node(3, 0.1));
            parts.restore(state);
          }
          assert.deepEqual(parts.take(metricsAt(one, i)), whole.take(metricsAt(one, i)));
        });
      }),
    );
  });

  it('tells of a reward that is gamed, and a guard that reads it ends the run', () => {
    const compilation = compileText(`edition 2026

import { chain_sum } from "prorl/tasks"
import { grpo } from "prorl/stages"

model nano = bundled("nano")

mixture sums {
  chain_sum(terms: 2..4): 1
}

suite heldout {
  tasks: sums
  samples: 4
  report: pass@1
}

stage explore = grpo {
  mixture: sums
  kl { coefficient: 0.001 }
  guard when audit.reward.mean > 30% { rollback, at_most: 0 }
}

pipeline main {
  model: nano
  evaluate heldout every 10 steps
  audit reward.mean against heldout.pass@1 { over: 2 evaluations, gap: 10% }
  run explore for 100 steps
}

test "a reward that rises while the held-out problems go no better is told, and then stopped" {
  given reward.mean = 0.2, then 0.4 from step 31, then 0.8 from step 51
  given heldout.pass@1 = 0.3, then 0.5 from step 20
  run main
  expect audit at 40, 50, 60
  expect end at 60
}
`);
    assert.equal(said(compilation), '');
    const result = simulate(compilation.tests[0]!);
    assert.equal(result.error, null);
    assert.ok(result.passed, result.expectations.map((one) => one.explanation).join('; '));
  });
});
