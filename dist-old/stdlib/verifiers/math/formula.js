import { createContext, Script } from 'node:vm';
import { ComputeEngine } from '@cortex-js/compute-engine';
/** The parser tries several readings of brackets that do not match; more of them than this is no answer. */
const DEEPEST_NESTING = 12;
/**
 * Milliseconds that reading one answer may take. None that people write takes ten; a busy machine must not make a right
 * answer wrong.
 */
const PATIENCE = 2000;
let engine;
/** The tree of a LaTeX formula; undefined where it is not one, or where reading it takes too long. */
export function readFormula(latex) {
    if (latex === '' || nesting(latex) > DEEPEST_NESTING)
        return undefined;
    engine ??= startEngine();
    pending = latex;
    try {
        const tree = reading.runInContext(context, { timeout: PATIENCE });
        return tree === undefined || hasHole(tree) ? undefined : tree;
    }
    catch {
        // The parser has faults of its own on text that is no formula, and stops when its time is up: either way
        // the text was not read, and an answer that cannot be read is never right.
        return undefined;
    }
}
/** Its first reading takes a second and more, which is not the answer's. */
function startEngine() {
    const started = new ComputeEngine();
    started.parse('\\frac{1}{2}+x', { form: 'raw' });
    return started;
}
let pending = '';
const context = createContext({ read: () => engine.parse(pending, { form: 'raw' })?.json });
const reading = new Script('read()');
function nesting(text) {
    let depth = 0;
    let deepest = 0;
    let bars = 0;
    for (const symbol of text) {
        if ('([{'.includes(symbol))
            deepest = Math.max(deepest, ++depth);
        else if (')]}'.includes(symbol))
            depth--;
        else if (symbol === '|')
            bars++;
    }
    return Math.max(deepest, bars);
}
function hasHole(tree) {
    if (tree === 'Nothing')
        return true;
    if (!isCall(tree))
        return false;
    return tree[0] === 'Error' || tree.some((part, i) => i > 0 && hasHole(part));
}
export function isCall(tree) {
    return Array.isArray(tree);
}
/** The arguments of a function with this name; undefined for anything else. */
export function operands(tree, ...heads) {
    return isCall(tree) && heads.includes(tree[0]) ? tree.slice(1) : undefined;
}
/** The text of a `\text{...}` part, without its quotes; undefined for anything else. */
export function quoted(tree) {
    return typeof tree === 'string' && /^'.*'$/s.test(tree) ? tree.slice(1, -1) : undefined;
}
