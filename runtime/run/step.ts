import { drawMetrics, randomStream, type Draw } from '../control/index.ts';
import type { ReinforcePlan } from '../graph/index.ts';
import { batchAdvantages } from '../stages/advantage.ts';
import type { TrainingSequence } from '../stages/batch.ts';
import { correct } from '../stages/corrections.ts';
import { keepsGroup } from '../stages/filter.ts';
import { klCharges } from '../stages/kl.ts';
import { groupLogprobs } from '../stages/reference.ts';
import { rollout } from '../stages/rollout.ts';
import { posePrompts } from '../stages/sample.ts';
import { Scoring, type ScoredGroup } from '../stages/score.ts';
import { shapeReward } from '../stages/shape.ts';
import { updateKl } from '../stages/update-kl.ts';
import { miniBatches, updatePolicy, type UpdateOutcome } from '../stages/update.ts';
import type { VerifierFailure } from '../tasks/verifier-failure.ts';
import { judgingOf, unjudged } from './judging.ts';
import { sampleRecords } from './samples.ts';
import { passRates, rolloutMetrics, taskMetrics, updateMetrics } from './step-metrics.ts';
import { readSchedules } from './step-settings.ts';
import type { StepOutcome, Training } from './training.ts';

/**
 * One step of prolonged reinforcement learning (ProRL, arXiv:2505.24864: GRPO, arXiv:2402.03300, with
 * DAPO's parts, arXiv:2503.14476, and a KL term to a reference policy that resets renew).
 * Axes: G groups (prompts), S samples of a group, T tokens of a response.
 */
export async function reinforceStep(training: Training, plan: ReinforcePlan): Promise<StepOutcome> {
  const { seed, controller, policy, reference, limits } = training;
  const now = readSchedules(training, plan);
  const step = controller.step;

  const { mixture } = plan.sample.config;
  const { refill, keep } = plan.filter.config;
  const sampler = training.samplers.get(mixture)!;
  const requested = sampler.requested(controller.point);
  const groups_G: ScoredGroup[] = [];
  const rewards_GS: number[][] = [];
  const kept_G: boolean[] = [];
  const draws_G: Draw[] = [];
  const failed: VerifierFailure[] = [];
  let tokens = 0;
  let refills = -1;

  // Once, and again for as many groups as are missing (dynamic sampling: DAPO, arXiv:2503.14476, section 3.2):
  for (
    let missing = now.prompts;
    missing > 0 && refills < refill;
    missing = now.prompts - kept_G.filter(Boolean).length
  ) {
    refills += 1;

    // 1. Sample: the mixture draws tasks, each poses its next problem.
    const draws = sampler.draw(missing, controller.point);
    const prompts = await posePrompts(draws, { ...training, mixture });

    // 2. Rollout: S responses to each prompt from the policy, y ~ pi_old(. | x). Their log probabilities are
    //    kept as log pi_old, so that no forward pass has to find them again. Each response is handed to its
    //    verifier as soon as it has ended, while the others are still being written.
    const scoring = new Scoring(judgingOf(training, plan.score.config));
    const random = randomStream(seed, 'sampling', step, ...(refills === 0 ? [] : [refills]));
    const rolled = await rollout(training, prompts, now.sampling, random, {
      onResponse: (g, s, response) => scoring.begin(g, s, prompts[g]!, response),
    });

    // 3. Score: the verdicts, by place. A response that could not be judged has left its group, if the stage says so.
    const scored = await scoring.finish(rolled, refills === 0 ? 1 : 0);

    // 4. Shape: score and length become the reward R (stop properly, cosine length, soft overlong: DAPO, eq. 13).
    const rewards = scored.groups_G.map(({ responses_S, verdicts_S }) =>
      responses_S.map(({ truncated, tokens: { length } }, s) =>
        shapeReward(now.shaping, { score: verdicts_S[s]!.score, truncated, length }, now.sampling.maxTokens),
      ),
    );

    // 5. Filter: groups that teach nothing are dropped (DAPO, eq. 11).
    const kept = scored.groups_G.map(({ verdicts_S }, g) =>
      keepsGroup(
        keep,
        rewards[g]!,
        verdicts_S.map(({ score }) => score),
      ),
    );
    kept_G.push(...kept);
    groups_G.push(...scored.groups_G);
    rewards_GS.push(...rewards);
    draws_G.push(...draws);
    failed.push(...scored.failed);
    tokens += rolled
      .flatMap(({ responses_S }) => responses_S)
      .reduce((sum, one) => sum + one.tokens.length, 0);
  }
  const verdicts_GS = groups_G.map(({ verdicts_S }) => verdicts_S);

  // 6. Reference: log pi_ref of the same tokens. Wherever the stage has a KL term it is measured, also while
  //    its coefficient is 0: triggers read it. With a correction, log pi_old is found anew by the forward pass that
  //    the updates will use; otherwise the sampler's log probabilities are it.
  const { kl } = plan.update.config;
  const referenceLogps_GST =
    kl === null
      ? null
      : await groupLogprobs(reference!.policy, groups_G, now.sampling.temperature, limits.rows);
  const { correction } = now;
  const oldLogps_GST =
    correction === null ? null : await groupLogprobs(policy, groups_G, now.sampling.temperature, limits.rows);

  // 7. Advantages over each kept group; A_i = (R_i - mean R) / std R for group_norm (GRPO, section 4.1).
  //    The reinforce estimators whiten them over the batch. A KL term in the reward charges each token its own,
  //    beta KL_t. Truncated responses count in their group, and are masked from the loss after it (overlong
  //    filter: DAPO, section 3.4).
  const beta = now.klCoefficient;
  const kept = groups_G.flatMap((group, g) => (kept_G[g] ? [{ ...group, g }] : []));
  const advantages_GST = batchAdvantages(
    kept.map(({ responses_S, verdicts_S, g }) =>
      responses_S.map(({ tokens: { length }, logps }, s) => ({
        reward: rewards_GS[g]![s]!,
        score: verdicts_S[s]!.score,
        length,
        charges_T: kl?.in === 'reward' ? klCharges(kl, beta, logps, referenceLogps_GST![g]![s]!) : null,
      })),
    ),
    plan.advantage.config,
  );
  const batch_GS = kept.flatMap(({ prompt, responses_S, g }, k): TrainingSequence[][] => {
    const group = responses_S.flatMap((response, s): TrainingSequence[] => {
      if (response.truncated && plan.filter.config.dropTruncated) return [];
      const oldLogps = oldLogps_GST?.[g]?.[s] ?? response.logps;
      return [
        {
          prompt: prompt.tokens,
          response: response.tokens,
          oldLogps,
          corrected: correction && correct(oldLogps, response.logps, correction),
          referenceLogps: referenceLogps_GST?.[g]?.[s] ?? null,
          advantages: advantages_GST[k]![s]!,
        },
      ];
    });
    return group.length === 0 ? [] : [group];
  });

  // 8. Update: for each mini-batch, the policy loss with its KL term (GRPO, eq. 3; DAPO, eq. 8), then AdamW. How far
  //    that has moved the policy is seen at once, so that a guard need not wait until the policy has sampled again.
  const shuffled_GS = randomStream(seed, 'shuffle', step).shuffle(batch_GS);
  const updates: UpdateOutcome[] = [];
  for (const miniBatch_GS of miniBatches(shuffled_GS, now.updates)) {
    const outcome = await updatePolicy(policy, training.optimizer, miniBatch_GS.flat(), now.loss);
    if (outcome !== null) updates.push(outcome);
  }
  const sequences = shuffled_GS.flat();
  const moved = await updateKl(policy, sequences, now.sampling.temperature, limits.rows);

  // 9. Metrics, for the log and the triggers.
  return {
    metrics: {
      ...rolloutMetrics({
        groups_G,
        verdicts_GS,
        rewards_GS,
        kept_G,
        referenceLogps_GST,
        kl,
      }),
      'tokens.sampled': tokens,
      refills,
      'verify.failed': failed.length,
      ...updateMetrics(updates, sequences),
      'kl.update': moved,
      rate: now.loss.optimizer.rate,
      temperature: now.sampling.temperature,
      ...(kl === null ? {} : { 'kl.coefficient': beta }),
      ...taskMetrics(sampler.mixture, groups_G, verdicts_GS),
      ...drawMetrics(sampler, draws_G, requested),
    },
    tokens,
    samples: (most) => sampleRecords({ step, stage: plan.id }, groups_G, verdicts_GS, rewards_GS, most),
    passed: passRates(sampler.mixture, groups_G, verdicts_GS),
    warnings: [
      ...unjudged(step, failed),
      ...(updates.some((update) => update.skipped)
        ? [`A gradient of step ${step} was not finite: its update was left out.`]
        : []),
    ],
  };
}
