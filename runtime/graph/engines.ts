import { emulated, lacking, native, type Engine, type Feature, type Support } from './engine.ts';

const unscheduled = (what: string, setting: string): Support =>
  lacking(`It reads ${setting} once, when it starts.`, `Write ${what} as a number that stands still.`);
const relaunch =
  'the policy is exported, and a new launch begins from it, its reference and its optimizer anew';
const launches = 'one launch a stage, each from the export of the one before';
const chosen = 'what launches the stages reads the figures of the launch before';
const standing = 'Keep weights that stand still.';
const noWatch = (instead: string): Support =>
  lacking('Nothing in it acts on a metric while a launch goes on.', instead);
const noRollback = lacking(
  'It restores no earlier state by itself.',
  'Leave the guard out, or give up by hand and resume from a checkpoint.',
);
const bothOnly = lacking(
  'A new launch begins with a new reference and without moments, both at once.',
  'Reset reference and optimizer together: "reset reference, optimizer ...".',
);
const ownReference = lacking('Its reference is the policy that a launch begins with.', 'Reset "to current".');
const onMetric = noWatch('End the stage after a number of steps.');
const ppoOnly = (instead: string): Support => lacking('Its losses are those of PPO and GSPO.', instead);
const noBeta = lacking('It has no Beta normalisation of advantages.', 'Write "estimator: group_norm".');
const byTokens = lacking(
  'It whitens token by token, so that long responses weigh more.',
  'Write "whiten: tokens".',
);
const rewardCode = emulated("a reward function of one's own, which sees the response");
const noSteps = lacking(
  'Its reward functions are not told the step.',
  'Write rewards as numbers that stand still.',
);
const noCurriculum = lacking('It does not follow the pass rates of tasks.', 'Fix the level of each task.');

/**
 * verl 0.9.0, from its configuration and its users' reports. `trainer.resume_mode=disable` and a fresh
 * `default_local_dir` make a launch begin at an exported policy.
 */
const verl: Engine = {
  name: 'verl-0.9',
  runs: false,
  support: {
    'several stages': emulated(launches),
    'a stage run on a condition': emulated(chosen),
    'mixture weights': lacking(
      'It joins data files end to end; sizes decide the shares.',
      'Give every task the same weight, or repeat rows of the data.',
    ),
    'scheduled mixture weights': lacking('Scheduled mixtures were removed in 0.8.', standing),
    'a curriculum': noCurriculum,
    'a scheduled temperature': unscheduled('the temperature', 'rollout.temperature'),
    'a scheduled response length': unscheduled('max_tokens', 'data.max_response_length'),
    'a scheduled batch': unscheduled('prompts, samples and updates', 'its batch sizes'),
    'a scheduled KL coefficient': unscheduled('the coefficient', 'kl_loss_coef'),
    'a KL term in the loss': native,
    'a KL term in the reward': native,
    'the KL estimator k1': native,
    'the KL estimator k2': native,
    'the KL estimator k3': native,
    'the KL estimator abs': native,
    'an adaptive KL coefficient in the loss': lacking(
      'It adapts the coefficient of a KL term in the reward only.',
      'Write "in: reward", or leave the target out.',
    ),
    'an adaptive KL coefficient in the reward': emulated(
      'algorithm.kl_ctrl.type=adaptive; its state is not in the checkpoints',
    ),
    'the advantages group_mean': native,
    'the advantages leave_one_out': native,
    'the advantages beta_norm': noBeta,
    'the advantages reinforce_baseline': native,
    'the advantages reinforce': native,
    'whitening by trajectories': byTokens,
    'the surrogate cispo': native,
    'the ratio of the sequence': native,
    'the aggregation sequence_mean': native,
    'the aggregation constant': native,
    'a dual clip': native,
    'an entropy bonus': native,
    'the correction truncate': native,
    'the correction mask': native,
    'the correction sequence_mask': native,
    'rewards that depend on length': rewardCode,
    'a share of the reward for truncated responses': rewardCode,
    'a soft overlong punishment': native,
    'a scheduled reward': noSteps,
    'a filter of groups': native,
    'LoRA adapters': native,
    refills: emulated('algorithm.filter_groups, which samples whole batches until enough groups are kept'),
    'a reset between stages': emulated(relaunch),
    'a reset of the reference alone': bothOnly,
    'a reset of the optimizer alone': bothOnly,
    'a reset to the best checkpoint': ownReference,
    'a reset on a condition': noWatch('Reset between stages: "at start".'),
    'a stage that ends on a metric': onMetric,
    'a guard that rolls back': noRollback,
    'pass@k beyond 1': emulated('best@N over the samples, another estimate of it'),
  },
};

const callback = (how: string): Support => emulated(`a TrainerCallback ${how}`);

/**
 * TRL 1.13.0 `GRPOTrainer`: what a TrainerCallback can do in the process was tried on a CPU, the losses are compared
 * with prorl's number by number (spec/peers).
 */
const trl: Engine = {
  name: 'trl-1.13',
  runs: false,
  support: {
    'several stages': emulated(launches),
    'a stage run on a condition': emulated(chosen),
    'mixture weights': native,
    'scheduled mixture weights': lacking('DatasetConfig.fraction is read once.', standing),
    'a curriculum': noCurriculum,
    'a scheduled temperature': callback('sets the temperature'),
    'a scheduled response length': callback('sets the length'),
    'a scheduled batch': unscheduled('prompts, samples and updates', 'its batch sizes'),
    'a scheduled KL coefficient': callback('sets beta; it must begin above 0, or there is no reference'),
    'a KL term in the loss': native,
    'a KL term in the reward': lacking('Its beta weighs a term of the loss.', 'Write "in: loss".'),
    'the KL estimator k1': lacking('It has k3 only.', 'Write "estimator: k3".'),
    'the KL estimator k2': lacking('It has k3 only.', 'Write "estimator: k3".'),
    'the KL estimator k3': native,
    'the KL estimator abs': lacking('It has k3 only.', 'Write "estimator: k3".'),
    'an adaptive KL coefficient in the loss': callback('moves beta by the KL that is logged'),
    'the advantages group_mean': native,
    'the advantages leave_one_out': lacking(
      'GRPOTrainer takes the mean of the whole group off; RLOOTrainer, which leaves one out, has another loss.',
      'Write "estimator: group_mean": of S samples it is (S - 1) / S of it.',
    ),
    'the advantages beta_norm': lacking(
      'Its loss_type "bnpo" names an aggregation of tokens, no advantages.',
      'Write "estimator: group_norm".',
    ),
    'the advantages reinforce_baseline': lacking(
      'scale_rewards="batch" divides by the deviation of the rewards themselves, not of what is left of them.',
      'Write "estimator: group_norm", or "group_mean".',
    ),
    'the advantages reinforce': lacking(
      'It takes the mean of the group off.',
      'Write "estimator: group_norm", or "group_mean".',
    ),
    'the surrogate cispo': native,
    'the surrogate plain': lacking('All of its losses clip.', 'Write "surrogate: clipped".'),
    'the ratio of the sequence': native,
    'the aggregation sequence_mean': native,
    'the aggregation constant': native,
    'a dual clip': native,
    'an entropy bonus': native,
    'the correction truncate': emulated('vllm_importance_sampling_mode=token_truncate, where vLLM samples'),
    'the correction mask': emulated('vllm_importance_sampling_mode=token_mask, where vLLM samples'),
    'the correction sequence_mask': emulated(
      'vllm_importance_sampling_mode=sequence_mask, by the product over a sequence in place of its geometric mean',
    ),
    'rewards that depend on length': rewardCode,
    'a share of the reward for truncated responses': rewardCode,
    'a soft overlong punishment': native,
    'a scheduled reward': emulated("a reward function of one's own, which is given the trainer's state"),
    'a filter of groups': lacking('It learns from all groups.', 'Leave "keep groups" out.'),
    'LoRA adapters': native,
    refills: lacking('It has no dynamic sampling.', 'Leave "refill" out.'),
    'a reset between stages': callback('copies the policy to the reference and clears the moments'),
    'a reset of the reference alone': callback('copies the policy to the reference'),
    'a reset of the optimizer alone': callback('clears the moments'),
    'a reset to the best checkpoint': ownReference,
    'a reset on a condition': callback('reads the log; the reference is not in its checkpoints'),
    'a stage that ends on a metric': callback('reads the log and stops the training'),
    'a guard that rolls back': noRollback,
    'pass@k beyond 1': lacking('It reports mean rewards.', 'Report pass@1, or evaluate the model elsewhere.'),
  },
};

/** OpenRLHF 0.11.0, `openrlhf.cli.train_ppo_ray`. */
const openrlhf: Engine = {
  name: 'openrlhf-0.11',
  runs: false,
  support: {
    'several stages': emulated(launches),
    'a stage run on a condition': emulated(chosen),
    'mixture weights': native,
    'scheduled mixture weights': lacking('--data.prompt_probs is read once.', standing),
    'a curriculum': noCurriculum,
    'a scheduled temperature': unscheduled('the temperature', 'its temperature'),
    'a scheduled response length': unscheduled('max_tokens', 'its length'),
    'a scheduled batch': unscheduled('prompts, samples and updates', 'its batch sizes'),
    'a scheduled KL coefficient': lacking(
      'Its coefficient stands still, or follows a target (--algo.kl.target).',
      'Write the coefficient as a number that stands still.',
    ),
    'a KL term in the loss': native,
    'a KL term in the reward': native,
    'the KL estimator k1': native,
    'the KL estimator k2': native,
    'the KL estimator k3': native,
    'the KL estimator abs': lacking('It has k1, k2 and k3.', 'Write "estimator: k3".'),
    'an adaptive KL coefficient in the loss': emulated(
      '--algo.kl.target; its state is not in the checkpoints',
    ),
    'an adaptive KL coefficient in the reward': emulated(
      '--algo.kl.target; its state is not in the checkpoints',
    ),
    'the advantages group_mean': native,
    'the advantages leave_one_out': native,
    'the advantages beta_norm': noBeta,
    'the advantages reinforce_baseline': native,
    'the advantages reinforce': native,
    'whitening by trajectories': byTokens,
    'the surrogate cispo': ppoOnly('Write "surrogate: clipped".'),
    'the surrogate plain': ppoOnly('Write "surrogate: clipped".'),
    'the ratio of the sequence': native,
    'a dual clip': native,
    'an entropy bonus': native,
    'rewards that depend on length': rewardCode,
    'a share of the reward for truncated responses': native,
    'a soft overlong punishment': native,
    'a scheduled reward': noSteps,
    'a filter of groups': emulated('--algo.dynamic_filtering_range, by the score of a group'),
    refills: emulated('--algo.dynamic_filtering_enable, which samples until enough groups are kept'),
    'a reset between stages': emulated(relaunch),
    'a reset of the reference alone': bothOnly,
    'a reset of the optimizer alone': bothOnly,
    'a reset to the best checkpoint': ownReference,
    'a reset on a condition': noWatch('Reset between stages: "at start".'),
    'a stage that ends on a metric': onMetric,
    'a guard that rolls back': noRollback,
    'pass@k beyond 1': lacking(
      'It reports pass@1 and pass@N of all samples.',
      'Report pass@1 and pass@SAMPLES.',
    ),
  },
};

/** prorl's own, on this machine: it is written for this language, and has all of it. */
const local: Engine = { name: 'local', runs: true, support: {} };

export const engines: readonly Engine[] = [local, verl, trl, openrlhf];

/** What an engine makes of a feature; null: it is not known. */
export function supportOf(engine: Engine, feature: Feature): Support | null {
  return engine.runs ? native : (engine.support[feature] ?? null);
}
