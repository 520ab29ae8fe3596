import { checkNumber, checkSchedule, configPointer } from "./check-schedule.js";
import { pointer } from "./problem.js";
const any = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
const count = { min: 1, max: Number.MAX_SAFE_INTEGER, whole: true };
const countOrZero = { min: 0, max: Number.MAX_SAFE_INTEGER, whole: true };
const positive = { min: 0, max: Number.POSITIVE_INFINITY, above: true };
const notNegative = { min: 0, max: Number.POSITIVE_INFINITY };
const fraction = { min: 0, max: 1 };
const atLeastOne = { min: 1, max: Number.POSITIVE_INFINITY };
const aboveOne = { ...atLeastOne, above: true };
const share = { min: 0, max: 1, above: true };
/** A token count that may be scheduled: between its ends it is rounded, so the ends need not be whole. */
const counted = { min: 1, max: Number.MAX_SAFE_INTEGER };
/** Every number and schedule of a graph must lie in its range. */
export function checkValues(graph) {
    const problems = check([['', graph.seed, { min: 0, max: Number.MAX_SAFE_INTEGER, whole: true }]], '/seed');
    if (graph.edition !== 2026) {
        problems.push({
            pointer: '/edition',
            message: `edition ${graph.edition} is unknown`,
            hint: 'This version of prorl reads edition 2026.',
        });
    }
    for (const [name, mixture] of Object.entries(graph.mixtures)) {
        if (mixture.curriculum !== null) {
            const { keep, window, floor } = mixture.curriculum;
            const rules = [
                ['/keep/from', keep.from, { min: 0, max: Math.min(1, keep.to) }],
                ['/keep/to', keep.to, fraction],
                ['/window', window, count],
                ['/floor', floor, share],
            ];
            problems.push(...check(rules, pointer('mixtures', name, 'curriculum')));
        }
        mixture.entries.forEach((entry, i) => {
            const at = pointer('mixtures', name, 'entries', i);
            problems.push(...check([
                ...referenceRules(entry.task, '/task'),
                ['/weight', entry.weight, notNegative],
                ['/from', entry.from, countOrZero],
                ['/until', entry.until, count],
            ], at));
        });
    }
    for (const [name, suite] of Object.entries(graph.suites)) {
        const { problems: n, samples, temperature, topP, maxTokens } = suite;
        const rules = [
            ['/problems', n, count],
            ['/samples', samples, count],
            ['/temperature', temperature, notNegative],
            ['/topP', topP, share],
            ['/maxTokens', maxTokens, count],
            ...suite.passAt.map((k, i) => [`/passAt/${i}`, k, { min: 1, max: samples, whole: true }]),
        ];
        problems.push(...check(rules, pointer('suites', name)));
        if (suite.passAt.some((k, i) => k <= (suite.passAt[i - 1] ?? 0))) {
            problems.push({
                pointer: pointer('suites', name, 'passAt'),
                message: `${suite.passAt.join(', ')} do not ascend`,
                hint: 'Name each k once, in ascending order.',
            });
        }
    }
    graph.nodes.forEach((node, i) => problems.push(...check(rulesOf(node), configPointer(i)), ...checkTriggers(node, i)));
    return problems;
}
function check(rules, at) {
    return rules.flatMap(([path, value, bounds]) => {
        if (value === null)
            return [];
        return typeof value === 'number'
            ? checkNumber(value, at + path, bounds)
            : checkSchedule(value, at + path, bounds);
    });
}
function referenceRules(reference, at) {
    switch (reference.source) {
        case 'program':
            return [
                [`${at}/timeout`, reference.timeout, positive],
                [`${at}/processes`, reference.processes, count],
            ];
        case 'http':
            return [[`${at}/timeout`, reference.timeout, positive]];
        case 'dataset':
            return referenceRules(reference.verifier, `${at}/verifier`);
        case 'code':
        case 'reasoning_gym':
            return [];
    }
}
function rulesOf({ kind, config }) {
    switch (kind) {
        case 'sample':
            return [['/prompts', config.prompts, counted]];
        case 'rollout':
            return [
                ['/samples', config.samples, counted],
                ['/temperature', config.temperature, notNegative],
                ['/topP', config.topP, share],
                ['/maxTokens', config.maxTokens, counted],
            ];
        case 'shape':
            return [
                ['/correct', config.correct, any],
                ['/incorrect', config.incorrect, any],
                ['/truncated', config.truncated, any],
                ['/stopProperly', config.stopProperly, fraction],
                ['/cosineLength/correct', config.cosineLength?.correct ?? null, any],
                ['/cosineLength/incorrect', config.cosineLength?.incorrect ?? null, any],
                ['/cosineLength/weight', config.cosineLength?.weight ?? null, fraction],
                ['/overlong/cache', config.overlong?.cache ?? null, counted],
                ['/overlong/scale', config.overlong?.scale ?? null, notNegative],
            ];
        case 'filter':
            return [
                ['/refill', config.refill, countOrZero],
                ...(config.keep ?? []).map(({ value }, i) => [`/keep/${i}/value`, value, any]),
            ];
        case 'demonstrate':
            return [['/slips', config.slips, fraction]];
        case 'update': {
            const { optimizer, clip, kl, correction } = config;
            return [
                ['/updates', config.updates, counted],
                ['/clip/low', clip?.low ?? null, notNegative],
                ['/clip/high', clip?.high ?? null, notNegative],
                ['/clip/dual', clip?.dual ?? null, aboveOne],
                ['/divisor', config.divisor, count],
                ['/entropy', config.entropy, notNegative],
                ['/correction/low', correction?.low ?? null, fraction],
                ['/correction/high', correction?.high ?? null, atLeastOne],
                ['/kl/coefficient', kl?.coefficient ?? null, notNegative],
                ['/kl/target', kl?.target ?? null, positive],
                ['/kl/horizon', kl?.horizon ?? null, count],
                ['/kl/clampInput', kl?.clampInput ?? null, positive],
                ['/kl/clampResult', kl?.clampResult ?? null, positive],
                ['/optimizer/rate', optimizer.rate, notNegative],
                ['/optimizer/beta1', optimizer.beta1, { min: 0, max: 1 - Number.EPSILON }],
                ['/optimizer/beta2', optimizer.beta2, { min: 0, max: 1 - Number.EPSILON }],
                ['/optimizer/epsilon', optimizer.epsilon, positive],
                ['/optimizer/weightDecay', optimizer.weightDecay, notNegative],
                ['/optimizer/maxGradNorm', optimizer.maxGradNorm, positive],
                ['/optimizer/warmup', optimizer.warmup, countOrZero],
            ];
        }
        case 'evaluate':
            return [['/every', config.every, count]];
        case 'audit':
            return [
                ['/over', config.over, count],
                ['/gap', config.gap, notNegative],
            ];
        case 'checkpoint':
            return [
                ['/every', config.every, count],
                ['/keepLast', config.keepLast, count],
            ];
        case 'reset':
            return [
                ['/cooldown', config.cooldown, countOrZero],
                ['/atMost', config.atMost, count],
            ];
        case 'guard':
            return [
                ['/scaleRate', config.scaleRate, positive],
                ['/atMost', config.atMost, countOrZero],
            ];
        case 'score':
            return [
                ...(config.verifier === null ? [] : referenceRules(config.verifier, '/verifier')),
                ['/timeout', config.timeout, positive],
                ['/retries', config.retries, countOrZero],
                ['/concurrency', config.concurrency, count],
            ];
        case 'advantage':
        case 'transition':
            return [];
    }
}
function checkTriggers(node, index) {
    if (node.kind === 'transition')
        return check(triggerRules(node.config.until, ''), configPointer(index, 'until'));
    if ((node.kind !== 'guard' && node.kind !== 'reset') || typeof node.config.when === 'string')
        return [];
    return check(triggerRules(node.config.when, ''), configPointer(index, 'when'));
}
function triggerRules(trigger, at) {
    switch (trigger.op) {
        case 'and':
        case 'or':
            return trigger.of.flatMap((part, i) => triggerRules(part, `${at}/of/${i}`));
        case 'not':
            return triggerRules(trigger.of, `${at}/of`);
        case 'sustained':
            return [[`${at}/steps`, trigger.steps, count], ...triggerRules(trigger.of, `${at}/of`)];
        case 'every':
            return [[`${at}/steps`, trigger.steps, count]];
        case 'reached':
            return [[`${at}/count`, trigger.count, count]];
        case 'plateau':
            return [[`${at}/over`, trigger.over, count]];
        case 'falls':
        case 'rises':
            return [
                [`${at}/over`, trigger.over, count],
                [`${at}/by`, trigger.by, notNegative],
            ];
        case 'compare': {
            const spans = [['left', trigger.left], ['right', trigger.right]].flatMap(([side, reading]) => 
            // An ema with no span is given as NaN, which is in no range.
            typeof reading !== 'number' && reading.of === 'ema'
                ? [[`${at}/${side}/span`, reading.span ?? Number.NaN, { min: 1, max: Number.MAX_SAFE_INTEGER }]]
                : []);
            return [
                ...spans,
                ...(typeof trigger.right === 'number' ? [[`${at}/right`, trigger.right, any]] : []),
            ];
        }
        case 'not_finite':
            return [];
    }
}
