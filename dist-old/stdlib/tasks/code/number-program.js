import { defineCodeTask, range, text } from "../../../runtime/tasks/index.js";
import { LISTS } from "./function-task.js";
import { applyAll, asCode, drawSteps, inWords, LIST_OPERATIONS, slipSteps, } from "./operations.js";
const ENDINGS = {
    sum: {
        python: (e) => `sum(${e})`,
        javascript: (e) => `${e}.reduce((x,y)=>x+y,0)`,
        apply: (list) => String(list.reduce((x, y) => x + y, 0)),
    },
    count: {
        python: (e) => `len(${e})`,
        javascript: (e) => `${e}.length`,
        apply: (list) => String(list.length),
    },
    print: {
        python: (e) => `*${e}`,
        javascript: (e) => `${e}.join(' ')`,
        apply: (list) => list.join(' '),
    },
};
const READ = {
    python: 'list(map(int,input().split()))',
    javascript: "require('fs').readFileSync(0,'utf8').trim().split(' ').map(Number)",
};
/** An empty line is read by neither program as no numbers. */
const INPUTS = LISTS.filter((list) => list.length > 0);
const write = ({ language, ending }, steps) => {
    const value = ENDINGS[ending][language](asCode(LIST_OPERATIONS, steps, language, READ[language]));
    return language === 'python' ? `print(${value})` : `console.log(${value})`;
};
/**
 * Writes a program that reads a line of whole numbers and prints what is made of them.
 *
 *     py ints: odd, sum   ->   <answer>print(sum([x for x in list(map(int,input().split())) if x%2]))</answer>
 */
export const numberProgram = defineCodeTask({
    name: 'number_program',
    settings: {
        steps: range({ within: [1, 6], default: [1, 2] }),
        language: text({ oneOf: ['python', 'javascript'], default: 'python' }),
    },
    pose({ steps: count, language }, random) {
        const ending = random.pick(Object.keys(ENDINGS));
        const steps = drawSteps(LIST_OPERATIONS, random.int(count.from, count.to), INPUTS, random);
        return { language: language, steps, ending };
    },
    prompt: ({ language, steps, ending }) => `${language === 'python' ? 'py' : 'js'} ints: ${inWords(LIST_OPERATIONS, steps)}, ${ending}`,
    solution: (parts) => write(parts, parts.steps),
    wrong(parts, random) {
        const { ending, steps } = parts;
        const results = (of) => JSON.stringify(INPUTS.map((list) => ENDINGS[ending].apply(applyAll(LIST_OPERATIONS, of, list))));
        // A pipeline that gives other lists may still have their count or sum: then the ending is what slips.
        for (let tries = 0; tries < 50; tries++) {
            const slipped = slipSteps(LIST_OPERATIONS, steps, INPUTS, random);
            if (results(slipped) !== results(steps))
                return write(parts, slipped);
        }
        return write({ ...parts, ending: ending === 'print' ? 'count' : 'print' }, steps);
    },
    tests: ({ language, steps, ending }) => ({
        language,
        tests: INPUTS.map((list) => ({
            stdin: `${list.join(' ')}\n`,
            stdout: `${ENDINGS[ending].apply(applyAll(LIST_OPERATIONS, steps, list))}\n`,
        })),
    }),
});
