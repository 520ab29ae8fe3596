import { countAt, valueAt } from '../control/index.ts';
import type { ReinforcePlan } from '../graph/index.ts';
import type { Clip } from '../stages/surrogate.ts';
import type { Correction } from '../stages/corrections.ts';
import type { RolloutSettings } from '../stages/rollout.ts';
import { shapingAt } from '../stages/shape.ts';
import type { UpdateSettings } from '../stages/update.ts';
import { optimizerSettings, type Training } from './training.ts';

/** Every schedule of the stage at the start of the step: pipeline steps and tokens done so far. */
export function readSchedules({ controller, limits }: Training, plan: ReinforcePlan) {
  const at = controller.point;
  const { sample, rollout, shape, update } = plan;
  const { clip, correction, kl, entropy } = update.config;
  const temperature = valueAt(rollout.config.temperature, at);
  const maxTokens = countAt(rollout.config.maxTokens, at);
  const klCoefficient = controller.klCoefficient() ?? 0;
  const inLoss = kl?.in === 'loss' && klCoefficient > 0;
  const loss: UpdateSettings = {
    aggregation: update.config.aggregation,
    divisor: update.config.divisor ?? maxTokens,
    surrogate: update.config.surrogate!,
    ratio: update.config.ratio!,
    clip: clipAt(clip!, at),
    kl: inLoss ? { estimate: kl, coefficient: klCoefficient } : null,
    entropy: valueAt(entropy!, at),
    optimizer: optimizerSettings(controller, update),
    temperature,
    maxRows: limits.rows,
  };
  const sampling: RolloutSettings = {
    samples: countAt(rollout.config.samples, at),
    topP: valueAt(rollout.config.topP, at),
    temperature,
    maxTokens,
    maxSequences: limits.sequences,
  };
  return {
    prompts: countAt(sample.config.prompts, at),
    sampling,
    shaping: shapingAt(shape.config, at),
    klCoefficient,
    correction: correction && correctionAt(correction, at),
    updates: countAt(update.config.updates, at),
    loss,
  };
}

type Point = Training['controller']['point'];
type Config = ReinforcePlan['update']['config'];

function clipAt({ low, high, dual }: NonNullable<Config['clip']>, at: Point): Clip {
  return { low: valueAt(low, at), high: valueAt(high, at), dual: dual && valueAt(dual, at) };
}

function correctionAt({ method, low, high }: NonNullable<Config['correction']>, at: Point): Correction {
  return { method, low: valueAt(low, at), high: valueAt(high, at) };
}
