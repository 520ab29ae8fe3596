import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { openReasoningGym } from '../../runtime/sources/reasoning-gym.ts';
import type { OpenTask } from '../../runtime/sources/opened.ts';
import { seededRandom } from '../../runtime/tasks/seeded-random.ts';
import type { Problem, Settings } from '../../runtime/tasks/task.ts';

const python = join(import.meta.dirname, '../../.venv-peers/bin/python');

/** The 96 of the ProRL paper, under the names of 0.1.25: its `palindrome` is `palindrome_generation`. */
const ofThePaper = `
  complex_arithmetic intermediate_integration polynomial_equations polynomial_multiplication simple_equations
  simple_integration ab base_conversion binary_alternation binary_matrix caesar_cipher count_primes cryptarithm
  game_of_life graph_color group_anagrams isomorphic_strings jugs letter_counting letter_jumble manipulate_matrix
  number_filtering number_sorting palindrome_generation palindrome_partitioning pool_matrix ransom_note rotate_matrix
  rotten_oranges sentence_reordering spell_backward spiral_matrix string_insertion string_manipulation
  string_splitting string_synthesis word_ladder word_sequence_reversal word_sorting arc_1d arc_agi rearc
  basic_arithmetic bitwise_arithmetic calendar_arithmetic chain_sum count_bits decimal_arithmetic decimal_chain_sum
  dice fraction_simplification gcd gsm_symbolic lcm leg_counting number_format power_function prime_factorization
  products time_intervals bf codeio color_cube_rotation figlet_font needle_haystack number_sequence rectangle_count
  rubiks_cube countdown emoji_mystery futoshiki knight_swap mahjong_puzzle maze mini_sudoku n_queens rush_hour sokoban
  sudoku tower_of_hanoi tsumego advanced_geometry simple_geometry course_schedule family_relationships largest_island
  quantum_lock shortest_path list_functions aiw circuit_logic knights_knaves propositional_logic self_reference
  syllogism zebra_puzzles`
  .trim()
  .split(/\s+/);

const colours = [5, 8, 10, 13, 15, 18, 20].map((n) => ({ min_num_vertices: n, max_num_vertices: n }));
const cases: readonly { dataset: string; settings: Settings }[] = [
  ...[...ofThePaper, 'puzzle24', 'game_of_life_halting', 'acre', 'boxnet'].map((dataset) => ({
    dataset,
    settings: {},
  })),
  ...colours.map((settings) => ({ dataset: 'graph_color', settings })),
];

interface Direct {
  question: string;
  answer: string;
  metadata: string[];
  scores: [string, number | string][];
}

interface Data {
  dataset: string;
  config: Settings;
  seed: number;
  metadata: object;
}

describe('reasoning-gym through prorl, beside direct calls', function () {
  this.timeout(600_000);
  const before_ = process.env.PRORL_PYTHON;
  const opened: OpenTask[] = [];
  before(function () {
    if (!existsSync(python)) assert.fail('npm run python-env makes the environment');
    process.env.PRORL_PYTHON = python;
  });
  after(async () => {
    await Promise.all(opened.map((task) => task.close!()));
    if (before_ === undefined) delete process.env.PRORL_PYTHON;
    else process.env.PRORL_PYTHON = before_;
  });

  it('poses and judges every task of the paper as the package does', async () => {
    assert.equal(ofThePaper.length, 96);
    const posed: { task: OpenTask; problem: Problem }[] = [];
    for (const [i, { dataset, settings }] of cases.entries()) {
      const task = await openReasoningGym({ source: 'reasoning_gym', name: dataset, dataset, settings });
      opened.push(task);
      posed.push({ task, problem: await task.generate(settings, seededRandom(i)) });
    }
    const input = JSON.stringify(posed.map(({ problem }) => problem.data));
    const script = join(import.meta.dirname, 'reasoning_gym_direct.py');
    const env = { PYTHONHASHSEED: '0' };
    const { stdout } = await execa(python, [script], { input, env });
    const direct = JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1)) as Direct[];
    for (const [i, { task, problem }] of posed.entries()) {
      const { question, answer, metadata, scores } = direct[i]!;
      const data = problem.data as Data;
      assert.ok(problem.prompt.startsWith(`${question.trimEnd()}\n\n`), `${task.name}: the question`);
      assert.equal(problem.answer, answer, task.name);
      assert.deepEqual(Object.keys(data.metadata).sort(), metadata, task.name);
      for (const [text, score] of scores) {
        const response = `<think>3 <answer>no</answer></think><answer>${text}</answer>`;
        const verdict = await task.verify(problem, response);
        // A scorer that throws on a text that it cannot read gives it nothing.
        const expected = typeof score === 'string' ? 0 : score;
        assert.deepEqual(verdict, { score: expected, correct: expected === 1 }, `${task.name}: ${text}`);
      }
    }
  });
});
