import { memoryText } from "../graph/memory-arithmetic.js";
import { count, duration, number, percent, plural } from "./format.js";
import { pad, width } from "./style.js";
/** An estimate with its arithmetic, line by line. Lines are never cut: what they end in is the result. */
export function estimateLines(estimate, s) {
    return [
        s.bold('estimate'),
        ...assumptionLines(estimate),
        '',
        ...table(tokenRows(estimate), s),
        ...(estimate.memory ? ['', ...table(memoryRows(estimate), s)] : []),
        ...(estimate.flops ? ['', ...table(timeRows(estimate), s)] : []),
    ].map((line) => line.trimEnd());
}
function assumptionLines({ assumptions, utilisation }) {
    const { size, meanLength, machine } = assumptions;
    const length = 'share' in meanLength
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
function tokenRows({ stages, evaluations, tokens }) {
    return [
        ...stages.map(({ id, steps, prompts, samples, length, rollout, update }) => {
            const supervised = rollout === 0 && update > 0;
            const each = supervised
                ? `${plural(prompts, 'solution')}`
                : `${plural(prompts, 'prompt')} x ${plural(samples, 'sample')}`;
            if (steps === null)
                return [id, `${each} x ${number(round(length))} tokens a step, no bound in steps`, 'left out'];
            return [
                id,
                `${plural(steps, 'step')} x ${each} x ${number(round(length))} tokens`,
                count(rollout || update),
            ];
        }),
        ...(stages.length > 1
            ? [['rollout tokens', 'sum of the reinforcement stages', count(tokens.rollout)]]
            : []),
        ...evaluations.map(({ suite, times, problems, samples, length, tokens: all }) => times === null
            ? [suite, 'no bound in steps', 'left out']
            : [
                suite,
                `${times} times x ${plural(problems, 'problem')} x ${plural(samples, 'sample')} x ${number(round(length))} tokens`,
                count(all),
            ]),
    ];
}
/** On this machine where no other is given. */
function memoryRows({ memory, local, assumptions }) {
    const { size, machine } = assumptions;
    if (!memory || !size)
        return [];
    if (machine === null && local !== null)
        return localRows(local, assumptions.local.memory);
    const n = parameters(size.parameters);
    const total = memory.policy + memory.gradients + memory.moments + memory.reference + (memory.cache ?? 0);
    const rows = [
        ['policy', `4 bytes x ${n}`, bytes(memory.policy)],
        ['gradients', `4 bytes x ${n}`, bytes(memory.gradients)],
        ['AdamW moments', `2 x 4 bytes x ${n}`, bytes(memory.moments)],
        ...(memory.reference > 0 ? [['reference', `4 bytes x ${n}`, bytes(memory.reference)]] : []),
        ...cacheRows(memory.cache, size.shape),
        ['memory', 'activations left out', bytes(total)],
    ];
    if (machine === null)
        return rows;
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
function localRows({ lines, fits }, budget) {
    const verdict = `of ${memoryText(budget)} (--memory): ${fits ? 'fits' : 'does not fit, even so'}`;
    return lines.map(({ what, how, bytes: size }, i) => [
        what,
        how,
        memoryText(size) + (i === lines.length - 1 ? `, ${verdict}` : ''),
    ]);
}
function cacheRows(cache, shape) {
    if (cache === null || shape === null)
        return [['cached keys', 'shape of the model unknown', 'left out']];
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
function timeRows({ flops, hours, tokens, utilisation, assumptions: { size, machine } }) {
    if (!flops || !size)
        return [];
    const n = parameters(size.parameters);
    const needed = ([what]) => flops[what] > 0;
    const rows = [
        [
            'rollout',
            `2 x ${n} x (${count(tokens.rollout)} + ${count(tokens.evaluation)} tokens)`,
            operations(flops.rollout),
        ],
        ['reference', `2 x ${n} x ${count(tokens.reference)} tokens`, operations(flops.reference)],
        ['update', `6 x ${n} x ${count(tokens.update)} tokens`, operations(flops.update)],
    ];
    if (!hours || !machine || !utilisation)
        return rows.filter(needed);
    const { name, peak } = machine.accelerator;
    const at = (flop, share) => `${operations(flop)} / (${percent(share, 2)} of ${rate(peak)})`;
    const time = (value) => value >= 1 ? `${count(value)} ${name}-hours` : `${duration(value * 3600)} of one ${name}`;
    const timed = [
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
function table(rows, s) {
    const [first, second] = [0, 1].map((i) => Math.max(0, ...rows.map((row) => width(row[i]))));
    return rows.map(([what, arithmetic, result]) => `  ${pad(what, first ?? 0)}  ${s.dim(pad(arithmetic, second ?? 0))}  = ${result}`);
}
/** `1.5B`: as sizes of models are written. */
const parameters = (value) => count(value).replace('G', 'B');
const round = (value) => Math.round(value);
const bytes = (value) => `${count(value)}B`;
const rate = (flops) => `${number(flops / 1e12)} TFLOP/s`;
const operations = (flop) => `${flop.toExponential(2).replace('e+', 'e')} FLOP`;
