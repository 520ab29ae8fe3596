import { defineTask, range, slipNumber } from "../../../runtime/tasks/index.js";
import { greatestCommonDivisor, readIntegers } from "../../support/values.js";
const METALS = [
    ['Li', 1],
    ['Na', 1],
    ['K', 1],
    ['Mg', 2],
    ['Ca', 2],
    ['Ba', 2],
    ['Zn', 2],
    ['Al', 3],
    ['Fe', 3],
    ['Cr', 3],
    ['Sn', 4],
    ['Ti', 4],
];
/** Each with its charge, and what it is made of. */
const ANIONS = [
    ['Cl', 1, { Cl: 1 }],
    ['Br', 1, { Br: 1 }],
    ['NO3', 1, { N: 1, O: 3 }],
    ['SO4', 2, { S: 1, O: 4 }],
    ['CO3', 2, { C: 1, O: 3 }],
    ['PO4', 3, { P: 1, O: 4 }],
];
const WATER = { formula: 'H2O', atoms: { H: 2, O: 1 } };
const OXYGEN = { formula: 'O2', atoms: { O: 2 } };
/**
 * Balances a reaction: a fuel burns, a metal oxidises, or an acid meets a base. The steps count each element's atoms.
 *
 *     balance C3H8+O2->CO2+H2O, coefficients=?   ->   C3 H8 O10<answer>1,5,3,4</answer>
 */
export const balanceEquation = defineTask({
    name: 'balance_equation',
    settings: {
        carbon: range({ within: [1, 30], default: [1, 6] }),
    },
    /** `carbon` is how many carbon atoms a fuel has: the larger, the larger the coefficients. */
    pose({ carbon }, random) {
        const kind = random.int(0, 9);
        if (kind === 0)
            return oxidation(random);
        return kind <= 3 ? neutralisation(random) : combustion(random.int(carbon.from, carbon.to), random);
    },
    prompt({ left, right }) {
        const side = (compounds) => compounds.map(({ formula }) => formula).join('+');
        return `balance ${side(left)}->${side(right)}, coefficients=?`;
    },
    work(reaction) {
        return write(reaction, reaction.coefficients);
    },
    /** One coefficient is wrong. */
    slip(reaction, random) {
        const coefficients = [...reaction.coefficients];
        const at = random.int(0, coefficients.length - 1);
        const right = coefficients[at] ?? 1;
        const wrong = slipNumber(right, random);
        coefficients[at] = wrong < 1 ? right + 1 : wrong;
        return write(reaction, coefficients);
    },
    /** All coefficients that balance it, the smallest or not. */
    accepts(given, _expected, { left, right }) {
        const coefficients = readIntegers(given)?.map(Number);
        if (coefficients?.length !== left.length + right.length)
            return false;
        if (!coefficients.every((one) => one > 0 && one <= 9999))
            return false;
        const balance = {};
        for (const [i, { atoms }] of [...left, ...right].entries()) {
            const sign = i < left.length ? 1 : -1;
            for (const [element, count] of Object.entries(atoms)) {
                balance[element] = (balance[element] ?? 0) + sign * count * (coefficients[i] ?? 0);
            }
        }
        return Object.values(balance).every((excess) => excess === 0);
    },
});
function write({ left }, coefficients) {
    const total = {};
    for (const [i, { atoms }] of left.entries()) {
        for (const [element, count] of Object.entries(atoms)) {
            total[element] = (total[element] ?? 0) + count * (coefficients[i] ?? 0);
        }
    }
    const steps = Object.entries(total).map(([element, count]) => `${element}${count}`);
    return { steps: steps.join(' '), answer: coefficients.join(',') };
}
/** A fuel of carbon, hydrogen (up to two for each carbon and two more, as alkanes have) and perhaps oxygen. */
function combustion(carbon, random) {
    const hydrogen = random.int(carbon === 1 ? 4 : 2, 2 * carbon + 2);
    const oxygen = random.next() < 0.6 ? 0 : random.int(1, Math.min(carbon, 6));
    const atoms = { C: carbon, H: hydrogen };
    if (oxygen > 0)
        atoms.O = oxygen;
    const fuel = { formula: plain(atoms), atoms };
    const coefficients = [4, 4 * carbon + hydrogen - 2 * oxygen, 4 * carbon, 2 * hydrogen];
    const dioxide = { formula: 'CO2', atoms: { C: 1, O: 2 } };
    return { left: [fuel, OXYGEN], right: [dioxide, WATER], coefficients: smallest(coefficients) };
}
function oxidation(random) {
    const [metal, charge] = random.pick(METALS);
    const divisor = greatestCommonDivisor(2, charge);
    const atoms = { [metal]: 2 / divisor, O: charge / divisor };
    const coefficients = smallest([2 * (2 / divisor), charge / divisor, 2]);
    return {
        left: [{ formula: metal, atoms: { [metal]: 1 } }, OXYGEN],
        right: [{ formula: plain(atoms), atoms }],
        coefficients,
    };
}
function neutralisation(random) {
    const [anion, charge, rest] = random.pick(ANIONS);
    const [metal, valence] = random.pick(METALS);
    const divisor = greatestCommonDivisor(charge, valence);
    const [acids, bases] = [valence / divisor, charge / divisor];
    const times = (count) => Object.entries(rest).map(([element, one]) => [element, one * count]);
    const acid = { formula: `H${charge === 1 ? '' : charge}${anion}`, atoms: { H: charge, ...rest } };
    const base = { formula: metal + group('OH', valence), atoms: { [metal]: 1, O: valence, H: valence } };
    const salt = {
        formula: `${metal}${bases === 1 ? '' : bases}${group(anion, acids)}`,
        atoms: { [metal]: bases, ...Object.fromEntries(times(acids)) },
    };
    return { left: [acid, base], right: [salt, WATER], coefficients: [acids, bases, 1, acids * charge] };
}
/** `(OH)2`, `OH`, `Cl2`: a group of more than one element gets brackets where it is taken more than once. */
function group(formula, count) {
    if (count === 1)
        return formula;
    return /^[A-Z][a-z]?$/.test(formula) ? `${formula}${count}` : `(${formula})${count}`;
}
function plain(atoms) {
    return Object.entries(atoms)
        .map(([element, count]) => element + (count === 1 ? '' : count))
        .join('');
}
function smallest(coefficients) {
    const divisor = coefficients.reduce(greatestCommonDivisor);
    return coefficients.map((one) => one / divisor);
}
