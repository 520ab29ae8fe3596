import { defineTask, range, differentLetters, otherThan, sameInteger, } from "../../../runtime/tasks/index.js";
const QUANTIFIERS = ['all', 'no', 'some', 'some-not'];
const OPTIONS = 4;
/**
 * Finds which one of four conclusions follows from what is said of some classes. It follows whether or not classes
 * may be empty; the others do not follow even if none is.
 *
 *     all K are B;no B are T. Which follows? 1 all T are K 2 no K are T 3 some K are T 4 all B are K   ->   <answer>2</answer>
 */
export const syllogism = defineTask({
    name: 'syllogism',
    settings: {
        classes: range({ within: [3, 5], default: [3, 3] }),
    },
    pose({ classes }, random) {
        const count = random.int(classes.from, classes.to);
        for (;;) {
            // A chain: each premise is about neighbouring classes, either way round.
            const premises = Array.from({ length: count - 1 }, (_, i) => drawClaim(i, i + 1, random));
            const argument = conclude(premises, count, random);
            if (argument !== undefined)
                return { names: differentLetters(count, random).toUpperCase(), ...argument };
        }
    },
    prompt({ names, premises, options }) {
        const choices = options.map((claim, i) => `${i + 1} ${write(claim, names)}`).join(' ');
        return `${premises.map((claim) => write(claim, names)).join(';')}. Which follows? ${choices}`;
    },
    /** What follows is found by looking at all the ways in which the classes may lie: there is nothing to write down. */
    work({ follows }) {
        return { steps: '', answer: `${follows + 1}` };
    },
    slip({ follows }, random) {
        return { steps: '', answer: `${otherThan(follows, { from: 0, to: OPTIONS - 1 }, random) + 1}` };
    },
    accepts: sameInteger,
});
function drawClaim(a, b, random) {
    const [subject, predicate] = random.next() < 0.5 ? [a, b] : [b, a];
    return { quantifier: random.pick(QUANTIFIERS), subject, predicate };
}
/** Options of which one follows, about the ends of the chain; undefined where nothing about them does. */
function conclude(premises, classes, random) {
    const world = read(premises);
    const inhabited = { ...world, inhabited: [...world.inhabited, ...MEMBERS.slice(0, classes)] };
    if (!consistent(inhabited))
        return undefined;
    const claims = [];
    for (let subject = 0; subject < classes; subject++) {
        for (let predicate = 0; predicate < classes; predicate++) {
            if (subject === predicate)
                continue;
            for (const quantifier of QUANTIFIERS)
                claims.push({ quantifier, subject, predicate });
        }
    }
    const isEnd = ({ subject, predicate }) => Math.abs(subject - predicate) === classes - 1;
    const valid = claims.filter((claim) => isEnd(claim) && follows(claim, world));
    const invalid = claims.filter((claim) => !follows(claim, inhabited));
    if (valid.length === 0 || invalid.length < OPTIONS - 1)
        return undefined;
    const right = random.pick(valid);
    const options = random.shuffle([right, ...random.shuffle(invalid).slice(0, OPTIONS - 1)]);
    return { premises, options, follows: options.indexOf(right) };
}
function read(premises) {
    const universal = premises.filter(({ quantifier }) => quantifier === 'all' || quantifier === 'no');
    return {
        empty: universal.reduce((empty, claim) => empty | regions(claim), 0),
        inhabited: premises.filter((claim) => !universal.includes(claim)).map(regions),
    };
}
function consistent({ empty, inhabited }) {
    return inhabited.every((set) => (set & ~empty) !== 0);
}
/**
 * Whether a claim holds however the world may be. Combinations that may be inhabited may all be, so a universal
 * claim follows only where its combinations are known to be empty; and whoever is known to be somewhere may be
 * outside of the claimed combinations, unless all that is left to them is inside.
 */
function follows(claim, { empty, inhabited }) {
    const claimed = regions(claim);
    if (claim.quantifier === 'all' || claim.quantifier === 'no')
        return (claimed & ~empty) === 0;
    return inhabited.some((set) => (set & ~empty & ~claimed) === 0);
}
/** The combinations that a claim says are empty (all, no) or not all empty (some). */
function regions({ quantifier, subject, predicate }) {
    const [s = 0, p = 0] = [MEMBERS[subject], MEMBERS[predicate]];
    return quantifier === 'all' || quantifier === 'some-not' ? s & ~p : s & p;
}
/** For each class, the combinations that belong to it: of five classes there are 32, so a word holds them. */
const MEMBERS = [0, 1, 2, 3, 4].map((member) => {
    let bits = 0;
    for (let combination = 0; combination < 32; combination++) {
        if ((combination >> member) & 1)
            bits |= 1 << combination;
    }
    return bits;
});
function write({ quantifier, subject, predicate }, names) {
    const [s, p] = [names[subject], names[predicate]];
    return quantifier === 'some-not' ? `some ${s} are not ${p}` : `${quantifier} ${s} are ${p}`;
}
