import type { MixtureEntry, Stage, Suite } from './graph.ts';

export type MetricUnit =
  'number' | 'fraction' | 'nats' | 'tokens' | 'responses' | 'groups' | 'per second' | 'seconds';

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
  {
    name: 'kl.update',
    unit: 'nats',
    doc: 'KL a token by which the updates of the step moved the policy, on a few of its responses; not finite once its scores are not.',
  },
  { name: 'kl.coefficient', unit: 'number', doc: 'Coefficient of the KL term in force.' },
  { name: 'entropy', unit: 'nats', doc: 'Entropy of the policy a response token.' },
  { name: 'clip.low', unit: 'fraction', doc: 'Share of response tokens whose ratio was clipped from below.' },
  {
    name: 'clip.high',
    unit: 'fraction',
    doc: 'Share of response tokens whose ratio was clipped from above.',
  },
  {
    name: 'clip.dual',
    unit: 'fraction',
    doc: 'Share of response tokens whose ratio the dual bound clipped.',
  },
  {
    name: 'correction.share',
    unit: 'fraction',
    doc: 'Share of response tokens that the correction holds at a bound or leaves out.',
  },
  { name: 'ratio.max', unit: 'number', doc: 'Largest ratio of new to old probability of a response token.' },
  { name: 'length.mean', unit: 'tokens', doc: 'Mean response length.' },
  { name: 'truncated', unit: 'fraction', doc: 'Share of responses cut off at the token limit.' },
  {
    name: 'verify.failed',
    unit: 'responses',
    doc: 'Responses that were not judged since a verifier failed, and left their groups.',
  },
  { name: 'groups.kept', unit: 'fraction', doc: 'Share of groups that the filter kept.' },
  {
    name: 'refills',
    unit: 'number',
    doc: 'Rollouts of the step that replaced groups which the filter had dropped.',
  },
  { name: 'temperature', unit: 'number', doc: 'Sampling temperature in force.' },
];

const supervisedMetrics: readonly MetricInfo[] = [
  { name: 'accuracy.token', unit: 'fraction', doc: 'Share of target tokens that are the most likely ones.' },
  { name: 'slips', unit: 'fraction', doc: 'Share of solutions that carry a slip.' },
];

/** The metrics that a stage of a kind gives at every step, besides those of its mixture (`mixtureMetrics`). */
export function stageMetrics(kind: Stage['kind']): readonly MetricInfo[] {
  return [...updateMetrics, ...(kind === 'reinforce' ? reinforceMetrics : supervisedMetrics)];
}

/** What `mixtureMetrics` reads of a mixture. */
export interface MixtureShape {
  readonly entries: readonly Pick<MixtureEntry, 'name' | 'domain' | 'levels'>[];
  readonly curriculum: object | null;
}

/**
 * The metrics that a stage gives of the entries and domains of its mixture. What was not drawn at a step has
 * no pass rate there.
 */
export function mixtureMetrics(kind: Stage['kind'], { entries, curriculum }: MixtureShape): MetricInfo[] {
  const domains = [...new Set(entries.flatMap(({ domain }) => (domain === null ? [] : [domain])))].sort();
  return [
    ...entries.flatMap(({ name, levels }): MetricInfo[] => [
      { name: `share.${name}`, unit: 'fraction', doc: `Share of the step's prompts that were of ${name}.` },
      {
        name: `share.${name}.requested`,
        unit: 'fraction',
        doc: `Share of the step's prompts that the weights asked for of ${name}.`,
      },
      ...(kind === 'reinforce'
        ? [
            {
              name: `task.${name}.correct`,
              unit: 'fraction' as const,
              doc: `Share of wholly correct responses to ${name}.`,
            },
          ]
        : []),
      ...(curriculum !== null && levels !== null
        ? [
            {
              name: `curriculum.${name}.level`,
              unit: 'number' as const,
              doc: `Level at which ${name} was drawn.`,
            },
          ]
        : []),
    ]),
    ...(kind === 'reinforce' ? domains : []).map((domain): MetricInfo => ({
      name: `domain.${domain}.correct`,
      unit: 'fraction',
      doc: `Share of wholly correct responses to tasks of the domain ${domain}.`,
    })),
  ];
}

/** Whether a name is of the form of a mixture's metric; which of them a stage gives depends on its mixture. */
export function isMixtureMetric(name: string): boolean {
  return /^(?:share\.[^.]+(?:\.requested)?|(?:task|domain)\.[^.]+\.correct|curriculum\.[^.]+\.level)$/.test(
    name,
  );
}

/** The metric of an audit: how far `metric` has risen while its counter-metric has not. */
export function auditMetric(metric: string): string {
  return `audit.${metric}`;
}

export function isAuditMetric(name: string): boolean {
  return name.startsWith('audit.');
}

/** The metrics that a suite gives at each evaluation: `SUITE.pass@K`, `SUITE.ENTRY.pass@K` and `SUITE.domain.DOMAIN.pass@K`. */
export function suiteMetrics(
  name: string,
  suite: Pick<Suite, 'passAt'>,
  entries: readonly string[],
  domains: readonly string[],
): MetricInfo[] {
  const ks = [...new Set([1, ...suite.passAt])].sort((a, b) => a - b);
  const scopes = [
    { prefix: name, of: 'the suite' },
    ...entries.map((e) => ({ prefix: `${name}.${e}`, of: e })),
    ...domains.map((d) => ({ prefix: `${name}.domain.${d}`, of: `the domain ${d}` })),
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
