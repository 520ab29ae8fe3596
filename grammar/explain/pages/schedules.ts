import type { Code } from '../../diagnostics/codes.ts';
import { page, type Page } from '../page.ts';

const used = (value: string): string =>
  `stage explore = grpo {\n  mixture: sums\n  kl { coefficient: ${value} }\n}`;

/** A schedule in the second of two stages. */
const second = (value: string): string =>
  `stage deeper = explore {\n  kl { coefficient: ${value} }\n}\n\npipeline main {\n  model: nano\n  evaluate heldout every 25 steps\n  run explore for 300 steps\n  run deeper for 100 steps\n}`;

/** Pages on schedules. */
export const schedulePages = {
  S0401: page(
    'A piece of a schedule ends before it starts, or where it starts.',
    'The pieces follow one another without gap or overlap: each starts where the one before ends.',
    used('0 at 0 steps, linear to 0.002 at 50 steps, cosine to 0.0005 at 40 steps'),
    used('0 at 0 steps, linear to 0.002 at 50 steps, cosine to 0.0005 at 300 steps'),
  ),
  S0403: page(
    'A cycle is shorter than the schedule that it repeats, or that schedule cannot be repeated.',
    'The end of the schedule would never be reached, though it is written.',
    used('cycle(linear(0, 0.002, over: 100 steps), period: 50 steps)'),
    used('cycle(linear(0, 0.002, over: 50 steps), period: 100 steps)'),
  ),
  S0404: page(
    'Somewhere on its way the schedule takes a value outside the range of its type.',
    'A rate of 0 at the last step trains nothing; a negative temperature means nothing. It is better known now than at that step.',
    'schedule decay: Number = linear(1e-4, 0, over: 300 steps)\n\nstage explore = grpo {\n  mixture: sums\n  kl        { coefficient: 0.001 }\n  optimizer { rate: decay }\n}',
    'schedule decay: Number = linear(1e-4, 1e-6, over: 300 steps)\n\nstage explore = grpo {\n  mixture: sums\n  kl        { coefficient: 0.001 }\n  optimizer { rate: decay }\n}',
  ),
  S0405: page(
    'An exponential piece starts or ends at 0, or passes it.',
    'It moves by equal factors, and no factor leads to 0. A small number instead of 0, or "linear" or "cosine", will do.',
    used('0.002 at 0 steps, exponential to 0 at 100 steps'),
    used('0.002 at 0 steps, exponential to 1e-5 at 100 steps'),
  ),
  S0406: page(
    'Some positions of the schedule are steps and some are tokens.',
    'How many tokens a step will take is not known before the run, so that the two cannot be put in order.',
    used('0 at 0 steps, linear to 0.002 at 50 steps, cosine to 0.0005 at 40000 tokens'),
    used('0 at 0 steps, linear to 0.002 at 50 steps, cosine to 0.0005 at 300 steps'),
  ),
  S0407: page(
    'A schedule, or a piece of one, is to take no steps at all.',
    'To change a value at once there is "step": `step(0, 0.002, at: 100 steps)`.',
    used('linear(0, 0.002, over: 0 steps)'),
    used('linear(0, 0.002, over: 100 steps)'),
  ),
  S0408: page(
    'The end stands before the start: of a task in a mixture, or of a part of a schedule.',
    'It would never hold.',
    'mixture sums {\n  chain_sum(terms: 2..4): 1\n  products:               1 from 100 steps until 50 steps\n}',
    'mixture sums {\n  chain_sum(terms: 2..4): 1\n  products:               1 from 50 steps until 100 steps\n}',
  ),
  S0409: page(
    'The schedule goes on after the last step of the run.',
    'Schedules count the steps of the whole pipeline. A decay that is cut off never comes to its end, which is rarely meant.',
    used('linear(0.002, 0.0001, over: 5000 steps)'),
    used('linear(0.002, 0.0001, over: 300 steps)'),
  ),
  S0410: page(
    'A piece of a schedule has a shape that there is not, or is written in another way.',
    'The pieces are constant, linear, cosine, exponential and step.',
    used('0 at 0 steps, linaer to 0.002 at 50 steps'),
    used('0 at 0 steps, linear to 0.002 at 50 steps'),
  ),
  S0411: page(
    'A schedule follows a metric and does not say over which of its values.',
    'Steps begin at 0 and go on; a metric goes up and down. `between: 20%..90%` says where the schedule begins and ends.',
    used('linear(0, 0.002, over: heldout.pass@1)'),
    used('linear(0, 0.002, over: heldout.pass@1, between: 20%..90%)'),
  ),
  S0412: page(
    'The schedule is over before the stage that follows it begins.',
    'Schedules count the steps of the whole pipeline, not those of the stage, so that a stage can go on where the one before it stopped. A schedule of a later stage says where it starts.',
    second('linear(0.002, 0.0001, over: 100 steps)'),
    second('linear(0.002, 0.0001, over: 100 steps, from: 300 steps)'),
  ),
} satisfies Partial<Record<Code, Page>>;
