import { defineTask, range, sameText, slipText } from "../../../runtime/tasks/index.js";
const CLOSING = { '(': ')', '[': ']', '{': '}' };
const OPENING = Object.keys(CLOSING);
/**
 * Closes the brackets that are still open, innermost first; the steps show the open ones after each symbol.
 * A dot stands for none.
 *
 *     close: ([]{   ->   ( ([ ( ({<answer>})</answer>
 */
export const closeBrackets = defineTask({
    name: 'close_brackets',
    settings: {
        symbols: range({ within: [1, 24], default: [3, 5] }),
    },
    accepts: sameText,
    pose({ symbols }, random) {
        const open = [];
        let opened = '';
        for (let left = random.int(symbols.from, symbols.to); left > 0; left--) {
            // The last symbol may not close the only open bracket: something must be left to do.
            const mayClose = open.length > (left === 1 ? 1 : 0);
            if (mayClose && random.next() < 0.4) {
                opened += CLOSING[open.pop() ?? ''] ?? '';
            }
            else {
                const bracket = random.pick(OPENING);
                open.push(bracket);
                opened += bracket;
            }
        }
        return { opened };
    },
    prompt({ opened }) {
        return `close: ${opened}`;
    },
    work({ opened }) {
        const states = openBrackets(opened);
        return { steps: states.map((state) => state || '.').join(' '), answer: closing(states.at(-1) ?? '') };
    },
    /** The last state has two brackets changed over, one of another kind, or one too few. */
    slip({ opened }, random) {
        const states = openBrackets(opened);
        const wrong = slipState(states.pop() ?? '', random);
        states.push(wrong);
        return { steps: states.map((state) => state || '.').join(' '), answer: closing(wrong) };
    },
});
function openBrackets(symbols) {
    let open = '';
    return [...symbols].map((symbol) => (open = symbol in CLOSING ? open + symbol : open.slice(0, -1)));
}
function closing(open) {
    return [...open]
        .reverse()
        .map((bracket) => CLOSING[bracket] ?? '')
        .join('');
}
function slipState(open, random) {
    const kind = random.int(0, 2);
    if (kind === 0 && new Set(open).size > 1)
        return slipText(open, random);
    if (kind === 1 && open.length > 1)
        return open.slice(0, -1);
    const at = random.int(0, open.length - 1);
    const others = OPENING.filter((bracket) => bracket !== open[at]);
    return open.slice(0, at) + random.pick(others) + open.slice(at + 1);
}
