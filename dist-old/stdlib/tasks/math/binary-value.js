import { defineTask, range, sameInteger, slipNumber } from "../../../runtime/tasks/index.js";
/**
 * Reads a binary number: the value doubles at each bit, and a 1 adds one.
 *
 *     0b1011=?   ->   1 2 5 11<answer>11</answer>
 */
export const binaryValue = defineTask({
    name: 'binary_value',
    settings: {
        bits: range({ within: [1, 30], default: [3, 8] }),
    },
    accepts: sameInteger,
    pose({ bits }, random) {
        let digits = '1';
        for (let left = random.int(bits.from, bits.to); left > 1; left--)
            digits += `${random.int(0, 1)}`;
        return { bits: digits };
    },
    prompt({ bits }) {
        return `0b${bits}=?`;
    },
    work({ bits }) {
        return double(bits, (_step, value) => value);
    },
    slip({ bits }, random) {
        const slipAt = random.int(0, bits.length - 1);
        return double(bits, (step, value) => (step === slipAt ? slipNumber(value, random) : value));
    },
});
function double(bits, heed) {
    const values = [];
    let value = 0;
    for (const [step, bit] of [...bits].entries()) {
        value = heed(step, value * 2 + Number(bit));
        values.push(value);
    }
    return { steps: values.join(' '), answer: `${value}` };
}
