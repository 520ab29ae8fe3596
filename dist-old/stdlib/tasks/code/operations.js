const small = (random) => random.int(2, 9);
/** Operations on lists of whole numbers. */
export const LIST_OPERATIONS = {
    add: {
        words: (k) => `add ${k}`,
        python: (e, k) => `[x+${k} for x in ${e}]`,
        javascript: (e, k) => `${e}.map(x=>x+${k})`,
        apply: (list, k) => list.map((x) => x + Number(k)),
        draw: small,
    },
    times: {
        words: (k) => `times ${k}`,
        python: (e, k) => `[x*${k} for x in ${e}]`,
        javascript: (e, k) => `${e}.map(x=>x*${k})`,
        apply: (list, k) => list.map((x) => x * Number(k)),
        draw: small,
    },
    above: {
        words: (k) => `above ${k}`,
        python: (e, k) => `[x for x in ${e} if x>${k}]`,
        javascript: (e, k) => `${e}.filter(x=>x>${k})`,
        apply: (list, k) => list.filter((x) => x > Number(k)),
        draw: (random) => random.int(0, 6),
    },
    even: {
        words: () => 'even',
        python: (e) => `[x for x in ${e} if x%2==0]`,
        javascript: (e) => `${e}.filter(x=>x%2==0)`,
        apply: (list) => list.filter((x) => x % 2 === 0),
    },
    odd: {
        words: () => 'odd',
        python: (e) => `[x for x in ${e} if x%2]`,
        javascript: (e) => `${e}.filter(x=>x%2)`,
        apply: (list) => list.filter((x) => x % 2 !== 0),
    },
    square: {
        words: () => 'square',
        python: (e) => `[x*x for x in ${e}]`,
        javascript: (e) => `${e}.map(x=>x*x)`,
        apply: (list) => list.map((x) => x * x),
    },
    sort: {
        words: () => 'sort',
        python: (e) => `sorted(${e})`,
        javascript: (e) => `${e}.sort((x,y)=>x-y)`,
        apply: (list) => list.toSorted((x, y) => x - y),
    },
    reverse: {
        words: () => 'reverse',
        python: (e) => `${e}[::-1]`,
        javascript: (e) => `${e}.reverse()`,
        apply: (list) => list.toReversed(),
    },
    first: {
        words: (k) => `first ${k}`,
        python: (e, k) => `${e}[:${k}]`,
        javascript: (e, k) => `${e}.slice(0,${k})`,
        apply: (list, k) => list.slice(0, Number(k)),
        draw: (random) => random.int(1, 4),
    },
};
const letter = (random) => random.pick([...'abcde']);
/** Operations on texts of lower-case letters. */
export const TEXT_OPERATIONS = {
    upper: {
        words: () => 'upper',
        python: (e) => `${e}.upper()`,
        javascript: (e) => `${e}.toUpperCase()`,
        apply: (text) => text.toUpperCase(),
    },
    reverse: {
        words: () => 'reverse',
        python: (e) => `${e}[::-1]`,
        javascript: (e) => `[...${e}].reverse().join('')`,
        apply: (text) => [...text].reverse().join(''),
    },
    first: {
        words: (k) => `first ${k}`,
        python: (e, k) => `${e}[:${k}]`,
        javascript: (e, k) => `${e}.slice(0,${k})`,
        apply: (text, k) => text.slice(0, Number(k)),
        draw: (random) => random.int(1, 6),
    },
    last: {
        words: (k) => `last ${k}`,
        python: (e, k) => `${e}[-${k}:]`,
        javascript: (e, k) => `${e}.slice(-${k})`,
        apply: (text, k) => text.slice(-Number(k)),
        draw: (random) => random.int(1, 6),
    },
    twice: {
        words: () => 'twice',
        python: (e) => `(${e}*2)`,
        javascript: (e) => `${e}.repeat(2)`,
        apply: (text) => text + text,
    },
    drop: {
        words: (k) => `drop ${k}`,
        python: (e, k) => `${e}.replace('${k}','')`,
        javascript: (e, k) => `${e}.replaceAll('${k}','')`,
        apply: (text, k) => text.replaceAll(String(k), ''),
        draw: letter,
    },
    append: {
        words: (k) => `append ${k}`,
        python: (e, k) => `(${e}+'${k}')`,
        javascript: (e, k) => `(${e}+'${k}')`,
        apply: (text, k) => text + String(k),
        draw: letter,
    },
};
/**
 * Draws a pipeline, no two neighbours of the same operation, that leaves something of at least one of the values:
 * of what leaves nothing (even, then odd) a wrong step would show nowhere.
 */
export function drawSteps(operations, count, values, random) {
    for (;;) {
        const steps = [];
        while (steps.length < count)
            steps.push(drawStep(operations, steps.at(-1)?.op, random));
        if (values.some((value) => applyAll(operations, steps, value).length > 0))
            return steps;
    }
}
function drawStep(operations, before, random) {
    const op = random.pick(Object.keys(operations).filter((name) => name !== before));
    return { op, k: operations[op].draw?.(random) ?? null };
}
export function inWords(operations, steps) {
    return steps.map(({ op, k }) => operations[op].words(k)).join(', ');
}
/** The pipeline as one expression over `start`. */
export function asCode(operations, steps, language, start) {
    return steps.reduce((code, { op, k }) => operations[op][language](code, k), start);
}
export function applyAll(operations, steps, value) {
    return steps.reduce((at, { op, k }) => operations[op].apply(at, k), value);
}
/** A pipeline with one step replaced that gives something else for at least one of the values. */
export function slipSteps(operations, steps, values, random) {
    const results = (of) => JSON.stringify(values.map((value) => applyAll(operations, of, value)));
    const right = results(steps);
    for (;;) {
        const at = random.int(0, steps.length - 1);
        const slipped = steps.with(at, drawStep(operations, undefined, random));
        if (results(slipped) !== right)
            return slipped;
    }
}
