import { emulated, lacking, native } from "./engine.js";
const unscheduled = (what, setting) => lacking(`It reads ${setting} once, when it starts.`, `Write ${what} as a number that stands still.`);
const relaunch = 'the policy is exported, and a new launch begins from it, its reference and its optimizer anew';
const launches = 'one launch a stage, each from the export of the one before';
const standing = 'Keep weights that stand still.';
const noWatch = (instead) => lacking('Nothing in it acts on a metric while a launch goes on.', instead);
const noRollback = lacking('It restores no earlier state by itself.', 'Leave the guard out, or give up by hand and resume from a checkpoint.');
const bothOnly = lacking('A new launch begins with a new reference and without moments, both at once.', 'Reset reference and optimizer together: "reset reference, optimizer ...".');
const ownReference = lacking('Its reference is the policy that a launch begins with.', 'Reset "to current".');
const onMetric = noWatch('End the stage after a number of steps.');
const noCurriculum = lacking('It does not follow the pass rates of tasks.', 'Fix the level of each task.');
/**
 * verl 0.9.0, from its configuration and its users' reports. `trainer.resume_mode=disable` and a fresh
 * `default_local_dir` make a launch begin at an exported policy.
 */
const verl = {
    name: 'verl-0.9',
    runs: false,
    support: {
        'several stages': emulated(launches),
        'mixture weights': lacking('It joins data files end to end; sizes decide the shares.', 'Give every task the same weight, or repeat rows of the data.'),
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
        'a filter of groups': native,
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
const callback = (how) => emulated(`a TrainerCallback ${how}`);
/** TRL 1.13.0 `GRPOTrainer`: what a TrainerCallback can do in the process was tried on a CPU. */
const trl = {
    name: 'trl-1.13',
    runs: false,
    support: {
        'several stages': emulated(launches),
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
        'a filter of groups': lacking('It learns from all groups.', 'Leave "keep groups" out.'),
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
const openrlhf = {
    name: 'openrlhf-0.11',
    runs: false,
    support: {
        'several stages': emulated(launches),
        'mixture weights': native,
        'scheduled mixture weights': lacking('--data.prompt_probs is read once.', standing),
        'a curriculum': noCurriculum,
        'a scheduled temperature': unscheduled('the temperature', 'its temperature'),
        'a scheduled response length': unscheduled('max_tokens', 'its length'),
        'a scheduled batch': unscheduled('prompts, samples and updates', 'its batch sizes'),
        'a scheduled KL coefficient': lacking('Its coefficient stands still, or follows a target (--algo.kl.target).', 'Write the coefficient as a number that stands still.'),
        'a KL term in the loss': native,
        'a KL term in the reward': native,
        'the KL estimator k1': native,
        'the KL estimator k2': native,
        'the KL estimator k3': native,
        'the KL estimator abs': lacking('It has k1, k2 and k3.', 'Write "estimator: k3".'),
        'a filter of groups': emulated('--algo.dynamic_filtering_range, by the score of a group'),
        'a reset between stages': emulated(relaunch),
        'a reset of the reference alone': bothOnly,
        'a reset of the optimizer alone': bothOnly,
        'a reset to the best checkpoint': ownReference,
        'a reset on a condition': noWatch('Reset between stages: "at start".'),
        'a stage that ends on a metric': onMetric,
        'a guard that rolls back': noRollback,
        'pass@k beyond 1': lacking('It reports pass@1 and pass@N of all samples.', 'Report pass@1 and pass@SAMPLES.'),
    },
};
/** prorl's own, on this machine: it is written for this language, and has all of it. */
const local = { name: 'local', runs: true, support: {} };
export const engines = [local, verl, trl, openrlhf];
/** What an engine makes of a feature; null: it is not known. */
export function supportOf(engine, feature) {
    return engine.runs ? native : (engine.support[feature] ?? null);
}
