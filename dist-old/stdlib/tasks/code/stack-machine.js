import { defineTask, range, sameText, slipNumber } from "../../../runtime/tasks/index.js";
/** Values stay below this, so that steps stay short. */
const LARGEST = 999;
/**
 * Runs a program of a stack machine: numbers are pushed; + - * take two and push one; d doubles the top, s swaps the
 * two on top. The steps show the stack after each operation, bottom first; the answer is the last of them.
 *
 *     stack: 3 4 + d *   ->   7|7 7|49<answer>49</answer>
 */
export const stackMachine = defineTask({
    name: 'stack_machine',
    settings: { operations: range({ within: [1, 12], default: [2, 3] }) },
    accepts: sameText,
    pose({ operations }, random) {
        const wanted = random.int(operations.from, operations.to);
        const tokens = [String(random.int(1, 9)), String(random.int(1, 9))];
        let stack = tokens.map(Number);
        for (let done = 0; done < wanted;) {
            if (stack.length < 2 || (stack.length < 4 && random.next() < 0.25)) {
                const number = random.int(1, 9);
                tokens.push(String(number));
                stack.push(number);
                continue;
            }
            const token = random.pick(['+', '-', '*', 'd', 's']);
            const next = operate(stack, token);
            if (next.some((value) => value < 0 || value > LARGEST) || next.length > 4)
                continue;
            stack = next;
            tokens.push(token);
            done++;
        }
        return { tokens };
    },
    prompt: ({ tokens }) => `stack: ${tokens.join(' ')}`,
    work: ({ tokens }) => run(tokens, (_at, top) => top),
    /** The last operation leaves a wrong number on top. */
    slip({ tokens }, random) {
        const last = tokens.length - 1;
        return run(tokens, (at, top) => (at === last ? slipNumber(top, random) : top));
    },
});
/** The stack after an operation; it must hold what the operation takes. */
function operate(stack, token) {
    const below = stack.slice(0, -2);
    const [x, y] = stack.slice(-2);
    switch (token) {
        case '+':
            return [...below, x + y];
        case '-':
            return [...below, x - y];
        case '*':
            return [...below, x * y];
        case 's':
            return [...below, y, x];
        default:
            return [...stack, stack.at(-1)];
    }
}
function run(tokens, topOf) {
    const states = [];
    let stack = [];
    for (const [at, token] of tokens.entries()) {
        if (/^\d/.test(token)) {
            stack.push(Number(token));
            continue;
        }
        stack = operate(stack, token);
        stack[stack.length - 1] = topOf(at, stack.at(-1));
        states.push(stack.join(' '));
    }
    return { steps: states.join('|'), answer: states.at(-1) };
}
