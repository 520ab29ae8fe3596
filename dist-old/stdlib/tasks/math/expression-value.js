import { defineTask, range, sameInteger } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
/**
 * Finds the value of an expression with brackets, where products go before sums; each step works out one operation.
 *
 *     2*(3+4)-5=?   ->   2*7-5 14-5 9<answer>9</answer>
 */
export const expressionValue = defineTask({
    name: 'expression_value',
    settings: {
        operations: range({ within: [1, 12], default: [2, 3] }),
        number: range({ within: [0, 999], default: [1, 9] }),
    },
    pose({ operations, number }, random) {
        return { expression: grow(random.int(operations.from, operations.to), number, random) };
    },
    prompt({ expression }) {
        return `${write(expression)}=?`;
    },
    work(parts) {
        return reduce(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(reduce, parts, random);
    },
    accepts: sameInteger,
});
function grow(operations, number, random) {
    if (operations === 0)
        return random.int(number.from, number.to);
    const inLeft = random.int(0, operations - 1);
    return {
        op: random.pick(['+', '-', '*']),
        left: grow(inLeft, number, random),
        right: grow(operations - 1 - inLeft, number, random),
    };
}
/** With as few brackets as the order of operations allows; a negative number behind an operator gets some. */
function write(expression, position = 'outer', op = '') {
    if (typeof expression === 'number') {
        return expression < 0 && position === 'right' ? `(${expression})` : `${expression}`;
    }
    const text = `${write(expression.left, 'left', expression.op)}${expression.op}${write(expression.right, 'right', expression.op)}`;
    const sum = expression.op !== '*';
    const bare = position === 'outer' || (position === 'left' ? !(sum && op === '*') : op === '+' || (op === '-' && !sum));
    return bare ? text : `(${text})`;
}
function reduce({ expression }, hand) {
    const steps = [];
    let rest = expression;
    while (typeof rest !== 'number') {
        rest = reduceFirst(rest, hand);
        steps.push(write(rest));
    }
    return { steps: steps.join(' '), answer: `${rest}` };
}
/** Works out the leftmost operation on two numbers. */
function reduceFirst(expression, hand) {
    if (typeof expression === 'number')
        return expression;
    const { op, left, right } = expression;
    if (typeof left !== 'number')
        return { op, left: reduceFirst(left, hand), right };
    if (typeof right !== 'number')
        return { op, left, right: reduceFirst(right, hand) };
    // Adding 0 makes a plain zero of a minus zero.
    return hand((op === '+' ? left + right : op === '-' ? left - right : left * right) + 0);
}
