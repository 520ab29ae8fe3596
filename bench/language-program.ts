/**
 * A program of about so many lines in which everything is used and nothing is wrong. Its rounds are
 * of three kinds, so that all declarations and nearly all clauses of the language come up, and
 * every round leans on declarations that all share.
 */
export function program(lines: number): string {
  const out = [...head];
  const runs: string[] = [];
  for (let i = 1; out.length + runs.length + tail.length + 10 < lines; i++) {
    const { text, run } = rounds[(i - 1) % rounds.length]!(i);
    out.push(...text, '');
    runs.push(`  run ${run}`);
  }
  return [...out, ...tail, ...runs, '}', ''].join('\n');
}

const head = [
  'edition 2026',
  '',
  'import { chain_sum, products, sort_letters as letters } from "prorl/tasks"',
  'import { grpo } from "prorl/stages"',
  '',
  '/// A small base model that comes with the package.',
  'model nano = bundled("nano")',
  '',
  'let longest_answer: Count<tokens> = 40 tokens',
  'let modest = 50%',
  '',
  'trigger stalled = plateau(heldout_1.pass@1, over: 4 evaluations, gain_below: 0.5%)',
  '',
  'reward brief {',
  '  correct: 1',
  '  truncated: -0.5 // an answer cut short is worth less than a wrong one',
  '}',
  '',
];

const tail = [
  'pipeline whole {',
  '  model: nano',
  '  seed: 17',
  '  evaluate heldout_1 every 25 steps',
  '  checkpoint every 25 steps, keep last 2, keep best by heldout_1.pass@1',
];

interface Round {
  readonly text: readonly string[];
  readonly run: string;
}

const rounds: readonly ((i: number) => Round)[] = [explore, gentle, learn];

/** A stage with all its parts written, its schedules and a test. */
function explore(i: number): Round {
  return {
    text: [
      `/// What round ${i} practises.`,
      `mixture puzzles_${i} {`,
      '  chain_sum(terms: 2..3, digits: 1..2): 2',
      '  products(digits: 1..2):               linear(1, 2, over: 40 steps)',
      '  letters(letters: 3..5):               2 from 10 steps until 1_000 steps',
      '}',
      '',
      `suite heldout_${i} {`,
      `  tasks: puzzles_${i}`,
      '  problems: 64   samples: 16   temperature: 1   max_tokens: longest_answer',
      '  report: pass@1, pass@4, pass@16',
      '}',
      '',
      `schedule trust_${i}: Coefficient = 0 at 0 steps, linear to 0.02 at 30 steps, cosine to 0.005 at 75 steps`,
      `trigger drifted_${i} = kl.mean > 0.05 for 3 steps`,
      '',
      `stage explore_${i}(`,
      '  /// What is practised.',
      '  mix: Mixture,',
      '  longest: Count<tokens> in 8 tokens..4096 tokens = longest_answer,',
      ') = grpo {',
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
    ],
    run: `explore_${i}(puzzles_${i}) for 75 steps`,
  };
}

/** A stage made from the round before, changed in some parts, on a mixture with a parameter. */
function gentle(i: number): Round {
  return {
    text: [
      `// Round ${i} goes on more gently.`,
      `mixture harder_${i}(share: Number = 2) {`,
      '  chain_sum(terms: 2..4, digits: 1..2): share',
      '  letters:                              1',
      '}',
      '',
      `schedule heat_${i}: Schedule<Temperature> = 1.2, constant for 100 steps, exponential to 0.8 over 50 steps`,
      '',
      `stage gentle_${i}(mix: Mixture) = explore_${i - 1}(mix, longest: 96 tokens) {`,
      '  clip      { low: 0.2, high: 0.4 }',
      `  rollout   { temperature: heat_${i} }`,
      '  reward: brief',
      '  optimizer { rate: 1e-4 }',
      '  reset reference to best by heldout_1.pass@1 when stalled { cooldown: 100 steps }',
      '}',
    ],
    run: `gentle_${i}(harder_${i}(share: 3)) with { rollout { prompts: 8 } } until 100_000 tokens`,
  };
}

/** A supervised stage, a trigger of many parts, and code of the project's own. */
function learn(i: number): Round {
  return {
    text: [
      `/// How often the worked solutions of round ${i} have a mistake.`,
      `let mistakes_${i} = 55%`,
      '',
      `schedule waves_${i}(high: Coefficient = 1) = cycle(`,
      '  (0 at 0 steps, linear to high at 10 steps),',
      '  period: 20 steps,',
      ')',
      `trigger odd_${i} = not (ema(loss, span: 10 steps) >= 2 or falls(heldout_1.pass@1, by: 5%)) and every 10 steps`,
      '',
      `mixture worked_${i} {`,
      '  chain_sum: 3',
      '  products:  1',
      '}',
      '',
      `stage learn_${i} = supervised {`,
      `  mixture: worked_${i}`,
      '  optimizer { rate: 3e-4 }',
      `  slips: mistakes_${i}`,
      `  guard when not_finite(loss) or odd_${i} { rollback, at_most: 5 }`,
      '}',
    ],
    run: `learn_${i} for 50 steps`,
  };
}
