/** What an engine makes of one feature: it has it, something else stands in for it, or it lacks it. */
export type Support =
  | { as: 'native' }
  /** How, in a few words. */
  | { as: 'emulated'; how: string }
  /** What it has in its place, and what to write instead; both full sentences. */
  | { as: 'lacking'; why: string; instead: string };

/** What engines differ in. What is not here is not judged. */
export type Feature =
  | 'several stages'
  | 'a stage run on a condition'
  | 'mixture weights'
  | 'scheduled mixture weights'
  | 'a curriculum'
  | 'a scheduled temperature'
  | 'a scheduled response length'
  | 'a scheduled batch'
  | 'a scheduled KL coefficient'
  | 'a KL term in the loss'
  | 'a KL term in the reward'
  | 'the KL estimator k1'
  | 'the KL estimator k2'
  | 'the KL estimator k3'
  | 'the KL estimator abs'
  | 'an adaptive KL coefficient in the loss'
  | 'an adaptive KL coefficient in the reward'
  | 'the advantages group_mean'
  | 'the advantages leave_one_out'
  | 'the advantages beta_norm'
  | 'the advantages reinforce_baseline'
  | 'the advantages reinforce'
  | 'whitening by trajectories'
  | 'the surrogate cispo'
  | 'the surrogate plain'
  | 'the ratio of the sequence'
  | 'the aggregation sequence_mean'
  | 'the aggregation constant'
  | 'a dual clip'
  | 'an entropy bonus'
  | 'the correction truncate'
  | 'the correction mask'
  | 'the correction sequence_mask'
  | 'rewards that depend on length'
  | 'a share of the reward for truncated responses'
  | 'a soft overlong punishment'
  | 'a scheduled reward'
  | 'a filter of groups'
  | 'refills'
  | 'a reset between stages'
  | 'a reset of the reference alone'
  | 'a reset of the optimizer alone'
  | 'a reset to the best checkpoint'
  | 'a reset on a condition'
  | 'a stage that ends on a metric'
  | 'LoRA adapters'
  | 'a guard that rolls back'
  | 'pass@k beyond 1';

export interface Engine {
  /** As `--engine` takes it: name and version. */
  name: string;
  /** Whether prorl runs pipelines on it; the others are known from their own documentation, to be checked against only. */
  runs: boolean;
  /** Absent: nothing is known, and nothing is said. */
  support: Partial<Record<Feature, Support>>;
}

export const native: Support = { as: 'native' };

export function emulated(how: string): Support {
  return { as: 'emulated', how };
}

export function lacking(why: string, instead: string): Support {
  return { as: 'lacking', why, instead };
}
