import { defineCodeTask, range, text, type Random } from '../../../runtime/tasks/index.ts';
import { LISTS } from './function-task.ts';
import {
  applyAll,
  asCode,
  drawSteps,
  inWords,
  LIST_OPERATIONS,
  slipSteps,
  type Language,
  type Step,
} from './operations.ts';

type Ending = 'sum' | 'count' | 'print';

interface Parts {
  readonly language: Language;
  readonly steps: readonly Step[];
  readonly ending: Ending;
}

const ENDINGS: Readonly<
  Record<Ending, { [L in Language]: (list: string) => string } & { apply(list: readonly number[]): string }>
> = {
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

const READ: Readonly<Record<Language, string>> = {
  python: 'list(map(int,input().split()))',
  javascript: "require('fs').readFileSync(0,'utf8').trim().split(' ').map(Number)",
};

/** An empty line is read by neither program as no numbers. */
const INPUTS = LISTS.filter((list) => list.length > 0);

const write = ({ language, ending }: Parts, steps: readonly Step[]): string => {
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
  pose({ steps: count, language }, random: Random): Parts {
    const ending = random.pick(Object.keys(ENDINGS) as Ending[]);
    const steps = drawSteps(LIST_OPERATIONS, random.int(count.from, count.to), INPUTS, random);
    return { language: language as Language, steps, ending };
  },
  prompt: ({ language, steps, ending }) =>
    `${language === 'python' ? 'py' : 'js'} ints: ${inWords(LIST_OPERATIONS, steps)}, ${ending}`,
  solution: (parts) => write(parts, parts.steps),
  wrong(parts, random) {
    const { ending, steps } = parts;
    const results = (of: readonly Step[]): string =>
      JSON.stringify(INPUTS.map((list) => ENDINGS[ending].apply(applyAll(LIST_OPERATIONS, of, list))));
    // A pipeline that gives other lists may still have their count or sum: then the ending is what slips.
    for (let tries = 0; tries < 50; tries++) {
      const slipped = slipSteps(LIST_OPERATIONS, steps, INPUTS, random);
      if (results(slipped) !== results(steps)) return write(parts, slipped);
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
