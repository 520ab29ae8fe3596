import type { Code } from '../../diagnostics/codes.ts';
import { page, type Page } from '../page.ts';

/** Pages on types, units and ranges. */
export const typePages = {
  T0301: page(
    'The value is of another type than the place takes.',
    'A metric is no condition until it is compared, a text is no number, and a value that is made from a metric changes from step to step.',
    'trigger drifted = kl.mean',
    'trigger drifted = kl.mean > 0.15',
  ),
  T0302: page(
    'A number stands where a count of something must, and does not say of what.',
    'Steps, tokens and evaluations are easily taken for one another: a cooldown of 50 tokens is over before the next step. So a count says which it is.',
    'stage explore = grpo {\n  mixture: sums\n  rollout { max_tokens: 64 }\n  kl      { coefficient: 0.001 }\n}',
    'stage explore = grpo {\n  mixture: sums\n  rollout { max_tokens: 64 tokens }\n  kl      { coefficient: 0.001 }\n}',
  ),
  T0303: page(
    'The number counts something else than the place takes, or counts something where nothing is counted.',
    'Units are never converted: how many tokens a step will take is not known before the run.',
    'trigger drifted = kl.mean > 0.15 for 5 tokens',
    'trigger drifted = kl.mean > 0.15 for 5 steps',
  ),
  T0304: page(
    'The number lies outside the range of its type.',
    'A rate is above 0, a fraction lies between 0 and 1 and may be written as a percentage, a coefficient is 0 or more, a count is whole.',
    'stage explore = grpo {\n  mixture: sums\n  rollout { top_p: 95 }\n  kl      { coefficient: 0.001 }\n}',
    'stage explore = grpo {\n  mixture: sums\n  rollout { top_p: 95% }\n  kl      { coefficient: 0.001 }\n}',
  ),
  T0305: page(
    'The place takes one of a few words, and this is none of them.',
    'The message lists them.',
    'stage explore = grpo {\n  mixture: sums\n  kl { estimator: k4, coefficient: 0.001 }\n}',
    'stage explore = grpo {\n  mixture: sums\n  kl { estimator: k3, coefficient: 0.001 }\n}',
  ),
  T0306: page(
    'A range is written with its larger end first.',
    'Read literally it would hold nothing.',
    'mixture sums {\n  chain_sum(terms: 4..2): 1\n}',
    'mixture sums {\n  chain_sum(terms: 2..4): 1\n}',
  ),
  T0307: page(
    'Something that has no default is not written: the mixture of a stage, the tasks of a suite, how often a suite is evaluated.',
    'What has a default can be left out, and `prorl plan` shows it. This has no value that would be right for everyone.',
    'stage explore = grpo {\n  mixture: sums\n  kl { estimator: k3 }\n}',
    'stage explore = grpo {\n  mixture: sums\n  kl { estimator: k3, coefficient: 0.001 }\n}',
  ),
  T0308: page(
    'The argument lies outside the bounds that the parameter declares.',
    'A task says for which settings it can pose problems: `terms: Range in 2..12`.',
    'mixture sums {\n  chain_sum(terms: 2..40): 1\n}',
    'mixture sums {\n  chain_sum(terms: 2..12): 1\n}',
  ),
  T0309: page(
    'A schedule stands where a number must that never changes.',
    'Nearly every number may be a schedule, and so may what a condition holds a metric against. Those that fix how a run is repeated, measured and watched are read once: the seed, what suites do, the decay of the moments, periods and cooldowns.',
    'stage explore = grpo {\n  mixture: sums\n  optimizer { beta2: linear(0.99, 0.999, over: 100 steps) }\n  kl        { coefficient: 0.001 }\n}',
    'stage explore = grpo {\n  mixture: sums\n  optimizer { beta2: 0.999, rate: linear(1e-6, 1e-5, over: 100 steps) }\n  kl        { coefficient: 0.001 }\n}',
  ),
  T0310: page(
    'A condition compares two numbers that both stay what they are.',
    'It would hold always or never. A condition reads at least one metric.',
    'trigger drifted = 0.2 > 0.15 for 5 steps',
    'trigger drifted = kl.mean > 0.15 for 5 steps',
  ),
  T0311: page(
    'An address that no server has.',
    'A task or a verifier behind http(...) is asked over the network, so its address says how: by http:// or https://, then the host, perhaps a port and a path.',
    'verifier judge = http("127.0.0.1:8000/verify")',
    'verifier judge = http("http://127.0.0.1:8000/verify")',
  ),
  T0312: page(
    'A calculation has no result: it divides by 0, or the result is too large for a number.',
    'Calculations are worked out before the run, as exact fractions that are rounded once, so that what is wrong with them is known at once.',
    'let warm: Count<steps> = 0 steps\n\nlet half: Number = 100 steps / warm',
    'let warm: Count<steps> = 200 steps\n\nlet half: Number = 100 steps / warm',
  ),
  T0313: page(
    'A calculation joins things that do not go together: counts of different units, a count and a plain number in a sum, two counts in a product, a schedule in a sum.',
    'Units are never converted. Counts of one unit are added and subtracted, a count is multiplied and divided by a plain number, and two counts of one unit divided give a plain number. A schedule is multiplied and divided by a number.',
    'let warm: Count<steps> = 20 steps + 100 tokens',
    'let warm: Count<steps> = 20 steps + 100 steps',
  ),
} satisfies Partial<Record<Code, Page>>;
