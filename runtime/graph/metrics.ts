import type { Stage, Suite } from './graph.ts';

export type MetricUnit = 'number' | 'fraction' | 'nats' | 'tokens' | 'groups' | 'per second' | 'seconds';

export interface MetricInfo {
  readonly name: string;
  readonly unit: MetricUnit;
  readonly doc: string;
}

const updateMetrics: readonly MetricInfo[] = [
  { name: 'loss', unit: 'number', doc: 'The loss, mean over the updates of the step.' },
  { name: 'grad.norm', unit: 'number', doc: 'Global gradient norm before clipping, mean over the updates.' },
  { name: 'rate', unit: 'number', doc: 'Learning rate in force, guards and warm-up counted in.' },
  { name: 'tokens.sampled', unit: 'tokens', doc: 'Response tokens of this step.' },
  { name: 'time.step', unit: 'seconds', doc: 'Wall time of the step, evaluations aside.' },
];

const reinforceMetrics: readonly MetricInfo[] = [
  {
    name: 'reward.mean',
    unit: 'number',
    doc: 'Mean shaped reward of all responses of the step, before filtering.',
  },
  {
    name: 'reward.std',
    unit: 'number',
    doc: 'Standard deviation of the shaped reward over all responses of the step.',
  },
  { name: 'score.mean', unit: 'fraction', doc: 'Mean score given by the verifiers, before shaping.' },
  { name: 'correct', unit: 'fraction', doc: 'Share of wholly correct responses.' },
  {
    name: 'kl.mean',
    unit: 'nats',
    doc: "KL from the reference policy a token, by the stage's estimator, mean over response tokens.",
  },
  { name: 'kl.coefficient', unit: 'number', doc: 'Coefficient of the KL term in force.' },
  { name: 'entropy', unit: 'nats', doc: 'Entropy of the policy a response token.' },
  { name: 'clip.low', unit: 'fraction', doc: 'Share of response tokens whose ratio was clipped from below.' },
  {
    name: 'clip.high',
    unit: 'fraction',
    doc: 'Share of response tokens whose ratio was clipped from above.',
  },
  { name: 'ratio.max', unit: 'number', doc: 'Largest ratio of new to old probability of a response token.' },
  { name: 'length.mean', unit: 'tokens', doc: 'Mean response length.' },
  { name: 'truncated', unit: 'fraction', doc: 'Share of responses cut off at the token limit.' },
  { name: 'groups.kept', unit: 'fraction', doc: 'Share of groups that the filter kept.' },
  { name: 'temperature', unit: 'number', doc: 'Sampling temperature in force.' },
];

const supervisedMetrics: readonly MetricInfo[] = [
  { name: 'accuracy.token', unit: 'fraction', doc: 'Share of target tokens that are the most likely ones.' },
  { name: 'slips', unit: 'fraction', doc: 'Share of solutions that carry a slip.' },
];

/** The metrics that a stage of a kind gives at every step, besides `share.ENTRY` (realised share of each mixture entry). */
export function stageMetrics(kind: Stage['kind']): readonly MetricInfo[] {
  return [...updateMetrics, ...(kind === 'reinforce' ? reinforceMetrics : supervisedMetrics)];
}

/** The metrics that a suite gives at each evaluation: `SUITE.pass@K` and `SUITE.ENTRY.pass@K`. */
export function suiteMetrics(
  name: string,
  suite: Pick<Suite, 'passAt'>,
  entries: readonly string[],
): MetricInfo[] {
  const ks = [...new Set([1, ...suite.passAt])].sort((a, b) => a - b);
  const scopes = [
    { prefix: name, of: 'the suite' },
    ...entries.map((e) => ({ prefix: `${name}.${e}`, of: e })),
  ];
  return scopes.flatMap(({ prefix, of }) => [
    ...ks.map((k): MetricInfo => ({
      name: `${prefix}.pass@${k}`,
      unit: 'fraction',
      doc: `Unbiased pass@${k} on the held-out problems of ${of}.`,
    })),
    { name: `${prefix}.length`, unit: 'tokens' as const, doc: `Mean response length on ${of}.` },
    { name: `${prefix}.truncated`, unit: 'fraction' as const, doc: `Share of truncated responses on ${of}.` },
  ]);
}
