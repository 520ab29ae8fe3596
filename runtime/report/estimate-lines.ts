import type { DecoderShape } from '../graph/decoder-shape.ts';
import { memoryText } from '../graph/memory-arithmetic.ts';
import type { Estimate } from './estimate.ts';
import { count, duration, number, percent, plural } from './format.ts';
import { pad, type Style, width } from './style.ts';

/** An estimate with its arithmetic, line by line. Lines are never cut: what they end in is the result. */
export function estimateLines(estimate: Estimate, s: Style): string[] {
  return [
    s.bold('estimate'),
    ...assumptionLines(estimate),
    '',
    ...table(tokenRows(estimate), s),
    ...(estimate.memory ? ['', ...table(memoryRows(estimate), s)] : []),
    ...(estimate.flops ? ['', ...table(timeRows(estimate), s)] : []),
  ].map((line) => line.trimEnd());
}

/** What is being computed, what of, and the result. */
type Row = readonly [what: string, arithmetic: string, result: string];

function assumptionLines({ assumptions, utilisation }: Estimate): string[] {
  const { size, meanLength, machine } = assumptions;
  const length =
    'share' in meanLength
      ? `a mean response is ${percent(meanLength.share, 0)} of its limit`
      : `a mean response has ${plural(meanLength.tokens, 'token')}`;
  const how = { counted: 'counted from its configuration', name: 'read off its name', given: 'as given' };
  return [
    `  ${length} (--mean-length)`,
    '  stages go on to their bounds, no group is filtered; prompts and attention over the context are left out',
    size === null
      ? '  the size of the model is unknown: tokens alone are estimated (--parameters 1.5B)'
      : `  N = ${parameters(size.parameters)} parameters, ${how[size.from]} (--parameters)`,
    ...(machine === null || utilisation === null
      ? ['  no machine is given: no hours (--machine 32xH100)']
      : [
          `  ${machine.count} x ${machine.accelerator.name}: each ${bytes(machine.accelerator.memory)}, ${rate(machine.accelerator.peak)} in bf16, ${number(machine.accelerator.bandwidth / 1e12)} TB/s (--machine)`,
          assumptions.rolloutUtilisation === null
            ? `  rollouts reach ${percent(utilisation.rollout, 2)} of that peak: 1.1% of an A100's, as published runs did, by bandwidth (--rollout-utilisation)`
            : `  rollouts reach ${percent(utilisation.rollout, 2)} of that peak, as given (--rollout-utilisation)`,
          `  updates and the reference reach ${percent(utilisation.training, 0)} of it, ${assumptions.trainingUtilisation === null ? 'as is typical' : 'as given'} (--training-utilisation)`,
        ]),
  ];
}

function tokenRows({ stages, evaluations, tokens }: Estimate): Row[] {
  return [
    ...stages.flatMap(({ id, steps, prompts, samples, length, rollout, update, refill }): Row[] => {
      const refills: Row[] =
        refill === 0
          ? []
          : [
              [
                `${id}, refills`,
                `up to ${plural(refill, 'rollout')} more a step for dropped groups`,
                'left out',
              ],
            ];
      const supervised = rollout === 0 && update > 0;
      const each = supervised
        ? `${plural(prompts, 'solution')}`
        : `${plural(prompts, 'prompt')} x ${plural(samples, 'sample')}`;
      const own: Row =
        steps === null
          ? [id, `${each} x ${number(round(length))} tokens a step, no bound in steps`, 'left out']
          : [
              id,
              `${plural(steps, 'step')} x ${each} x ${number(round(length))} tokens`,
              count(rollout || update),
            ];
      return [own, ...refills];
    }),
    ...(stages.length > 1
      ? [['rollout tokens', 'sum of the reinforcement stages', count(tokens.rollout)] as const]
      : []),
    ...evaluations.map(({ suite, times, problems, samples, length, tokens: all }): Row =>
      times === null
        ? [suite, 'no bound in steps', 'left out']
        : [
            suite,
            `${times} times x ${plural(problems, 'problem')} x ${plural(samples, 'sample')} x ${number(round(length))} tokens`,
            count(all),
          ],
    ),
  ];
}

/** On this machine where no other is given. */
function memoryRows({ memory, local, assumptions }: Estimate): Row[] {
  const { size, machine } = assumptions;
  if (!memory || !size) return [];
  if (machine === null && local !== null) return localRows(local, assumptions.local.memory);
  const n = parameters(size.parameters);
  const adapted = memory.trained !== size.parameters;
  const trained = adapted ? `${parameters(memory.trained)} in adapters` : n;
  const total = memory.policy + memory.gradients + memory.moments + memory.reference + (memory.cache ?? 0);
  const rows: Row[] = [
    ['policy', adapted ? `4 bytes x (${n} + ${trained})` : `4 bytes x ${n}`, bytes(memory.policy)],
    ['gradients', `4 bytes x ${trained}`, bytes(memory.gradients)],
    ['AdamW moments', `2 x 4 bytes x ${trained}`, bytes(memory.moments)],
    ...(memory.reference > 0
      ? [['reference', `4 bytes x ${trained}`, bytes(memory.reference)] as const]
      : []),
    ...cacheRows(memory.cache, size.shape),
    ['memory', 'activations left out', bytes(total)],
  ];
  if (machine === null) return rows;
  const share = total / machine.count;
  const fits = share <= machine.accelerator.memory ? 'fits' : 'does not fit';
  return [
    ...rows,
    [
      'each device',
      `${bytes(total)} / ${machine.count}, of ${bytes(machine.accelerator.memory)}`,
      `${bytes(share)}, ${fits}`,
    ],
  ];
}

function localRows({ lines, atMost, fits }: NonNullable<Estimate['local']>, budget: number): Row[] {
  const verdict = `of ${memoryText(budget)} (--memory): ${fits ? 'fits' : 'does not fit, even so'}`;
  return [
    ...lines.map(({ what, how, bytes: size }): Row => [what, how, memoryText(size)]),
    ['at most', 'were every response as long as its limit', `${memoryText(atMost)}, ${verdict}`],
  ];
}

function cacheRows(cache: number | null, shape: DecoderShape | null): Row[] {
  if (cache === null || shape === null) return [['cached keys', 'shape of the model unknown', 'left out']];
  return cache === 0
    ? []
    : [
        [
          'cached keys',
          `one group at its limit x ${bytes(8 * shape.layers * shape.keyValueHeads * shape.headWidth)} a token`,
          bytes(cache),
        ],
      ];
}

function timeRows({
  flops,
  hours,
  tokens,
  utilisation,
  updateFactor,
  assumptions: { size, machine },
}: Estimate): Row[] {
  if (!flops || !size) return [];
  const n = parameters(size.parameters);
  const needed = ([what]: Row): boolean => flops[what as keyof typeof flops] > 0;
  const rows: Row[] = [
    [
      'rollout',
      `2 x ${n} x (${count(tokens.rollout)} + ${count(tokens.evaluation)} tokens)`,
      operations(flops.rollout),
    ],
    ['reference', `2 x ${n} x ${count(tokens.reference)} tokens`, operations(flops.reference)],
    ['update', `${updateFactor} x ${n} x ${count(tokens.update)} tokens`, operations(flops.update)],
  ];
  if (!hours || !machine || !utilisation) return rows.filter(needed);
  const { name, peak } = machine.accelerator;
  const at = (flop: number, share: number): string =>
    `${operations(flop)} / (${percent(share, 2)} of ${rate(peak)})`;
  const time = (value: number): string =>
    value >= 1 ? `${count(value)} ${name}-hours` : `${duration(value * 3600)} of one ${name}`;
  const timed: Row[] = [
    ['rollout', at(flops.rollout, utilisation.rollout), time(hours.rollout)],
    ['reference', at(flops.reference, utilisation.training), time(hours.reference)],
    ['update', at(flops.update, utilisation.training), time(hours.update)],
  ];
  return [
    ...[...rows, ...timed].filter(needed),
    [
      'all',
      "waiting for the longest responses and for verifiers is in the rollouts' share",
      time(hours.total),
    ],
    ['time', `on ${plural(machine.count, 'device')}`, duration(hours.wall * 3600)],
  ];
}

function table(rows: readonly Row[], s: Style): string[] {
  const [first, second] = [0, 1].map((i) => Math.max(0, ...rows.map((row) => width(row[i]!))));
  return rows.map(
    ([what, arithmetic, result]) =>
      `  ${pad(what, first ?? 0)}  ${s.dim(pad(arithmetic, second ?? 0))}  = ${result}`,
  );
}

/** `1.5B`: as sizes of models are written. */
const parameters = (value: number): string => count(value).replace('G', 'B');
const round = (value: number): number => Math.round(value);
const bytes = (value: number): string => `${count(value)}B`;
const rate = (flops: number): string => `${number(flops / 1e12)} TFLOP/s`;
const operations = (flop: number): string => `${flop.toExponential(2).replace('e+', 'e')} FLOP`;
