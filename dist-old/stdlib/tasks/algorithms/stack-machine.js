import { defineTask, range, sameInteger } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
/**
 * Runs a program in reverse Polish notation; the steps show the stack after each operation.
 *
 *     stack: 3 4 + 2 *   ->   7 14<answer>14</answer>
 */
export const stackMachine = defineTask({
    name: 'stack_machine',
    settings: {
        operations: range({ within: [1, 12], default: [1, 3] }),
        number: range({ within: [0, 99], default: [1, 9] }),
    },
    pose({ operations, number }, random) {
        let left = random.int(operations.from, operations.to);
        const code = [];
        let depth = 0;
        let numbers = left + 1;
        while (left > 0 || numbers > 0) {
            const push = numbers > 0 && (depth < 2 || random.next() < 0.5);
            code.push(push ? `${random.int(number.from, number.to)}` : random.pick(['+', '-', '*']));
            depth += push ? 1 : -1;
            if (push)
                numbers -= 1;
            else
                left -= 1;
        }
        return { code };
    },
    prompt({ code }) {
        return `stack: ${code.join(' ')}`;
    },
    work(program) {
        return run(program, steady);
    },
    slip(program, random) {
        return slipOnce(run, program, random);
    },
    accepts: sameInteger,
});
function run({ code }, hand) {
    const stack = [];
    const steps = [];
    for (const word of code) {
        if (/\d/.test(word)) {
            stack.push(Number(word));
            continue;
        }
        const b = stack.pop() ?? 0;
        const a = stack.pop() ?? 0;
        // Adding 0 makes a plain zero of a minus zero.
        stack.push(hand((word === '+' ? a + b : word === '-' ? a - b : a * b) + 0));
        steps.push(stack.join(','));
    }
    return { steps: steps.join(' '), answer: `${stack[0]}` };
}
