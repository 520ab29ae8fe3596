/** Things that are declared and referred to by name. */
export const namedKinds = [
    'metric',
    'trigger',
    'task',
    'verifier',
    'mixture',
    'reward',
    'suite',
    'model',
    'stage',
];
export const numberNames = ['Number', 'Fraction', 'Coefficient', 'Rate', 'Temperature', 'Whole'];
const bounds = {
    Number: { least: -Infinity, most: Infinity, open: false, words: 'any number' },
    Fraction: { least: 0, most: 1, open: false, words: 'from 0 to 1, or from 0% to 100%' },
    Coefficient: { least: 0, most: Infinity, open: false, words: '0 or more' },
    Rate: { least: 0, most: Infinity, open: true, words: 'more than 0' },
    Temperature: { least: 0, most: Infinity, open: false, words: '0 or more' },
    Whole: { least: 0, most: Number.MAX_SAFE_INTEGER, open: false, words: 'a whole number, 0 or more' },
};
/** The bounds of a number's or a count's values. Counts are whole and at least 1, except those of steps, tokens and evaluations, which may be 0. */
export function boundsOf(type) {
    if (type.bounds !== undefined)
        return type.bounds;
    if (type.kind === 'number')
        return bounds[type.name];
    const least = type.unit === 'steps' || type.unit === 'tokens' || type.unit === 'evaluations' ? 0 : 1;
    return { least, most: Number.MAX_SAFE_INTEGER, open: false, words: `a whole number, ${least} or more` };
}
/** Whether a value lies in a type's bounds (and is whole where the type counts). */
export function within(type, value) {
    const { least, most, open } = boundsOf(type);
    const whole = type.kind === 'count' || type.name === 'Whole';
    if (!Number.isFinite(value) || (whole && !Number.isInteger(value)))
        return false;
    return (open ? value > least : value >= least) && value <= most;
}
/** The type as it is written in a program, e.g. `Schedule<Count<tokens>>`. */
export function typeText(type) {
    switch (type.kind) {
        case 'number':
            return type.name;
        case 'count':
            return `Count<${type.unit}>`;
        case 'schedule':
            return `Schedule<${typeText(type.of)}>`;
        case 'amount':
            return 'Number';
        case 'optional':
            return `${typeText(type.of)} or none`;
        case 'enum':
            return type.values.join(' | ');
        default:
            return type.kind[0].toUpperCase() + type.kind.slice(1);
    }
}
/** The type with a phrase for readers who do not know it: `Fraction (from 0 to 1, or from 0% to 100%)`. */
export function typeWords(type) {
    switch (type.kind) {
        case 'number':
            return type.name === 'Number' ? 'a Number' : `a ${type.name} (${boundsOf(type).words})`;
        case 'count':
            return `a count of ${type.unit}`;
        case 'amount':
            return 'a number';
        case 'duration':
            return 'a count of steps or tokens';
        case 'range':
            return 'a range such as 2..4';
        case 'string':
            return 'a text in double quotes';
        case 'path':
            return 'a path in double quotes';
        case 'boolean':
            return 'true or false';
        case 'enum':
            return type.values.length === 1 ? type.values[0] : `one of ${type.values.join(', ')}`;
        case 'schedule':
            return `${typeWords(type.of)}, or a schedule of them`;
        case 'optional':
            return `${typeWords(type.of)}, or none`;
        default:
            return `a ${type.kind}`;
    }
}
export const t = {
    number: { kind: 'number', name: 'Number' },
    fraction: { kind: 'number', name: 'Fraction' },
    coefficient: { kind: 'number', name: 'Coefficient' },
    rate: { kind: 'number', name: 'Rate' },
    temperature: { kind: 'number', name: 'Temperature' },
    whole: { kind: 'number', name: 'Whole' },
    duration: { kind: 'duration' },
    range: { kind: 'range' },
    string: { kind: 'string' },
    path: { kind: 'path' },
    boolean: { kind: 'boolean' },
    metric: { kind: 'metric' },
    trigger: { kind: 'trigger' },
    task: { kind: 'task' },
    verifier: { kind: 'verifier' },
    mixture: { kind: 'mixture' },
    reward: { kind: 'reward' },
    suite: { kind: 'suite' },
    model: { kind: 'model' },
    stage: { kind: 'stage' },
    /** Fractions without 0, and without 1. */
    share: {
        kind: 'number',
        name: 'Fraction',
        bounds: { least: 0, most: 1, open: true, words: 'more than 0, and at most 1' },
    },
    decay: {
        kind: 'number',
        name: 'Fraction',
        bounds: { least: 0, most: 1 - Number.EPSILON, open: false, words: '0 or more, and less than 1' },
    },
    /** Ratios that raise: more than 1. */
    excess: {
        kind: 'number',
        name: 'Number',
        bounds: { least: 1, most: Infinity, open: true, words: 'more than 1' },
    },
    atLeastOne: {
        kind: 'number',
        name: 'Number',
        bounds: { least: 1, most: Infinity, open: false, words: '1 or more' },
    },
    /** How many times: at least once. */
    times: {
        kind: 'number',
        name: 'Whole',
        bounds: { least: 1, most: Number.MAX_SAFE_INTEGER, open: false, words: 'a whole number, 1 or more' },
    },
    length: {
        kind: 'count',
        unit: 'tokens',
        bounds: { least: 1, most: Number.MAX_SAFE_INTEGER, open: false, words: 'a whole number, 1 or more' },
    },
    /** How long one request may take. */
    patience: {
        kind: 'count',
        unit: 'seconds',
        bounds: { least: 1, most: 86_400, open: false, words: 'a whole number from 1 to 86400' },
    },
    /** A number of whatever unit. */
    amount: { kind: 'amount', schedule: null },
    count: (unit) => ({ kind: 'count', unit }),
    oneOf: (...values) => ({ kind: 'enum', values }),
    schedule: (of) => ({ kind: 'schedule', of }),
    optional: (of) => ({ kind: 'optional', of }),
};
