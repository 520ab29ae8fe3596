import { defineTask, flag, range, slipNumber, slipText } from "../../../runtime/tasks/index.js";
const SIGNS = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
];
/**
 * Writes a number as a Roman numeral or reads one, sign by sign with what is left or reached.
 *
 *     roman 94=?    ->   XC4 IV0<answer>XCIV</answer>
 *     roman XCIV=?  ->   XC90 IV94<answer>94</answer>
 */
export const romanNumerals = defineTask({
    name: 'roman_numerals',
    settings: {
        value: range({ within: [1, 3999], default: [1, 100] }),
        read: flag({ default: false }),
    },
    pose({ value, read }, random) {
        return { value: random.int(value.from, value.to), read };
    },
    prompt({ value, read }) {
        return `roman ${read ? signsOf(value).join('') : value}=?`;
    },
    work({ value, read }) {
        return { steps: stepsOf(value, read), answer: read ? `${value}` : signsOf(value).join('') };
    },
    /** The number is off, or two neighbouring signs of the numeral are changed over. */
    slip({ value, read }, random) {
        const off = Math.max(1, slipNumber(value, random));
        const other = off === value ? value + 1 : off;
        const steps = stepsOf(value, read);
        if (read)
            return { steps, answer: `${other}` };
        const numeral = signsOf(random.next() < 0.5 ? other : value).join('');
        return { steps, answer: numeral === signsOf(value).join('') ? slipText(numeral, random) : numeral };
    },
    accepts: (given, expected, { read }) => read ? given.replace(/^0+(?=\d)/, '') === expected : given.toUpperCase() === expected,
});
function signsOf(value) {
    const signs = [];
    let left = value;
    for (const [worth, sign] of SIGNS) {
        for (; left >= worth; left -= worth)
            signs.push(sign);
    }
    return signs;
}
/** Each sign with what is left (writing) or the sum so far (reading). */
function stepsOf(value, read) {
    let sum = 0;
    return signsOf(value)
        .map((sign) => {
        sum += SIGNS.find(([, name]) => name === sign)?.[0] ?? 0;
        return `${sign}${read ? sum : value - sum}`;
    })
        .join(' ');
}
