/**
 * The files of a new library: a task, a stage and a mixture with their tests. It works without a build:
 * its code is JavaScript whose types TypeScript checks.
 * @param name the package's name
 * @param version of prorl, which the library asks for from there on
 */
export function scaffoldLibrary(name, version) {
    return {
        'package.json': manifest(name, version),
        'index.prorl': module,
        'tasks/roman-numerals.js': task,
        'tasks/roman-numerals.test.js': taskTest,
        'tests.prorl': languageTest,
        'tsconfig.json': typescript,
        '.gitignore': 'node_modules/\nruns/\n',
        'README.md': readme(name),
    };
}
function manifest(name, version) {
    const content = {
        name,
        version: '0.1.0',
        description: 'Tasks and stages for prorl',
        type: 'module',
        files: ['index.prorl', 'tasks', '!tasks/*.test.js'],
        keywords: ['prorl-library'],
        prorl: { modules: { '.': 'index.prorl' } },
        scripts: {
            test: 'prorl check index.prorl tests.prorl && prorl test tests.prorl && node --test',
            types: 'tsc',
            docs: 'prorl docs .',
        },
        peerDependencies: { prorl: `^${version}` },
        devDependencies: { typescript: '^6.0.0' },
    };
    return `${JSON.stringify(content, null, 2)}\n`;
}
const module = `edition 2026

import { grpo } from "prorl/stages"

/// Writes a whole number in Roman numerals, place by place.
/// \`roman 48=?\` is solved as \`40=XL 8=VIII<answer>XLVIII</answer>\`.
export task roman_numerals(
  /// The numbers asked for.
  value: Range in 1..3999 = 1..399
) = code("./tasks/roman-numerals.js", export: "romanNumerals")

/// Small and large Roman numerals: the large ones come in over the first 100 steps.
export mixture numerals {
  roman_numerals(value: 1..399):    1
  roman_numerals(value: 400..3999): linear(0, 1, over: 100 steps)
}

/// The policy is far from its reference, and not for a moment only.
export trigger drifted = kl.mean > 0.1 for 3 steps

/// Practises short answers: whatever is cut off at the limit is punished, and the reference follows
/// a policy that has drifted.
export stage practise_numerals(
  /// What is practised.
  mix: Mixture,
  /// The longest response.
  longest: Count<tokens> = 32 tokens
) = grpo {
  mixture: mix
  rollout   { prompts: 16, samples: 8, temperature: 1.0, max_tokens: longest }
  reward    { correct: 1, truncated: -0.5 }
  kl        { estimator: k3, coefficient: 0.001, in: loss }
  optimizer { name: adamw, rate: 1e-4, max_grad_norm: 1 }
  keep groups where reward.std > 0
  reset reference, optimizer to current when drifted { cooldown: 30 steps, at_most: 3 }
}
`;
const task = `// @ts-check
import { defineTask, range, sameText } from 'prorl';

/** @type {readonly (readonly [one: string, five: string, ten: string])[]} */
const places = [
  ['I', 'V', 'X'],
  ['X', 'L', 'C'],
  ['C', 'D', 'M'],
  ['M', '', ''],
];

/**
 * One decimal digit at a place (0: ones) in Roman numerals.
 * @param {number} digit
 * @param {number} place
 */
function roman(digit, place) {
  const [one, five, ten] = places[place] ?? ['', '', ''];
  if (digit === 9) return one + ten;
  if (digit === 4) return one + five;
  return (digit >= 5 ? five : '') + one.repeat(digit % 5);
}

/**
 * The worked solution, where the digit at one place may be taken for another.
 * @param {{ value: number }} parts
 * @param {{ place: number, digit: number }} [slip]
 */
function work({ value }, slip) {
  const steps = [];
  let answer = '';
  for (let place = 3; place >= 0; place--) {
    const right = Math.floor(value / 10 ** place) % 10;
    if (right === 0) continue;
    const part = roman(slip?.place === place ? slip.digit : right, place);
    steps.push(\`\${right * 10 ** place}=\${part}\`);
    answer += part;
  }
  return { steps: steps.join(' '), answer };
}

/** Writes a whole number in Roman numerals. */
export const romanNumerals = defineTask({
  name: 'roman_numerals',
  settings: { value: range({ within: [1, 3999], default: [1, 399] }) },
  pose: ({ value }, random) => ({ value: random.int(value.from, value.to) }),
  prompt: ({ value }) => \`roman \${value}=?\`,
  work,
  slip(parts, random) {
    const digits = [...String(parts.value)].reverse().map(Number);
    const place = random.pick([...digits.keys()].filter((each) => digits[each] !== 0));
    const highest = place === 3 ? 3 : 9;
    const others = [...Array(highest).keys()].map((each) => each + 1).filter((each) => each !== digits[place]);
    return work(parts, { place, digit: random.pick(others) });
  },
  accepts: sameText,
});
`;
const taskTest = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkTask, seededRandom } from 'prorl';
import { romanNumerals } from './roman-numerals.js';

test('does all that a run relies on', async () => {
  await checkTask(romanNumerals);
  await checkTask(romanNumerals, { value: { from: 1000, to: 3999 } });
});

test('writes numerals as the Romans did', () => {
  const known = new Map([[4, 'IV'], [9, 'IX'], [48, 'XLVIII'], [1994, 'MCMXCIV'], [3999, 'MMMCMXCIX']]);
  for (const [value, numeral] of known) {
    const problem = romanNumerals.generate({ value: { from: value, to: value } }, seededRandom(1));
    assert.equal(problem.answer, numeral);
    assert.equal(romanNumerals.verify(problem, \`so <answer>\${numeral}</answer>\`).correct, true);
    assert.equal(romanNumerals.verify(problem, \`so <answer>\${numeral}I</answer>\`).correct, false);
  }
});

test('refuses numbers that have no numeral', () => {
  assert.throws(() => romanNumerals.generate({ value: { from: 0, to: 4000 } }, seededRandom(1)), /1\\.\\.3999/);
});
`;
const languageTest = `edition 2026

import { numerals, practise_numerals } from "./index.prorl"

test "a policy that drifts takes the reference along, once per cooldown" {
  given kl.mean = 0.01, then 0.2 from step 10
  run practise_numerals(numerals) for 60 steps
  expect reset at 12, 42
}

test "a quiet run is left alone" {
  given kl.mean = 0.01
  run practise_numerals(numerals) for 60 steps
  expect reset never
}
`;
const typescript = `{
  "compilerOptions": {
    "target": "es2023",
    "module": "nodenext",
    "strict": true,
    "noUncheckedIndexedAccess": true,
    "allowJs": true,
    "checkJs": true,
    "noEmit": true,
    "skipLibCheck": true,
    "types": []
  },
  "include": ["tasks"],
  "exclude": ["tasks/*.test.js"]
}
`;
function readme(name) {
    return `# ${name}

A library for prorl. Install it beside prorl, and import what it exports:

\`\`\`sh
npm install prorl ${name}
\`\`\`

\`\`\`prorl
import { roman_numerals, numerals, practise_numerals } from "${name}"
\`\`\`

\`prorl docs ${name}\` describes all of it. \`prorl lock main.prorl\` pins its version and content, and
\`prorl run --frozen main.prorl\` refuses anything else.

## Work on it

\`\`\`sh
npm install
npm test            # the pipeline files, their tests, and the tasks
npm run types       # TypeScript checks the types that the comments give
npm run docs
\`\`\`

- \`index.prorl\` says what the library exports. \`"prorl": { "modules": ... }\` in package.json names such
  files: \`"."\` is imported as \`"${name}"\`, \`"more"\` as \`"${name}/more"\`.
- \`tasks/roman-numerals.js\` poses problems, solves them step by step and verifies answers.
- Paths in \`code("./...")\` start from the file that they stand in and stay inside the package. Name the file
  that is published: Node runs no TypeScript of installed packages. To write a task in TypeScript, compile it
  (\`"prepare": "tsc"\` in package.json, \`"outDir": "dist"\` in tsconfig.json), name \`code("./dist/task.js")\`, and add
  \`"dist"\` to \`"files"\`.
- The content hash of a library is over all files that \`"files"\` publishes.
`;
}
