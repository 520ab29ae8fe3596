import { defineTask, range } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
import { sameFraction, writeFraction } from "../../support/values.js";
/**
 * Finds the share of children with a genotype: for each gene the quarters of its Punnett square, then their product.
 *
 *     AaBb x Aabb: share of AaBb=?   ->   Aa2/4 Bb2/4<answer>1/4</answer>
 */
export const punnettSquare = defineTask({
    name: 'punnett_square',
    settings: {
        genes: range({ within: [1, 5], default: [1, 3] }),
    },
    /** The child asked for is one that the parents may have. */
    pose({ genes }, random) {
        const inherit = (dominant) => (random.next() < dominant / 2 ? 1 : 0);
        return {
            genes: Array.from({ length: random.int(genes.from, genes.to) }, () => {
                const [mother, father] = [random.int(0, 2), random.int(0, 2)];
                return { mother, father, child: inherit(mother) + inherit(father) };
            }),
        };
    },
    prompt({ genes }) {
        const of = (who) => genes.map((gene, i) => genotype(gene[who], i)).join('');
        return `${of('mother')} x ${of('father')}: share of ${of('child')}=?`;
    },
    work(parts) {
        return multiply(parts, steady);
    },
    slip(parts, random) {
        return slipOnce(multiply, parts, random);
    },
    accepts: sameFraction,
});
function multiply({ genes }, hand) {
    let product = 1;
    const steps = genes.map(({ mother, father, child }, i) => {
        // Of the four pairs of one allele each, those with as many dominant ones as the child.
        const dominant = (a, b) => child === 2 ? a * b : child === 0 ? (2 - a) * (2 - b) : a * (2 - b) + (2 - a) * b;
        const quarters = hand(dominant(mother, father));
        product *= quarters;
        return `${genotype(child, i)}${quarters}/4`;
    });
    return { steps: steps.join(' '), answer: writeFraction(product, 4 ** genes.length) };
}
function genotype(dominant, gene) {
    const letter = 'abcde'.charAt(gene);
    return ([letter + letter, letter.toUpperCase() + letter, letter.toUpperCase() + letter.toUpperCase()][dominant] ??
        '');
}
