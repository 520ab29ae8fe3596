import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { SettingShape } from '../../runtime/tasks/index.ts';
import { testRandom } from '../support/random.ts';
import { exportName, standardModules, standardTasks } from '../support/standard-tasks.ts';

const source = readFileSync(new URL('../../stdlib/tasks.prorl', import.meta.url), 'utf8');

interface Declaration {
  readonly name: string;
  readonly doc: string;
  readonly parameters: readonly string[];
  readonly module: string;
  readonly exported: string;
}

/** The declarations of the file, by its text alone. */
const declarations: Declaration[] = [
  ...source.matchAll(
    /((?:^\/\/\/.*\n)+)^export task (\w+)\(\n([\s\S]*?)\n\) = code\(\s*"\.\/tasks\/([^"]+)",\s*export: "(\w+)",?\s*\)(?: domain \w+)?(?: levels \{\n[\s\S]*?\n\})?$/gm,
  ),
].map(([, doc = '', name = '', body = '', module = '', exported = '']) => ({
  name,
  doc,
  parameters: body
    .split('\n')
    .map((line) => line.trim().replace(/,$/, ''))
    .filter((line) => !line.startsWith('///')),
  module,
  exported,
}));

/** How a parameter is declared that takes what the implementation reads. */
function declared(name: string, shape: SettingShape): string {
  switch (shape.kind) {
    case 'range':
      return `${name}: Range in ${shape.within.from}..${shape.within.to} = ${shape.default.from}..${shape.default.to}`;
    case 'whole':
      return `${name}: Number in ${shape.within.from}..${shape.within.to} = ${shape.default}`;
    case 'fraction':
      return `${name}: Fraction = ${shape.default}`;
    case 'flag':
      return `${name}: Boolean = ${shape.default}`;
    case 'text':
      return `${name}: String = "${shape.default}"`;
  }
}

describe('the declarations of the standard tasks', () => {
  it('are one for each module, in a file that names its edition', () => {
    assert.match(source, /^edition 2026\n/);
    assert.equal(declarations.length, source.match(/^export task /gm)?.length);
    assert.deepEqual(declarations.map((one) => one.module).sort(), standardModules);
    for (const { module, exported } of declarations) assert.equal(exported, exportName(module));
  });

  it('declare the very settings, bounds and defaults that the code reads', async () => {
    for (const task of await standardTasks()) {
      const declaration = declarations.find((one) => one.name === task.name);
      assert.ok(declaration, `${task.name} is not declared`);
      const expected = Object.entries(task.settings).map(([name, shape]) => declared(name, shape));
      assert.deepEqual(declaration.parameters, expected, task.name);
    }
  });

  it('explain every parameter', () => {
    const parameters = declarations.reduce((sum, { parameters }) => sum + parameters.length, 0);
    assert.equal(source.match(/^ {2}\/\/\/ \S/gm)?.length, parameters);
  });

  it('show a sample that the task would really write', async () => {
    for (const task of await standardTasks()) {
      const doc = declarations.find((one) => one.name === task.name)?.doc ?? '';
      const sample = /`([^`]+)` is (?:solved as|answered with) `([^`]+)`/.exec(doc.replaceAll('\n/// ', ' '));
      assert.ok(sample, `${task.name} shows no sample`);
      const [, prompt = '', solution = ''] = sample;
      const parts = SAMPLES[task.name];
      assert.ok(parts !== undefined, `no parts for the sample of ${task.name}`);
      const posed = task.generate({}, testRandom(1));
      const problem = { ...posed, prompt, data: parts };
      assert.equal(task.solve(problem), solution);
      assert.deepEqual(
        task.verify({ ...problem, answer: /<answer>(.*)<\/answer>/.exec(solution)?.[1] ?? '' }, solution),
        {
          score: 1,
          correct: true,
        },
      );
    }
  });
});

/** What the samples' problems are made of. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  sort_numbers: { numbers: [41, 7, 88] },
  run_length: { word: 'aaabcc' },
  edit_distance: { from: 'abc', to: 'adc' },
  stack_machine: { code: ['3', '4', '+', '2', '*'] },
  life_step: { rows: ['###', '...', '###'] },
  spiral_matrix: { rows: ['abc', 'def', 'ghi'] },
  rotate_matrix: { rows: ['12', '34'], quarters: 2 },
  list_functions: {
    rule: 0,
    constant: 1,
    inputs: [
      [1, 4, 0],
      [7, 3, 8],
      [6, 2, 2],
    ],
  },
  interleaved_sequence: {
    rows: [
      [1, 2],
      [10, 10],
    ],
    shown: 5,
  },
  letter_analogy: { rule: 'reverse', words: ['kdbw', 'xqey', 'mzrc'] },
  shortest_path: {
    places: 3,
    roads: [
      [0, 1, 3],
      [1, 2, 2],
      [0, 2, 7],
    ],
  },
  spanning_tree: {
    places: 3,
    roads: [
      [0, 1, 3],
      [1, 2, 2],
      [0, 2, 7],
    ],
  },
  graph_color: {
    vertices: 3,
    colors: 3,
    solution: '123',
    edges: [
      [0, 1],
      [1, 2],
      [0, 2],
    ],
  },
  course_schedule: {
    courses: 3,
    before: [
      [2, 0],
      [0, 1],
    ],
  },
  largest_island: { rows: ['##.', '...', '#.#'] },
  countdown: { numbers: [3, 5, 7, 9], target: 31, expression: '(9-5)*7+3' },
  mini_sudoku: { givens: '1.3434.22143.321' },
  n_queens: { side: 6, given: [2, 0, 0, 0, 0, 0] },
  tower_of_hanoi: { pegs: 'AAC', goal: 'C' },
  maze: { rows: ['S.#', '..#', '#.E'] },
  nim: { heaps: [3, 4, 5] },
  water_jugs: { sizes: [3, 5], goal: 4 },
  lights_out: { rows: ['010', '111', '010'] },
  molar_mass: {
    atoms: [
      { element: 'H', mass: 1, count: 2 },
      { element: 'O', mass: 16, count: 1 },
    ],
  },
  balance_equation: {
    left: [
      { formula: 'C3H8', atoms: { C: 3, H: 8 } },
      { formula: 'O2', atoms: { O: 2 } },
    ],
    right: [
      { formula: 'CO2', atoms: { C: 1, O: 2 } },
      { formula: 'H2O', atoms: { H: 2, O: 1 } },
    ],
    coefficients: [1, 5, 3, 4],
  },
  punnett_square: {
    genes: [
      { mother: 1, father: 1, child: 1 },
      { mother: 1, father: 0, child: 1 },
    ],
  },
  steady_acceleration: { start: 3, acceleration: 2, time: 4, ask: 's' },
  half_life: { rest: 5, halvings: 4, halfLife: 3 },
  knights_knaves: {
    people: 2,
    statements: [
      { speaker: 0, kind: 'knave', about: [1] },
      { speaker: 1, kind: 'either', about: [0, 1] },
    ],
  },
  satisfy_formula: {
    variables: 3,
    clauses: [
      [
        { variable: 0, negated: false },
        { variable: 1, negated: true },
      ],
      [
        { variable: 1, negated: false },
        { variable: 2, negated: false },
      ],
    ],
  },
  truth_table: { variables: 2, formula: { op: '&', left: 0, right: { op: '!', of: 1 } } },
  logic_circuit: {
    inputs: '10',
    gates: [
      { op: 'nand', left: 0, right: 1 },
      { op: 'xor', left: 2, right: 0 },
    ],
  },
  syllogism: {
    names: 'KBT',
    premises: [
      { quantifier: 'all', subject: 0, predicate: 1 },
      { quantifier: 'no', subject: 1, predicate: 2 },
    ],
    options: [
      { quantifier: 'all', subject: 2, predicate: 0 },
      { quantifier: 'no', subject: 0, predicate: 2 },
      { quantifier: 'some', subject: 0, predicate: 2 },
      { quantifier: 'all', subject: 1, predicate: 0 },
    ],
    follows: 1,
  },
  zebra_puzzle: {
    houses: 3,
    kinds: 1,
    clues: [
      { is: 'house', a: { kind: 0, index: 0 }, house: 1 },
      { is: 'left', a: { kind: 0, index: 1 }, b: { kind: 0, index: 2 } },
    ],
  },
  lcm: { a: 12, b: 18 },
  prime_factors: { value: 84 },
  power_mod: { base: 7, exponent: 5, modulus: 13 },
  fraction_sum: { first: [1, 4], second: [1, 6] },
  decimal_sum: { places: 2, terms: [350, 275] },
  percentage: { percent: 15, whole: 240 },
  polynomial_value: { coefficients: [5, -3, 2], x: 4 },
  polynomial_product: { left: [3, 2], right: [-4, 1] },
  derivative: { coefficients: [-5, 2, 3] },
  linear_system: { first: [2, 1, 7], second: [1, -1, -1] },
  quadratic_roots: { low: 2, high: 3 },
  expression_value: {
    expression: {
      op: '-',
      left: { op: '*', left: 2, right: { op: '+', left: 3, right: 4 } },
      right: 5,
    },
  },
  bitwise_arithmetic: { a: 12, b: 10, op: 'and' },
  matrix_product: {
    left: [
      [1, 2],
      [3, 4],
    ],
    right: [
      [5, 6],
      [7, 8],
    ],
  },
  determinant: {
    matrix: [
      [1, 2],
      [3, 4],
    ],
  },
  roman_numerals: { value: 94, read: false },
  count_divisors: { value: 12 },
  dice_probability: { count: 2, sides: 6, least: 11 },
  average: { numbers: [3, 8, 10] },
  date_after: { year: 2026, month: 11, day: 25, days: 40 },
  weekday: { day: 0, days: 45 },
  time_between: { start: 580, end: 785 },
  ohms_law: { resistors: [2, 3], current: 4, ask: 'U' },
  unit_conversion: { tenths: 35, from: 'km', to: 'm', power: 3 },
  chain_sum: [12, 7, -3],
  products: { a: 17, b: 8 },
  sort_letters: { letters: 'kdbx' },
  spell_backward: { word: 'kdbx' },
  count_letters: { letter: 'a', word: 'banca' },
  gcd: { a: 48, b: 18 },
  base_conversion: { value: 13, base: 2 },
  binary_value: { bits: '1011' },
  caesar_cipher: { word: 'kdbx', shift: 3 },
  number_sequence: { terms: [3, 7, 11], order: 1 },
  largest_number: { numbers: [41, 7, 88, 23] },
  simple_equations: { coefficient: 3, x: 5, constant: 5 },
  close_brackets: { opened: '([]{' },
  remainder: { dividend: 17, divisor: 5 },
  clock_time: { hour: 9, minute: 40, minutes: 75 },
  simplify_fraction: { top: 12, bottom: 18 },
};
