import { defineCodeTask, range, text } from "../../../runtime/tasks/index.js";
import { applyAll, asCode, drawSteps, inWords, slipSteps, } from "./operations.js";
const SHORT = { python: 'py', javascript: 'js' };
/** A task whose answer is a function f of one value, described as a pipeline of operations. */
export function functionTask(of) {
    const { operations, values } = of;
    const write = (language, steps) => language === 'python'
        ? `def f(a):return ${asCode(operations, steps, language, 'a')}`
        : `f=a=>${asCode(operations, steps, language, 'a')}`;
    return defineCodeTask({
        name: of.name,
        settings: {
            steps: range({ within: [1, 6], default: of.steps }),
            language: text({ oneOf: ['python', 'javascript'], default: 'python' }),
        },
        pose({ steps: count, language }, random) {
            const steps = drawSteps(operations, random.int(count.from, count.to), values, random);
            const broken = of.mend ? slipSteps(operations, steps, values, random) : null;
            return { language: language, steps, broken };
        },
        prompt({ language, steps, broken }) {
            const wanted = `${SHORT[language]} f(a): ${inWords(operations, steps)}`;
            return broken === null ? wanted : `${wanted}; mend ${write(language, broken)}`;
        },
        solution: ({ language, steps }) => write(language, steps),
        wrong: ({ language, steps }, random) => write(language, slipSteps(operations, steps, values, random)),
        tests: ({ language, steps }) => ({
            language,
            function: 'f',
            tests: values.map((value) => ({ args: [value], expected: applyAll(operations, steps, value) })),
        }),
    });
}
/** Lists that tell the operations apart: empty, single, with negative, equal and unsorted numbers. */
export const LISTS = [
    [],
    [0],
    [5, 3],
    [1, 2, 3],
    [4, -2, 7, 7, 0],
    [9, 8, 7, 6, 5, 4],
    [-5, -1, -3],
    [10, -10, 3, 6, 1, 12, 5],
    [1, -1, 2, -2, 3, -3, 4],
];
/** Texts that tell the operations apart. */
export const TEXTS = [
    '',
    'a',
    'be',
    'abcde',
    'eeddccbbaa',
    'hello world',
    'cabbage',
    'dead beef',
    'xyzzyx',
];
