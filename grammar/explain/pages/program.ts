import type { Code } from '../../diagnostics/codes.ts';
import { page, type Page } from '../page.ts';

const stage = (...lines: string[]): string =>
  ['stage explore = grpo {', '  mixture: sums', ...lines.map((line) => `  ${line}`), '}'].join('\n');
const pipeline = (...lines: string[]): string =>
  ['pipeline main {', '  model: nano', ...lines.map((line) => `  ${line}`), '}'].join('\n');
const evaluated = 'evaluate heldout every 25 steps';
const kl = 'kl { coefficient: 0.001 }';
/** Where it stands below a rollout. */
const klBeside = 'kl      { coefficient: 0.001 }';

/** Two names for what one server poses, one of them trained on. */
const riddles = (suite: string): string =>
  [
    'task riddle = http("http://127.0.0.1:8000/")',
    'task unseen = http("http://127.0.0.1:8000/")',
    'mixture sums {\n  riddle: 1\n}',
    'mixture fresh {\n  unseen: 1\n}',
    suite,
  ].join('\n\n');

/** Pages on what is wrong with a program as a whole. */
export const programPages = {
  G0501: page(
    'The pipeline does not say which model it trains.',
    'A model is declared once and named in the pipeline.',
    'pipeline main {\n  evaluate heldout every 25 steps\n  run explore for 300 steps\n}',
    pipeline(evaluated, 'run explore for 300 steps'),
  ),
  G0502: page(
    'Nothing says when the stage ends.',
    'It would run until someone stops it, and the stages after it would never come.',
    pipeline(evaluated, 'run explore'),
    pipeline(evaluated, 'run explore for 300 steps'),
  ),
  G0503: page(
    'A condition can never hold: its metric never has such a value, it asks for two things that exclude each other, or its time is longer than the stage.',
    'A reset or guard that never fires looks like one that was not needed. Often a "%" is missing: metrics that are fractions lie between 0 and 1.',
    pipeline(evaluated, 'run explore until 300 steps or heldout.pass@1 >= 95'),
    pipeline(evaluated, 'run explore until 300 steps or heldout.pass@1 >= 95%'),
  ),
  G0504: page(
    'A metric is read where nothing gives it: KL without a kl block, a suite that the pipeline does not evaluate, a metric of another kind of stage.',
    'A comparison with a metric that has no value is false: the trigger would wait in silence.',
    stage('guard when kl.mean > 2 { rollback }'),
    stage(kl, 'guard when kl.mean > 2 { rollback }'),
  ),
  G0505: page(
    'The reference policy is to be reset in a stage that has none.',
    'The reference policy exists for the KL term: without a kl block nothing refers to it.',
    stage('reset reference when entropy < 0.1 { cooldown: 50 steps }'),
    stage(kl, 'reset reference when entropy < 0.1 { cooldown: 50 steps }'),
  ),
  G0506: page(
    'A group has one response, and the advantage compares the responses of a group.',
    'Alone it is always average: its advantage is 0, and nothing is learnt.',
    stage('rollout { prompts: 16, samples: 1 }', klBeside),
    stage('rollout { prompts: 16, samples: 8 }', klBeside),
  ),
  G0507: page(
    'A suite reports pass@k with fewer than k responses to each problem.',
    'The unbiased estimate of pass@k, 1 - C(n-c, k) / C(n, k), needs n of at least k.',
    'suite heldout {\n  tasks: sums\n  samples: 16\n  report: pass@1, pass@32\n}',
    'suite heldout {\n  tasks: sums\n  samples: 32\n  report: pass@1, pass@32\n}',
  ),
  G0508: page(
    'A reset has no cooldown.',
    'What fired it often still holds one step later, so that it would fire at each step. "cooldown: 0 steps" says that this is meant.',
    stage(kl, 'reset reference when drifted'),
    stage(kl, 'reset reference when drifted { cooldown: 50 steps }'),
  ),
  G0509: page(
    'The best checkpoint is asked for, but nothing can tell which it is: its suite is not evaluated at the same steps, or no checkpoint is kept for it.',
    'A checkpoint is the best by an evaluation of the same step.',
    pipeline(
      evaluated,
      'checkpoint every 10 steps, keep best by heldout.pass@1',
      'run explore for 300 steps',
    ),
    pipeline(
      evaluated,
      'checkpoint every 50 steps, keep best by heldout.pass@1',
      'run explore for 300 steps',
    ),
  ),
  G0510: page(
    'A mixture has no tasks, or all its weights are 0 when it is drawn from.',
    'Weights are relative: a task of weight 2 is drawn twice as often as one of weight 1. With nothing to draw there is no batch.',
    'mixture sums {\n  chain_sum(terms: 2..4): 1 from 100 steps\n}',
    'mixture sums {\n  chain_sum(terms: 2..4): 1\n  products:               1 from 100 steps\n}',
  ),
  G0511: page(
    'The batch does not divide into the number of updates.',
    'Each update gets the same share of the responses, so that all weigh the same.',
    stage('updates: 3', 'rollout { prompts: 16, samples: 8 }', klBeside),
    stage('updates: 4', 'rollout { prompts: 16, samples: 8 }', klBeside),
  ),
  G0512: page(
    'A response that is cut off is punished twice: by the reward for truncation and by the overlong penalty.',
    'The two add up, and the jump at the limit hides the slope that the overlong penalty is for.',
    stage('reward   { truncated: -0.5 }', 'overlong { cache: 16 tokens }', 'kl       { coefficient: 0.001 }'),
    stage('overlong { cache: 16 tokens }', 'kl       { coefficient: 0.001 }'),
  ),
  G0513: page(
    'A stage starts from itself, at once or by way of others.',
    'What it starts from must be complete before it.',
    'stage explore = deeper {\n  mixture: sums\n}\n\nstage deeper = explore',
    'stage explore = grpo {\n  mixture: sums\n  kl { coefficient: 0.001 }\n}\n\nstage deeper = explore',
  ),
  G0514: page(
    'The pipeline runs no stage.',
    'It would end before it begins.',
    pipeline(evaluated),
    pipeline(evaluated, 'run explore for 300 steps'),
  ),
  G0515: page(
    'The stage ends when metrics come to some value, and nothing bounds the time that this may take.',
    'If they never come there, the run goes on and is paid for.',
    pipeline(evaluated, 'run explore until heldout.pass@1 >= 95%'),
    pipeline(evaluated, 'run explore until heldout.pass@1 >= 95% or 1000 steps'),
  ),
  G0516: page(
    'The file has several pipelines and none was chosen on the command line.',
    'All are checked. To plan, draw or run one, name it: --pipeline NAME.',
    `${pipeline(evaluated, 'run explore for 300 steps')}\n\npipeline short {\n  model: nano\n  evaluate heldout every 25 steps\n  run explore for 50 steps\n}`,
    {
      text: `${pipeline(evaluated, 'run explore for 300 steps')}\n\npipeline short {\n  model: nano\n  evaluate heldout every 25 steps\n  run explore for 50 steps\n}`,
      pipeline: 'main',
    },
  ),
  G0517: page(
    'The command line names a pipeline that the file does not have.',
    'Nothing is run in its place.',
    { text: pipeline(evaluated, 'run explore for 300 steps'), pipeline: 'mian' },
    { text: pipeline(evaluated, 'run explore for 300 steps'), pipeline: 'main' },
  ),
  G0518: page(
    'The longest response fills the context of the model, or more.',
    'Problem and response share the context. What does not fit would be cut off and counted as wrong.',
    'model nano = transformer(layers: 2, hidden: 64, heads: 4, context: 64 tokens)',
    'model nano = transformer(layers: 2, hidden: 64, heads: 4, context: 256 tokens)',
  ),
  G0519: page(
    'A model is described that cannot be built: its parts do not divide.',
    'The residual stream is split evenly among the heads, and the heads among the key-value heads.',
    'model nano = transformer(layers: 2, hidden: 66, heads: 4, context: 256 tokens)',
    'model nano = transformer(layers: 2, hidden: 64, heads: 4, context: 256 tokens)',
  ),
  G0520: page(
    'Two suites of one name are evaluated in a pipeline.',
    'Their metrics would have the same names.',
    pipeline(evaluated, 'evaluate heldout every 50 steps', 'run explore for 300 steps'),
    pipeline(evaluated, 'run explore for 300 steps'),
  ),
  G0521: page(
    'A guard says when it fires and not what it does then.',
    'It can go back to the last good step, lower the rate, or, with "at_most: 0", stop the run.',
    stage(kl, 'guard when not_finite(loss)'),
    stage(kl, 'guard when not_finite(loss) { rollback, scale rate by 0.5, at_most: 3 }'),
  ),
  G0522: page(
    'A filter keeps no group, whatever the responses are.',
    'Every batch would be empty.',
    stage(kl, 'keep groups where reward.std < 0'),
    stage(kl, 'keep groups where reward.std > 0'),
  ),
  G0523: page(
    'A test cannot be true, or cannot fail: it expects something after its last step, or expects nothing.',
    'A test that cannot fail shows nothing.',
    'test "a KL spike resets the reference" {\n  given kl.mean = 0.01, then 0.4 from step 40\n  run explore for 100 steps\n  expect reset at 144\n}',
    'test "a KL spike resets the reference" {\n  given kl.mean = 0.01, then 0.4 from step 40\n  run explore for 100 steps\n  expect reset at 44, 94\n}',
  ),
  G0524: page(
    'A pipeline has a parameter without a default.',
    'A pipeline is run by itself: nothing gives it arguments.',
    'pipeline main(mix: Mixture) {\n  model: nano\n  evaluate heldout every 25 steps\n  run explore for 300 steps\n}',
    'pipeline main(mix: Mixture = sums) {\n  model: nano\n  evaluate heldout every 25 steps\n  run explore for 300 steps\n}',
  ),
  G0525: page(
    'The run would refuse the pipeline for a reason that no other check of the language found.',
    'What a run is given is checked once more as a whole. The message names the value by its place in the graph (`prorl graph`). That an earlier check does not catch it is worth a report.',
    '// No program is known that comes to this: each that was found got a check of its own.',
    pipeline(evaluated, 'run explore for 300 steps'),
  ),
  G0526: page(
    'A suite evaluates problems of a program, a server or a package under one name, and the run trains on them under another.',
    'A problem is held out by the name of its task and its prompt, one in eight of them. Under two names the same prompt may be held out once and trained on once: the evaluation then shows what was learned by heart.',
    riddles('suite heldout {\n  tasks: fresh\n  samples: 16\n  report: pass@1, pass@16\n}'),
    riddles('suite heldout {\n  tasks: sums\n  samples: 16\n  report: pass@1, pass@16\n}'),
  ),
  G0527: page(
    'Checkpoints or evaluations that a condition reads are asked for less often than the run is long.',
    'The first of them would come after the last step.',
    pipeline(evaluated, 'checkpoint every 500 steps', 'run explore for 300 steps'),
    pipeline(evaluated, 'checkpoint every 100 steps', 'run explore for 300 steps'),
  ),
  G0528: page(
    'The engine that --engine names lacks something that the pipeline asks for.',
    'One meaning on every engine, or an error before the run: what an engine lacks is told by `prorl check --engine NAME`, and what it does in another way by `prorl plan --engine NAME`. Here the engine is trl-1.13.',
    stage('kl { coefficient: 0.001, in: reward }'),
    stage('kl { coefficient: 0.001, in: loss }'),
  ),
  G0530: page(
    'A setting is written that only another choice beside it would read.',
    'The run would go on without it, and the file would say what does not happen.',
    stage('loss { aggregation: token_mean, divisor: 64 tokens }', 'kl   { coefficient: 0.001 }'),
    stage('loss { aggregation: constant, divisor: 64 tokens }', 'kl   { coefficient: 0.001 }'),
  ),
  G0531: page(
    'Two settings of one stage undo each other in part, such as weights for single tokens beside a ratio of the whole response.',
    'Each does what it says, but the two together are no method that anyone has described.',
    stage(
      'loss       { ratio: sequence, aggregation: sequence_mean }',
      'correction { method: truncate }',
      'kl         { coefficient: 0.001 }',
    ),
    stage(
      'loss       { ratio: sequence, aggregation: sequence_mean }',
      'correction { method: sequence_mask }',
      'kl         { coefficient: 0.001 }',
    ),
  ),
  G0532: page(
    'The condition on which a stage is run counts by "every", as something that happens again and again does.',
    'It is read once, when the stage before has ended; its windows, steps and tokens count from the start of the run.',
    pipeline(evaluated, 'run explore for 100 steps', 'run explore for 100 steps when every 50 steps'),
    pipeline(evaluated, 'run explore for 100 steps', 'run explore for 100 steps when heldout.pass@1 < 60%'),
  ),
  G0533: page(
    'Adapters cannot gain what they cost: their rank is above the width of a layer, or the weights beside them are random.',
    'The change that an adapter makes to a matrix has at most the rank of the matrix. And since the weights beside adapters stay as they are, adapters adapt a model that has learned something.',
    'model small = transformer(layers: 2, hidden: 64, heads: 4, context: 256 tokens)\n\n' +
      'pipeline main {\n  model: small\n  lora { rank: 8 }\n  run explore for 300 steps\n}',
    pipeline('lora { rank: 8 }', 'run explore for 300 steps'),
  ),
} satisfies Partial<Record<Code, Page>>;
