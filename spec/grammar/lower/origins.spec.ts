import assert from 'node:assert/strict';
import { compileText } from '../../support/compile.ts';

const text = `edition 2026

import { chain_sum } from "prorl/tasks"
import { grpo } from "prorl/stages"

model nano = bundled("nano")

mixture sums(
  most: Range = 2..4,
  share: Number = 1,
) {
  chain_sum(terms: most): share
}

stage base(
  mix: Mixture,
  limit: Count<tokens> = 48 tokens,
  hot: Temperature = 1,
) = grpo {
  mixture: mix
  rollout { samples: 4, max_tokens: limit, temperature: hot }
}

stage deep(
  mix: Mixture,
  longest: Count<tokens>,
) = base(mix, limit: longest)

pipeline main {
  model: nano
  run deep(
    sums(most: 3..5),
    longest: 96 tokens,
  ) for 10 steps
}
`;

const line = (words: string): number => text.split('\n').findIndex((one) => one.includes(words)) + 1;

describe('the origins of values', () => {
  const { graph, origins, diagnostics } = compileText(text);
  const originAt = (kind: string, key: string): unknown => {
    const index = graph!.nodes.findIndex((node) => node.kind === kind);
    const origin = origins[`/nodes/${index}/config/${key}`];
    return typeof origin === 'object' ? { file: origin.file, line: origin.line } : origin;
  };
  const here = (words: string) => ({ file: '/project/main.prorl', line: line(words) });

  it('of a parameter are where the argument stands, through templates', () => {
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(originAt('rollout', 'maxTokens'), here('longest: 96 tokens'));
    assert.deepEqual(originAt('sample', 'mixture'), here('sums(most: 3..5)'));
  });

  it("of a parameter that is not given are where its default stands, and of a field the field's", () => {
    assert.deepEqual(originAt('rollout', 'temperature'), here('hot: Temperature = 1'));
    assert.deepEqual(originAt('rollout', 'samples'), here('samples: 4'));
    assert.equal(originAt('rollout', 'topP'), 'default');
  });

  it("of a task's settings and weight lead through the mixture's parameters", () => {
    const at = (key: string) => origins[`/mixtures/sums/entries/0/${key}`];
    assert.deepEqual(at('task/settings/terms'), here('sums(most: 3..5)'));
    assert.deepEqual(at('weight'), here('share: Number = 1'));
    assert.equal(at('task/settings/digits'), 'default');
  });
});
