import assert from 'node:assert/strict';
import { simulate } from '../../../runtime/control/index.ts';
import type { Trigger } from '../../../runtime/graph/index.ts';
import { compileText, said } from '../../support/compile.ts';

function program({ stage = '', until = 'for 40 steps', more = '' } = {}): string {
  return `edition 2026
import { chain_sum } from "prorl/tasks"
model nano = bundled("nano")
mixture sums { chain_sum: 1 }
suite heldout { tasks: sums, samples: 4, report: pass@1 }
schedule leash: Coefficient = 0.1 at 0 steps, linear to 0.5 at 40 steps
schedule long: Count<tokens> = 20 tokens, linear to 60 tokens at 40 steps
stage explore = reinforce {
  mixture: sums
  kl { coefficient: 0.1 }
  ${stage}
}
pipeline main {
  model: nano
  evaluate heldout every 5 steps
  run explore ${until}
}
${more}
`;
}

function whenOf(stage: string): Trigger {
  const compilation = compileText(program({ stage }));
  assert.equal(said(compilation), '');
  const reset = compilation.graph!.nodes.find((one) => one.kind === 'reset');
  assert.ok(reset?.kind === 'reset' && typeof reset.config.when !== 'string');
  return reset.config.when;
}

const rightOf = (condition: string): unknown => {
  const when = whenOf(`reset reference when ${condition} { cooldown: 5 steps }`);
  assert.ok(when.op === 'compare');
  return when.right;
};

const ramp = (start: number, end: number, to: number) => ({
  over: 'steps',
  pieces: [{ shape: 'linear', from: 0, to, start, end }],
});

describe('a schedule in a condition', () => {
  it('may be a function, a name, pieces, or a calculation, on either side', () => {
    const moving = ramp(0.1, 0.5, 40);
    assert.deepEqual(rightOf('kl.mean > linear(0.1, 0.5, over: 40 steps)'), moving);
    assert.deepEqual(rightOf('linear(0.1, 0.5, over: 40 steps) < kl.mean'), moving);
    assert.deepEqual(rightOf('kl.mean > leash'), moving);
    assert.deepEqual(rightOf('kl.mean > 0.1, linear to 0.5 at 40 steps'), moving);
    assert.deepEqual(rightOf('kl.mean > leash * 2'), ramp(0.2, 1, 40));
    assert.deepEqual(rightOf('ema(kl.mean, span: 5 steps) > leash'), moving);
  });

  it('counts tokens where the metric does', () => {
    const tokens = ramp(20, 60, 40);
    assert.deepEqual(rightOf('length.mean > linear(20 tokens, 60 tokens, over: 40 steps)'), tokens);
    assert.deepEqual(rightOf('length.mean > 20 tokens, linear to 60 tokens at 40 steps'), tokens);
    assert.deepEqual(rightOf('length.mean > linear(20, 60, over: 40 steps)'), tokens);
    assert.deepEqual(rightOf('length.mean > long'), tokens);
    const wrong = compileText(
      program({ stage: 'reset reference when kl.mean > long { cooldown: 5 steps }' }),
    );
    assert.match(
      said(wrong),
      /^error\[T0301\]: expected a Number, or a schedule of them, found a schedule of tokens/,
    );
  });

  it('stands as a number where it never moves', () => {
    assert.equal(rightOf('kl.mean > 0.15'), 0.15);
    assert.equal(rightOf('length.mean > 20 tokens'), 20);
    const more = 'schedule flat: Number = 0.15\ntrigger wide = kl.mean > flat';
    const { graph } = compileText(
      program({ stage: 'reset reference when wide { cooldown: 5 steps }', more }),
    );
    const reset = graph!.nodes.find((one) => one.kind === 'reset');
    assert.ok(reset?.kind === 'reset' && typeof reset.config.when === 'object');
    assert.equal(reset.config.when.op === 'compare' && reset.config.when.right, 0.15);
  });

  it('goes into a trigger by a parameter', () => {
    const more = 'trigger wild(limit: Schedule<Number>) = kl.mean > limit or falls(reward.mean, by: limit)';
    const stage = 'reset reference when wild(leash) { cooldown: 5 steps }';
    assert.equal(said(compileText(program({ stage, more }))), '');
  });

  it('bounds guards, ends of stages, turns of stages, plateaus, falls and rises', () => {
    for (const text of [
      program({ stage: 'guard when kl.update > leash { rollback }' }),
      program({ until: 'until 100 steps or heldout.pass@1 >= linear(95%, 80%, over: 100 steps)' }),
      program({ until: 'for 40 steps\n  run explore for 20 steps when heldout.pass@1 < leash' }),
      program({ until: 'until 40 steps or plateau(heldout.pass@1, over: 3 evaluations, gain_below: leash)' }),
      program({ stage: 'guard when rises(reward.mean, by: leash) or falls(loss, by: leash) { rollback }' }),
    ]) {
      assert.equal(said(compileText(text)), '', text);
    }
  });

  it('moves in tests as in a run: it has the value of the step', () => {
    const stage = 'reset reference when kl.mean > leash { cooldown: 1 steps, at_most: 1 }';
    // As step 21 begins the bound is 0.3, and still 0.29 a step before.
    const test = (at: number) => `test "the bound" {
  given kl.mean = 0.295 from step ${at}
  run explore for 40 steps
  expect reset at ${at}
}
test "the bound has gone by" {
  given kl.mean = 0.295 from step ${at + 1}
  run explore for 40 steps
  expect reset never
}`;
    const compilation = compileText(program({ stage, more: test(20) }));
    assert.equal(said(compilation), '');
    const results = compilation.tests.map(simulate);
    assert.deepEqual(
      results.flatMap(({ expectations }) => expectations.map((one) => one.explanation)),
      ['reset at 20, as expected', 'no reset, as expected'],
    );
  });
});
