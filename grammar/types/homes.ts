import type { Shape } from './field.ts';
import { pipelineShape } from './pipeline-fields.ts';
import { stageShapes } from './stage-fields.ts';
import { suiteShape } from './suite-fields.ts';

/** The clauses of a declaration. Those that a test has as well are a pipeline's first of all. */
const clauses: readonly (readonly [home: string, words: readonly string[]])[] = [
  ['a stage', ['keep', 'reset', 'guard']],
  ['a pipeline', ['evaluate', 'audit', 'checkpoint', 'run']],
  ['a test', ['given', 'expect']],
  ['a suite', ['report']],
  ['a mixture', ['curriculum']],
  ['a guard', ['scale']],
];

const shapes: readonly (readonly [home: string, shape: Shape])[] = [
  ['a stage', stageShapes.reinforce],
  ['a stage', stageShapes.supervised],
  ['a pipeline', pipelineShape],
  ['a suite', suiteShape],
];

const direct = new Map<string, Set<string>>();
const inside = new Map<string, Set<string>>();

function add(to: Map<string, Set<string>>, word: string, home: string): void {
  to.set(word, (to.get(word) ?? new Set()).add(home));
}

for (const [home, words] of clauses) for (const word of words) add(direct, word, home);
for (const [home, { fields, blocks }] of shapes) {
  for (const { name } of [...fields, ...blocks]) add(direct, name, home);
  for (const block of blocks)
    for (const { name } of block.fields) add(inside, name, `the block "${block.name}" of ${home}`);
}

/** What other programs call a field. */
export const elsewhereCalled: ReadonlyMap<string, string> = new Map([
  ['lr', 'rate'],
  ['learning_rate', 'rate'],
  ['batch_size', 'prompts'],
  ['n', 'samples'],
  ['group_size', 'samples'],
  ['num_generations', 'samples'],
  ['max_length', 'max_tokens'],
  ['max_new_tokens', 'max_tokens'],
  ['max_completion_length', 'max_tokens'],
  ['beta', 'coefficient'],
  ['kl_coef', 'coefficient'],
  ['kl_coeff', 'coefficient'],
  ['num_samples', 'samples'],
  ['n_samples', 'samples'],
  ['train_batch_size', 'prompts'],
  ['max_response_length', 'max_tokens'],
  ['grad_clip', 'max_grad_norm'],
  ['warmup_steps', 'warmup'],
  ['r', 'rank'],
  ['lora_rank', 'rank'],
  ['lora_alpha', 'alpha'],
  ['target_modules', 'targets'],
]);

/** What other programs set by a field and this language says in another way. */
const saidOtherwise: readonly (readonly [how: string, words: readonly string[]])[] = [
  [
    'How long a stage lasts is said where a pipeline runs it: "run STAGE for 300 steps".',
    [
      'steps',
      'max_steps',
      'total_steps',
      'num_steps',
      'epochs',
      'num_epochs',
      'num_train_epochs',
      'total_epochs',
    ],
  ],
  [
    'A pipeline says when it evaluates: "evaluate SUITE every 25 steps".',
    ['eval_steps', 'eval_every', 'eval_interval', 'eval_freq', 'test_freq', 'evaluation'],
  ],
  [
    'A pipeline says when it saves: "checkpoint every 25 steps, keep last 2".',
    ['save_steps', 'save_every', 'save_interval', 'save_freq', 'checkpoint_interval'],
  ],
  [
    'Data become a task, "task NAME = dataset(\"rows.jsonl\", verifier: V)", and tasks a mixture.',
    ['data', 'dataset', 'datasets', 'train_files', 'val_files', 'dataset_name', 'train_dataset'],
  ],
  [
    'The two bounds of the clipped ratio are a block of a stage: "clip { low: 0.2, high: 0.28 }".',
    ['epsilon', 'eps', 'clip_range', 'cliprange', 'clip_ratio', 'clip_eps', 'eps_clip'],
  ],
  ['Sampling is cut off by "top_p" alone.', ['top_k', 'min_p']],
  ['The two decays of AdamW are "beta1" and "beta2".', ['betas', 'adam_betas']],
  [
    'A stage resets its reference by a clause: "reset reference to current when every 250 steps".',
    ['sync_ref_model', 'ref_model_sync_steps', 'reset_interval', 'reset_every', 'ref_update_interval'],
  ],
  [
    'What judges responses belongs to the tasks; a stage can name another: "reward { verifier: V }".',
    ['reward_fn', 'reward_func', 'reward_funcs', 'reward_function', 'reward_model', 'verifiers'],
  ],
  [
    'A model is declared, "model NAME = hf(\"OWNER/NAME\")", and named by the pipeline: "model: NAME".',
    ['model_name', 'model_path', 'model_name_or_path', 'base_model'],
  ],
  [
    'Stages are declared one by one, "stage NAME = grpo { ... }", and a pipeline runs them in order.',
    ['stages', 'phases', 'schedule_stages'],
  ],
];

const otherwise = new Map(saidOtherwise.flatMap(([how, words]) => words.map((word) => [word, how] as const)));

/** How something is said here that other programs set by a field of this name. */
export function saidHere(word: string): string | undefined {
  return otherwise.get(word);
}

/** Where a field, block or clause of this name is written: "a pipeline", `the block "rollout" of a stage`; none: nowhere. */
function homesOf(word: string): string[] {
  return [...new Set([...(direct.get(word) ?? []), ...(inside.get(word) ?? [])])];
}

/** `it belongs in a pipeline`, besides the place where it was found; empty where it is written nowhere else. */
export function belongs(word: string, where = ''): string {
  const called = elsewhereCalled.get(word) ?? word;
  const kind = /stage|pipeline|suite|mixture|test|guard/.exec(where)?.[0];
  const homes = homesOf(called).filter((home) => kind === undefined || home !== `a ${kind}`);
  if (homes.length === 0 || homes.length > 3) return '';
  const what = called === word ? 'it belongs' : `it is called "${called}" here and belongs`;
  return `${what} in ${homes.join(' or ')}`;
}
