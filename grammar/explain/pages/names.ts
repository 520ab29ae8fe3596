import type { Code } from '../../diagnostics/codes.ts';
import { page, type Page } from '../page.ts';

/** Pages on names: of things, fields, metrics, units, functions and arguments. */
export const namePages = {
  N0201: page(
    'Nothing here has this name.',
    'A name must be declared in the file, be imported, or be a parameter of what surrounds it. The order of declarations does not matter.',
    'pipeline main {\n  model: nano\n  evaluate heldout every 25 steps\n  run exlore for 300 steps\n}',
    'pipeline main {\n  model: nano\n  evaluate heldout every 25 steps\n  run explore for 300 steps\n}',
  ),
  N0202: page(
    'The block, stage, suite or pipeline has no such field.',
    'An unknown field would be a setting that is silently not made. The message lists the fields that there are, and says in which block a field belongs that stands one level too high.',
    'stage explore = grpo {\n  mixture: sums\n  rollout { prompts: 16, sampels: 8 }\n  kl      { coefficient: 0.001 }\n}',
    'stage explore = grpo {\n  mixture: sums\n  rollout { prompts: 16, samples: 8 }\n  kl      { coefficient: 0.001 }\n}',
  ),
  N0203: page(
    'There is no metric of this name, or the suite does not report it.',
    'Each kind of stage and each suite says which metrics it gives. A suite gives pass@k for every k of its report, and the same for each of its tasks.',
    'trigger drifted = kl.men > 0.15 for 5 steps',
    'trigger drifted = kl.mean > 0.15 for 5 steps',
  ),
  N0204: page(
    'There is no unit of this name. The units are steps, tokens, samples, prompts, problems, evaluations and updates.',
    'There are no epochs: tasks draw new problems without end.',
    'pipeline main {\n  model: nano\n  evaluate heldout every 25 steps\n  run explore for 3 epochs\n}',
    'pipeline main {\n  model: nano\n  evaluate heldout every 25 steps\n  run explore for 300 steps\n}',
  ),
  N0205: page(
    'The name is known, but what it names has no place here: a suite where a mixture is expected, a task where a stage is.',
    'A suite says how to judge and is never trained on; a mixture says what to draw.',
    'stage explore = grpo {\n  mixture: heldout\n  kl { coefficient: 0.001 }\n}',
    'stage explore = grpo {\n  mixture: sums\n  kl { coefficient: 0.001 }\n}',
  ),
  N0206: page(
    'A field, a block or a clause is written twice in one block.',
    'Only one of them could count, and a reader would not know which. To override what a template says, write it once.',
    'stage explore = grpo {\n  mixture: sums\n  rollout { prompts: 16, samples: 8, prompts: 32 }\n  kl      { coefficient: 0.001 }\n}',
    'stage explore = grpo {\n  mixture: sums\n  rollout { prompts: 32, samples: 8 }\n  kl      { coefficient: 0.001 }\n}',
  ),
  N0207: page(
    'There is no function of this name: no source of models, no schedule, no trigger.',
    'Models come from bundled, folder, hf and transformer; schedules from linear, cosine, exponential, step and cycle; triggers from plateau, falls, rises, not_finite, and from comparing a metric, ema or best.',
    'model nano = bundle("nano")',
    'model nano = bundled("nano")',
  ),
  N0208: page(
    'The name belongs to the language: a kind of stage such as reinforce, or for a suite the beginning of a metric such as kl.',
    'It would be read as what it means in the language: a stage of that name would hide the kind from which all stages start, kl.mean would be looked for among the metrics of the suite.',
    'stage reinforce = grpo {\n  mixture: sums\n}',
    'stage strengthen = grpo {\n  mixture: sums\n}',
  ),
  N0209: page(
    'What is called takes no argument of this name.',
    'It would be a setting that is silently not made.',
    'mixture sums {\n  chain_sum(term: 2..4): 1\n}',
    'mixture sums {\n  chain_sum(terms: 2..4): 1\n}',
  ),
  N0210: page(
    'There are more arguments than parameters.',
    'A stage without parameters is named without parentheses.',
    'pipeline main {\n  model: nano\n  evaluate heldout every 25 steps\n  run explore(sums) for 300 steps\n}',
    'stage explore(mix: Mixture) = grpo {\n  mixture: mix\n  kl { coefficient: 0.001 }\n}\n\npipeline main {\n  model: nano\n  evaluate heldout every 25 steps\n  run explore(sums) for 300 steps\n}',
  ),
  N0211: page(
    'An argument without a default is not given.',
    'A parameter that has no default has no value that would be right for everyone.',
    'trigger drifted = plateau(heldout.pass@1, over: 4 evaluations)',
    'trigger drifted = plateau(heldout.pass@1, over: 4 evaluations, gain_below: 0.5%)',
  ),
  N0212: page(
    'An argument is given twice, by name or by its place.',
    'Only one of the values could count.',
    'mixture sums {\n  chain_sum(terms: 2..4, terms: 3..4): 1\n}',
    'mixture sums {\n  chain_sum(terms: 3..4): 1\n}',
  ),
  N0213: page(
    'Something stands in a block in which it has no place: a clause of a pipeline in a stage, a block written as a field.',
    'A stage says how it learns; a pipeline says what is run, evaluated and kept.',
    'stage explore = grpo {\n  mixture: sums\n  kl { coefficient: 0.001 }\n  evaluate heldout every 25 steps\n}',
    'stage explore = grpo {\n  mixture: sums\n  kl { coefficient: 0.001 }\n}\n\npipeline main {\n  model: nano\n  evaluate heldout every 25 steps\n  run explore for 300 steps\n}',
  ),
  N0215: page(
    'There is no type of this name.',
    'The types are numbers of several ranges (Number, Fraction, Coefficient, Rate, Temperature), counts such as Count<tokens>, schedules such as Schedule<Rate>, things (Mixture, Suite, Trigger ...), and words joined by "|".',
    'let longest: Counts<tokens> = 64 tokens',
    'let longest: Count<tokens> = 64 tokens',
  ),
  N0217: page(
    'A thing is made of itself, at once or by way of others.',
    'To know what it is one would have to know it already.',
    'let low: Fraction = high\nlet high: Fraction = low',
    'let low: Fraction = 0.2\nlet high: Fraction = low',
  ),
  N0218: page(
    'A word stands in a clause that means nothing there: something that cannot be reset, an event that a test cannot expect.',
    'A reset resets the reference policy, the optimizer, or both. The policy itself goes back to a checkpoint by a guard with "rollback".',
    'stage explore = grpo {\n  mixture: sums\n  kl { coefficient: 0.001 }\n  reset policy when drifted { cooldown: 50 steps }\n}',
    'stage explore = grpo {\n  mixture: sums\n  kl { coefficient: 0.001 }\n  reset reference when drifted { cooldown: 50 steps }\n}',
  ),
  N0219: page(
    'The first row of a data set has no column of this name.',
    'A data set is read by the columns that "prompt", "answer" and "worked" name. Without them it is "prompt" and "answer".',
    {
      text: '// the rows are { "question": ..., "answer": ... }\nimport { math } from "prorl/verifiers"\n\ntask problems = dataset("./problems.jsonl", prompt: "questions", verifier: math)',
      files: { 'problems.jsonl': '{ "question": "What is 1 + 1?", "answer": "2" }\n' },
    },
    {
      text: '// the rows are { "question": ..., "answer": ... }\nimport { math } from "prorl/verifiers"\n\ntask problems = dataset("./problems.jsonl", prompt: "question", verifier: math)',
      files: { 'problems.jsonl': '{ "question": "What is 1 + 1?", "answer": "2" }\n' },
    },
  ),
} satisfies Partial<Record<Code, Page>>;
