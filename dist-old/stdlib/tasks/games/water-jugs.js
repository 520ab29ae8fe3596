import { defineTask, range } from "../../../runtime/tasks/index.js";
import { greatestCommonDivisor } from "../../support/values.js";
const MOVES = ['fA', 'fB', 'eA', 'eB', 'AB', 'BA'];
/**
 * Measures an amount with two jugs, by filling, emptying and pouring; any way counts.
 *
 *     jugs A=3,B=5,empty. f fills,e empties,AB pours A to B. get 4: moves=?   ->   <answer>fB BA eA BA fB BA</answer>
 */
export const waterJugs = defineTask({
    name: 'water_jugs',
    settings: {
        size: range({ within: [2, 40], default: [2, 12] }),
    },
    /** The goal is an amount that can be had, and smaller than the larger jug. */
    pose({ size }, random) {
        const sizes = [random.int(size.from, size.to), random.int(size.from, size.to)];
        const divisor = greatestCommonDivisor(...sizes);
        return { sizes, goal: divisor * random.int(1, Math.max(...sizes) / divisor) };
    },
    prompt({ sizes: [a, b], goal }) {
        return `jugs A=${a},B=${b},empty. f fills,e empties,AB pours A to B. get ${goal}: moves=?`;
    },
    work(jugs) {
        return { steps: '', answer: solve(jugs).join(' ') };
    },
    /** One move is another, or left out. */
    slip(jugs, random) {
        const moves = solve(jugs);
        for (;;) {
            const at = random.int(0, moves.length - 1);
            const other = random.pick([...MOVES, '']);
            const wrong = [...moves.slice(0, at), other, ...moves.slice(at + 1)].filter((move) => move !== '');
            if (wrong.length > 0 && !measures(jugs, wrong))
                return { steps: '', answer: wrong.join(' ') };
        }
    },
    accepts: (given, _expected, jugs) => measures(jugs, given.split(/[ ,]+/)),
});
function pour([a, b], move, [sizeA, sizeB]) {
    switch (move) {
        case 'fA':
            return [sizeA, b];
        case 'fB':
            return [a, sizeB];
        case 'eA':
            return [0, b];
        case 'eB':
            return [a, 0];
        case 'AB':
            return [a - Math.min(a, sizeB - b), b + Math.min(a, sizeB - b)];
        case 'BA':
            return [a + Math.min(b, sizeA - a), b - Math.min(b, sizeA - a)];
        default:
            return undefined;
    }
}
/** Whether all moves are moves, and one jug holds the goal in the end. */
function measures({ sizes, goal }, moves) {
    let levels = [0, 0];
    for (const move of moves) {
        levels = pour(levels, move, sizes);
        if (levels === undefined)
            return false;
    }
    return levels.includes(goal);
}
/** The fewest moves, the first such in the order of MOVES. */
function solve({ sizes, goal }) {
    const seen = new Set(['0,0']);
    let front = [{ levels: [0, 0], moves: [] }];
    while (front.length > 0) {
        const next = [];
        for (const { levels, moves } of front) {
            if (levels.includes(goal))
                return moves;
            for (const move of MOVES) {
                const after = pour(levels, move, sizes);
                if (after === undefined || seen.has(after.join()))
                    continue;
                seen.add(after.join());
                next.push({ levels: after, moves: [...moves, move] });
            }
        }
        front = next;
    }
    throw new Error(`The jugs ${sizes.join()} cannot measure ${goal}.`);
}
