import { defineTask, range } from "../../../runtime/tasks/index.js";
import { bitStrings } from "../../support/bits.js";
const NAMES = 'ABCDEF';
/** With so many statements and no single solution yet, the island is drawn anew. */
const MOST_STATEMENTS = 12;
/**
 * Finds out who is a knight (K, always truthful) and who a knave (N, always lying) from what they say; there is
 * one solution. The steps try one assignment after the other and name the first speaker who does not fit it.
 *
 *     K is truthful,N lies. A:B is N B:A or B is K. AB=?   ->   KK:A KN:B NK<answer>NK</answer>
 */
export const knightsKnaves = defineTask({
    name: 'knights_knaves',
    settings: {
        people: range({ within: [2, 6], default: [2, 3] }),
    },
    pose({ people }, random) {
        const count = random.int(people.from, people.to);
        for (;;) {
            const truth = Array.from({ length: count }, () => random.int(0, 1) === 1);
            const statements = [];
            let left = assignments(count);
            for (let i = 0; i < MOST_STATEMENTS && (left.length > 1 || i < count); i++) {
                const statement = fittingStatement(i % count, truth, random);
                if (i >= count && left.every((one) => fits(statement, one)))
                    continue;
                statements.push(statement);
                left = left.filter((one) => fits(statement, one));
            }
            if (left.length === 1)
                return { people: count, statements };
        }
    },
    prompt({ people, statements }) {
        const said = statements.map((one) => `${NAMES[one.speaker]}:${phrase(one)}`).join(' ');
        return `K is truthful,N lies. ${said}. ${NAMES.slice(0, people)}=?`;
    },
    work({ people, statements }) {
        return tryAll(people, statements, (one) => statements.every((statement) => fits(statement, one)));
    },
    /** A statement that does not fit is taken to, or the solution is passed over. */
    slip({ people, statements }, random) {
        const all = assignments(people);
        const right = all.findIndex((one) => statements.every((statement) => fits(statement, one)));
        const wrong = (right + random.int(1, all.length - 1)) % all.length;
        let next = 0;
        return tryAll(people, statements, () => next++ === wrong);
    },
    accepts: (given, expected) => given.toUpperCase().replace(/[ ,]/g, '') === expected,
});
/** Who is a knight, for every way there is; first all are, last none. */
function assignments(people) {
    return bitStrings(people).map((bits) => [...bits].map((bit) => bit === '0'));
}
function fittingStatement(speaker, truth, random) {
    for (;;) {
        const kind = random.pick(['knight', 'knave', 'alike', 'differ', 'both', 'either']);
        const people = random.shuffle(truth.map((_, i) => i));
        const single = kind === 'knight' || kind === 'knave';
        const about = single
            ? people.filter((person) => person !== speaker).slice(0, 1)
            : people.slice(0, 2).sort((a, b) => a - b);
        const statement = { speaker, kind, about };
        if (fits(statement, truth))
            return statement;
    }
}
/** Whether a knight says what is true, or a knave what is not. */
function fits({ speaker, kind, about }, knights) {
    const [a = false, b = false] = about.map((person) => knights[person]);
    const said = { knight: a, knave: !a, alike: a === b, differ: a !== b, both: a && b, either: a || b }[kind];
    return said === knights[speaker];
}
function phrase({ kind, about }) {
    const names = about.map((person) => NAMES[person]).join(',');
    const either = about.map((person) => NAMES[person]).join(' or ');
    return {
        knight: `${names} is K`,
        knave: `${names} is N`,
        alike: `${names} are alike`,
        differ: `${names} differ`,
        both: `${names} are both K`,
        either: `${either} is K`,
    }[kind];
}
function tryAll(people, statements, isRight) {
    const steps = [];
    for (const knights of assignments(people)) {
        const name = knights.map((knight) => (knight ? 'K' : 'N')).join('');
        if (isRight(knights))
            return { steps: [...steps, name].join(' '), answer: name };
        const liar = statements.find((one) => !fits(one, knights));
        steps.push(`${name}:${NAMES[liar?.speaker ?? 0]}`);
    }
    throw new Error('The statements fit nobody.');
}
