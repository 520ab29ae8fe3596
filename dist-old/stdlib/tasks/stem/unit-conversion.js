import { defineTask, range, whole } from "../../../runtime/tasks/index.js";
import { sameDecimal, writeDecimal } from "../../support/values.js";
/** Units of one quantity, each with its power of ten of the base unit. */
const QUANTITIES = [
    [
        ['mm', -3],
        ['cm', -2],
        ['dm', -1],
        ['m', 0],
        ['km', 3],
    ],
    [
        ['mg', -3],
        ['g', 0],
        ['kg', 3],
        ['t', 6],
    ],
    [
        ['ml', -3],
        ['cl', -2],
        ['dl', -1],
        ['l', 0],
        ['hl', 2],
    ],
    [
        ['mV', -3],
        ['V', 0],
        ['kV', 3],
    ],
    [
        ['mA', -3],
        ['A', 0],
    ],
    [
        ['J', 0],
        ['kJ', 3],
        ['MJ', 6],
    ],
    [
        ['W', 0],
        ['kW', 3],
        ['MW', 6],
        ['GW', 9],
    ],
    [
        ['Hz', 0],
        ['kHz', 3],
        ['MHz', 6],
        ['GHz', 9],
    ],
    [
        ['Pa', 0],
        ['hPa', 2],
        ['kPa', 3],
        ['MPa', 6],
    ],
    [
        ['mm^2', -6],
        ['cm^2', -4],
        ['dm^2', -2],
        ['m^2', 0],
    ],
    [
        ['cm^3', -6],
        ['dm^3', -3],
        ['m^3', 0],
    ],
];
/** Every unit with every other of its quantity. */
const PAIRS = QUANTITIES.flatMap((units) => units.flatMap(([from, a]) => units.map(([to, b]) => ({ from, to, power: a - b })))).filter(({ power }) => power !== 0);
/**
 * Converts a measure into a unit that is a power of ten smaller or larger; the step says which way the point moves.
 *
 *     3.5 km in m=?   ->   *10^3<answer>3500</answer>
 */
export const unitConversion = defineTask({
    name: 'unit_conversion',
    settings: {
        tenths: range({ within: [1, 99999], default: [1, 999] }),
        power: whole({ within: [1, 9], default: 3 }),
    },
    pose({ tenths, power }, random) {
        const pairs = PAIRS.filter((pair) => Math.abs(pair.power) <= power);
        return { tenths: random.int(tenths.from, tenths.to), ...random.pick(pairs) };
    },
    prompt({ tenths, from, to }) {
        return `${writeDecimal(tenths, 1)} ${from} in ${to}=?`;
    },
    work({ tenths, power }) {
        return convert(tenths, power);
    },
    /** The point moves a place too far or not far enough, or the other way. */
    slip({ tenths, power }, random) {
        const wrong = random.pick([power - 1, power + 1, -power]);
        return convert(tenths, wrong);
    },
    accepts: (given, expected, { to }) => sameDecimal(given.endsWith(to) ? given.slice(0, -to.length).trim() : given, expected),
});
function convert(tenths, power) {
    const answer = power >= 1 ? writeDecimal(tenths * 10 ** (power - 1), 0) : writeDecimal(tenths, 1 - power);
    return { steps: `${power < 0 ? '/' : '*'}10^${Math.abs(power)}`, answer };
}
