import { defineTask, range, sameInteger } from "../../../runtime/tasks/index.js";
/**
 * Joins two numbers bit by bit, both written in base 2 first.
 *
 *     12 and 10=?   ->   1100 1010 1000<answer>8</answer>
 */
export const bitwiseArithmetic = defineTask({
    name: 'bitwise_arithmetic',
    settings: {
        bits: range({ within: [1, 30], default: [2, 5] }),
    },
    pose({ bits }, random) {
        const draw = () => random.int(0, 2 ** random.int(bits.from, bits.to) - 1);
        return { a: draw(), b: draw(), op: random.pick(['and', 'or', 'xor']) };
    },
    prompt({ a, b, op }) {
        return `${a} ${op} ${b}=?`;
    },
    work(parts) {
        return join(parts, 0);
    },
    /** One bit is wrong. */
    slip(parts, random) {
        const width = Math.max(parts.a, parts.b, 1).toString(2).length;
        return join(parts, 2 ** random.int(0, width - 1));
    },
    accepts: sameInteger,
});
/** `flipped`: the bits of the result that come out wrong. */
function join({ a, b, op }, flipped) {
    const result = (op === 'and' ? a & b : op === 'or' ? a | b : a ^ b) ^ flipped;
    const width = Math.max(a, b, result).toString(2).length;
    const binary = (value) => value.toString(2).padStart(width, '0');
    return { steps: `${binary(a)} ${binary(b)} ${binary(result)}`, answer: `${result}` };
}
