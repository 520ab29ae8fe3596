/** A program of about so many lines, in which everything is used and nothing is wrong. */
export function program(lines: number): string {
  const out = [
    'edition 2026',
    '',
    'import { chain_sum, products, sort_letters } from "prorl/tasks"',
    'import { grpo } from "prorl/stages"',
    '',
    'model nano = bundled("nano")',
    '',
  ];
  const runs: string[] = [];
  let i = 0;
  while (out.length + runs.length + 12 < lines) {
    i++;
    out.push(
      `/// What round ${i} practises.`,
      `mixture puzzles_${i} {`,
      '  chain_sum(terms: 2..3, digits: 1..2): 2',
      '  products(digits: 1..2):               linear(1, 2, over: 40 steps)',
      '  sort_letters(letters: 3..5):          2',
      '}',
      '',
      `suite heldout_${i} {`,
      `  tasks: puzzles_${i}`,
      '  problems: 64   samples: 16   temperature: 1   max_tokens: 40 tokens',
      '  report: pass@1, pass@4, pass@16',
      '}',
      '',
      `schedule trust_${i}: Coefficient = 0 at 0 steps, linear to 0.02 at 30 steps, cosine to 0.005 at 75 steps`,
      `trigger drifted_${i} = kl.mean > 0.05 for 3 steps`,
      '',
      `stage explore_${i}(mix: Mixture, longest: Count<tokens> = 40 tokens) = grpo {`,
      '  mixture: mix',
      '  rollout   { prompts: 16, samples: 8, temperature: 1, max_tokens: longest }',
      '  reward    { correct: 1, truncated: -0.5 }',
      `  kl        { estimator: k3, coefficient: trust_${i}, in: loss }`,
      '  optimizer { name: adamw, rate: 1e-4, max_grad_norm: 1 }',
      '  keep groups where reward.std > 0',
      `  reset reference, optimizer to current when drifted_${i} { cooldown: 25 steps, at_most: 3 }`,
      '  guard when not_finite(loss) or kl.mean > 2 { rollback, scale rate by 0.5, at_most: 3 }',
      '}',
      '',
      `test "round ${i}" {`,
      '  given kl.mean = 0.01, then 0.08 from step 20',
      `  run explore_${i}(puzzles_${i}) for 60 steps`,
      '  expect reset at 22, 47',
      '}',
      '',
    );
    runs.push(`  run explore_${i}(puzzles_${i}) for 75 steps`);
  }
  out.push(
    'pipeline whole {',
    '  model: nano',
    '  seed: 17',
    '  evaluate heldout_1 every 25 steps',
    '  checkpoint every 25 steps, keep last 2, keep best by heldout_1.pass@1',
    ...runs,
    '}',
    '',
  );
  return out.join('\n');
}
