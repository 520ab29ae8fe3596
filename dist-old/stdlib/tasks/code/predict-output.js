import { defineTask, range, sameInteger, slipNumber } from "../../../runtime/tasks/index.js";
/** Values stay below this, so that steps stay short. */
const LARGEST = 200;
/**
 * Tells what a program of assignments prints.
 *
 *     a=3;b=4;a=a*b;print(a)   ->   a=12<answer>12</answer>
 */
export const predictOutput = defineTask({
    name: 'predict_output',
    settings: { lines: range({ within: [1, 12], default: [1, 2] }) },
    accepts: sameInteger,
    pose({ lines: count }, random) {
        const start = { a: random.int(1, 9), b: random.int(1, 9) };
        const values = { ...start };
        const wanted = random.int(count.from, count.to);
        const lines = [];
        while (lines.length < wanted) {
            const line = {
                to: random.pick(['a', 'b']),
                left: random.pick(['a', 'b']),
                op: random.pick(['+', '-', '*']),
                right: random.next() < 0.5 ? random.int(2, 9) : random.pick(['a', 'b']),
            };
            const value = evaluate(line, values);
            if (value < 0 || value > LARGEST)
                continue;
            values[line.to] = value;
            lines.push(line);
        }
        return { start, lines };
    },
    prompt({ start, lines }) {
        const set = Object.entries(start).map(([name, value]) => `${name}=${value}`);
        return [...set, ...lines.map(show), `print(${lines.at(-1).to})`].join(';');
    },
    work: (program) => trace(program, (_line, value) => value),
    /** One value is worked out wrong, and later ones follow from it; the last one, where it would come out right again. */
    slip(program, random) {
        const right = trace(program, (_line, value) => value).answer;
        const at = random.int(0, program.lines.length - 1);
        const slipped = trace(program, (line, value) => (line === at ? slipNumber(value, random) : value));
        if (slipped.answer !== right)
            return slipped;
        const last = program.lines.length - 1;
        return trace(program, (line, value) => (line === last ? slipNumber(value, random) : value));
    },
});
function evaluate({ left, op, right }, values) {
    const x = values[left];
    const y = typeof right === 'number' ? right : values[right];
    return op === '+' ? x + y : op === '-' ? x - y : x * y;
}
function show({ to, left, op, right }) {
    return `${to}=${left}${op}${right}`;
}
function trace({ start, lines }, valueOf) {
    const values = { ...start };
    const steps = lines.map((line, i) => {
        values[line.to] = valueOf(i, evaluate(line, values));
        return `${line.to}=${values[line.to]}`;
    });
    return { steps: steps.join(' '), answer: String(values[lines.at(-1).to]) };
}
