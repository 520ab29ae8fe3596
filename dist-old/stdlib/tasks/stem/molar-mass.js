import { defineTask, range, sameInteger } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
/** Elements in the order in which a formula names them, with their masses in g/mol, rounded. */
const ELEMENTS = [
    ['K', 39],
    ['Na', 23],
    ['Ca', 40],
    ['Mg', 24],
    ['Al', 27],
    ['Fe', 56],
    ['Cu', 64],
    ['Zn', 65],
    ['Ag', 108],
    ['Si', 28],
    ['P', 31],
    ['S', 32],
    ['C', 12],
    ['H', 1],
    ['Br', 80],
    ['Cl', 35],
    ['N', 14],
    ['O', 16],
    ['F', 19],
];
/**
 * Finds the mass of a mole of a compound: the running total over its elements. The masses are given.
 *
 *     g/mol of H2O (H=1,O=16)=?   ->   2*1=2 +1*16=18<answer>18</answer>
 */
export const molarMass = defineTask({
    name: 'molar_mass',
    settings: {
        elements: range({ within: [1, 6], default: [2, 3] }),
        atoms: range({ within: [1, 40], default: [1, 4] }),
    },
    pose({ elements, atoms }, random) {
        const count = random.int(elements.from, elements.to);
        const chosen = new Set(random.shuffle(ELEMENTS.map((_, i) => i)).slice(0, count));
        return {
            atoms: ELEMENTS.filter((_, i) => chosen.has(i)).map(([element, mass]) => ({
                element,
                mass,
                count: random.int(atoms.from, atoms.to),
            })),
        };
    },
    prompt({ atoms }) {
        const formula = atoms.map(({ element, count }) => element + (count === 1 ? '' : count)).join('');
        return `g/mol of ${formula} (${atoms.map(({ element, mass }) => `${element}=${mass}`).join(',')})=?`;
    },
    work(parts) {
        return add(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(add, parts, random);
    },
    accepts: sameInteger,
});
function add({ atoms }, hand) {
    let total = 0;
    const steps = atoms.map(({ mass, count }, i) => {
        total = hand(total + mass * count);
        return `${i === 0 ? '' : '+'}${count}*${mass}=${total}`;
    });
    return { steps: steps.join(' '), answer: `${total}` };
}
