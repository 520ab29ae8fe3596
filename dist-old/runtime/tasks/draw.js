import { ExitCode, ProrlError } from "../errors.js";
/** One problem in this many is held out. */
const HELDOUT_SHARE = 8;
/** Draws without a problem of the wanted split before the split is taken to be empty. */
const MOST_TRIES = 4096;
/** How often a missing problem of an evenly drawn space would have come up before it is taken not to exist. */
const SURE_AFTER = 16;
/**
 * The split that a problem belongs to, for good: it depends on the task's name and the prompt alone,
 * so no seed, setting or order of drawing can bring a held-out problem into training. About 1 in 8 is held out.
 */
export function splitOf(task, prompt) {
    // The low bits of FNV-1a depend on the low bits of each byte alone, so mix before taking any.
    return mix(fnv1a(`${task}\n${prompt}`)) % HELDOUT_SHARE === 0 ? 'heldout' : 'train';
}
/**
 * Draws a problem of one split, by drawing until one belongs to it.
 * Throws ProrlError where the settings seem to leave no problem in the split.
 */
export async function drawProblem(task, settings, split, random) {
    const { stock } = task;
    if (stock !== undefined) {
        const size = stock.size(split);
        if (size === 0)
            throw emptyStock(task.name, split, stock);
        return stock.problem(split, random.int(0, size - 1));
    }
    const seen = new Set();
    for (let tries = 0; tries < MOST_TRIES; tries++) {
        const problem = await task.generate(settings, random);
        if (splitOf(task.name, problem.prompt) === split)
            return problem;
        if (seen.size < MOST_TRIES)
            seen.add(problem.prompt);
    }
    throw emptySplit(task.name, split, seen.size);
}
/**
 * Draws up to `count` different held-out problems. Small problem spaces hold fewer (one-digit products
 * have about ten): then all there are come back and `exhausted` is set, for the suite to say so. None is
 * ever repeated, since counting a problem twice would make a figure look surer than it is.
 * `besides`: problems of the same task that are drawn already, and are not drawn again.
 * Throws ProrlError where there is not even one.
 */
export async function drawHeldout(task, settings, count, random, besides = []) {
    const taken = new Set(besides.map((problem) => problem.prompt));
    if (task.stock !== undefined)
        return drawStock(task.name, task.stock, count, random, taken);
    const problems = new Map();
    let sinceNew = 0;
    while (problems.size < count) {
        const problem = await task.generate(settings, random);
        const { prompt } = problem;
        if (splitOf(task.name, prompt) === 'heldout' && !problems.has(prompt) && !taken.has(prompt)) {
            problems.set(prompt, problem);
            sinceNew = 0;
        }
        else if (++sinceNew >= MOST_TRIES + SURE_AFTER * HELDOUT_SHARE * problems.size) {
            if (problems.size === 0 && taken.size === 0)
                throw emptySplit(task.name, 'heldout', undefined);
            return { problems: [...problems.values()], exhausted: true };
        }
    }
    return { problems: [...problems.values()], exhausted: false };
}
/** The first different ones of all held-out problems in a shuffled order. */
async function drawStock(task, stock, count, random, taken) {
    const size = stock.size('heldout');
    if (size === 0)
        throw emptyStock(task, 'heldout', stock);
    const problems = new Map();
    for (const n of random.shuffle(Array.from({ length: size }, (_, i) => i))) {
        if (problems.size === count)
            break;
        const problem = await stock.problem('heldout', n);
        if (!taken.has(problem.prompt) && !problems.has(problem.prompt))
            problems.set(problem.prompt, problem);
    }
    return { problems: [...problems.values()], exhausted: problems.size < count };
}
function emptyStock(task, split, stock) {
    if (split === 'train') {
        return new ProrlError(`All rows of the task ${task} are held out: there is none to train on.`, {
            exitCode: ExitCode.pipeline,
            hint: stock.size('heldout') > HELDOUT_SHARE
                ? `Leave heldout: "all" out of ${task}, or train on another task.`
                : `One row in ${HELDOUT_SHARE} is held out, so a data set needs some dozens, or held-out rows of its own: heldout: "FILE".`,
        });
    }
    return new ProrlError(`The task ${task} has no held-out row among its ${stock.size('train')}.`, {
        exitCode: ExitCode.pipeline,
        hint: `One row in ${HELDOUT_SHARE} is held out, so a data set needs some dozens, or held-out rows of its own: heldout: "FILE".`,
    });
}
function emptySplit(task, split, others) {
    const name = split === 'train' ? 'training' : 'held-out';
    const rest = others === undefined ? '' : ` (all ${others} different problems seen belong to the other split)`;
    return new ProrlError(`${task} has no ${name} problem with these settings: ${MOST_TRIES} draws gave none${rest}.`, {
        exitCode: ExitCode.pipeline,
        hint: `One problem in ${HELDOUT_SHARE} is kept for evaluation, so a task needs some dozens. Widen the settings of ${task}.`,
    });
}
const encoder = new TextEncoder();
/** 32-bit FNV-1a of the text's UTF-8 bytes. */
function fnv1a(text) {
    let hash = 0x811c9dc5;
    for (const byte of encoder.encode(text))
        hash = Math.imul(hash ^ byte, 0x01000193);
    return hash >>> 0;
}
/** The finalizer of MurmurHash3: every input bit moves every output bit. */
function mix(hash) {
    let h = hash;
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return (h ^ (h >>> 16)) >>> 0;
}
