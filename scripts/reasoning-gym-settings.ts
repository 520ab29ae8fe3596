/** Fields that mean the same in several data sets. `*_x` is min_x and max_x: "The smallest ..." and "The largest ...". */
const SHARED = `
*_board_size number of rows, and of columns
*_cols number of columns
*_degree degree of a polynomial
*_empty number of empty cells
*_n number of rows, and of columns
*_rows number of rows
*_string_length number of letters in the text
*_terms number of terms
*_word_len number of letters in a word
*_word_length number of letters in a word
*_words number of words
*_words_in_sentence number of words in a sentence
grid_size_x The number of rows.
grid_size_y The number of columns.
max_iterations How often the rules are applied at most.
`;

/** Fields of one data set, which come before the shared ones. */
const OWN = `
ab.length How many tokens the row has.
acre.train 1 for the distribution of ACRE's training split, 0 for that of its tests.
advanced_geometry.*_coord coordinate of a vertex
aiw.max_entities The largest number of people of one kind in the story.
arc_1d.*_size number of cells in a row
arc_1d.num_train How many examples are shown.
arc_agi.use_train Whether tasks of ARC-AGI's training set are posed.
arc_agi.use_eval Whether tasks of ARC-AGI's evaluation set are posed.
arc_agi.use_color_permutation Whether colours are exchanged at random.
arc_agi.shuffle_example_order Whether the examples of a task come in random order.
base_conversion.*_base base to convert from or to
base_conversion.*_value number to convert
basic_arithmetic.*_digits number of digits that the numbers of a formula may have
basic_arithmetic.allow_parentheses Whether parts of a formula may stand in parentheses.
basic_arithmetic.allow_negation Whether a part in parentheses may be negated.
basic_arithmetic.format_style How it is asked: "simple" always alike, "natural" in one of several wordings.
basic_arithmetic.whitespace What stands between terms: "no_space", a "single" space, or spaces at "random" places.
bf.difficulty 1 prints a word, 2 the result of a loop, 3 the result of a loop with a condition.
binary_alternation.*_n number of bits
binary_alternation.p_solvable How likely swaps can make the text alternate, from 0 to 1.
binary_matrix.p_zero How likely a cell is 0, from 0 to 1; the grid has at least one.
bitwise_arithmetic.difficulty How deep the formula is nested, from 1 to 10.
boxnet.*_row_num number of rows
boxnet.*_column_num number of columns
boxnet.*_box_num number of boxes of each colour
caesar_cipher.delimiter Where the source text is cut into sentences.
caesar_cipher.*_words number of words in a sentence
caesar_cipher.*_rotation number of places that letters are moved on, from 1 to 25
calendar_arithmetic.year The year of the dates.
calendar_arithmetic.offset_upper_bound The largest number of days between two dates.
calendar_arithmetic.leap_year_range How many years around \`year\` are asked for when the question is of leap years.
chain_sum.*_digits number of digits that the numbers of a chain have
chain_sum.allow_negation Whether numbers may be negative; they may then have fewer digits.
circuit_logic.*_terms number of gates that feed the last one
circuit_logic.*_inputs number of inputs of a gate
circuit_logic.neg_prob How likely an input is negated, from 0 to 1.
circuit_logic.allow_reuse Whether an input may feed several gates.
codeio.input_prediction_probability How likely the input is asked for, from 0 to 1; otherwise it is the output.
coin_flip.*_trials number of flips
coin_flip.allow_exact Whether exact numbers of heads are asked for.
coin_flip.allow_at_least Whether least numbers of heads are asked for.
color_cube_rotation.*_rotations number of turns
complex_arithmetic.*_real real part
complex_arithmetic.*_imag imaginary part
count_bits.*_n number whose bits are counted
count_primes.*_n number that an interval may begin or end with
countdown.*_numbers number of given numbers
countdown.*_value given number
countdown.*_target number to reach
countdown.shuffle Whether the given numbers come in random order.
course_schedule.*_num_courses number of courses
course_schedule.*_num_prerequisites number of courses that must come before one
course_schedule.*_cycle_length number of courses in the cycle that makes a schedule impossible
course_schedule.p_solvable How likely all courses can be taken, from 0 to 1.
cryptarithm.*_words number of words that are added
cryptarithm.allow_leading_zero Whether the first letter of a word may stand for 0.
decimal_arithmetic.*_num_decimal_places number of decimal places of a term
decimal_arithmetic.precision How many significant digits are computed with; at least two more than decimal places.
decimal_chain_sum.*_digits number of digits that terms have before the point
decimal_chain_sum.*_decimal_places number of decimal places of a term
decimal_chain_sum.allow_negation Whether terms may be negative; they may then have fewer digits.
dice.num_dice How many dice are rolled.
dice.max_dice_size How many sides the largest of the dice has; the others have fewer.
family_relationships.*_family_size number of people in the family
figlet_font.space_letters Whether the letters stand apart.
fraction_simplification.*_value numerator or denominator of the reduced fraction
fraction_simplification.*_factor number that both are multiplied by
futoshiki.*_difficulty difficulty, from 0 to 3: the higher, the more signs between cells
game_of_life.filled_cells How many cells are set alive at first, some of them more than once.
game_of_life.filled_cells_weights Changes nothing in this version of the package: \`filled_cells\` counts.
game_of_life.simulation_steps How many generations later the grid is asked for.
game_of_life_halting.difficulty Which oscillators are placed: 1 small, 2 larger (grids from 13 by 13), 3 the largest (from 25 by 25).
game_of_life_halting.num_oscillators How many patterns are placed, where there is room.
game_of_life_halting.max_simulation_steps Within how many generations the game is to halt.
gcd.*_numbers number of numbers
gcd.*_value value of a number
graph_color.num_colors How many colours there are.
graph_color.*_num_vertices number of vertices
graph_color.edge_probability How likely an edge is, from 0 to 1.
group_anagrams.*_anagram_groups number of groups
group_anagrams.*_words_per_group number of words in a group
gsm_symbolic.difficulty Scales the numbers of a problem; the package allows only 1.
intermediate_integration.linear_lower_bound The smallest coefficient of a function that is substituted, without its sign.
intermediate_integration.linear_upper_bound The largest coefficient of a function that is substituted, without its sign.
intermediate_integration.*_linear_degree power of a linear function that is integrated
intermediate_integration.outer_constant_min The smallest factor of the whole integrand, without its sign.
intermediate_integration.outer_constant_max The largest factor of the whole integrand, without its sign.
intermediate_integration.*_poly_degree power of the variable in an integral by parts
isomorphic_strings.*_string_length number of letters in a text
isomorphic_strings.p_solvable How likely the texts are made to be isomorphic, from 0 to 1.
jugs.num_jugs How many jugs there are, at least 3.
jugs.difficulty How many moves are needed at least; a jug holds from 3 to 3 more than this.
kakurasu.p_ones How likely a cell of the solution is marked, from 0 to 1.
kakurasu.max_retries How many grids are tried for one with a single solution; the last is taken as it is.
knight_swap.*_nodes number of squares
knight_swap.min_pieces The number of knights of each colour.
knight_swap.max_pieces Changes nothing in this version of the package: \`min_pieces\` counts.
knight_swap.*_steps number of moves in the solution
knight_swap.max_attempts How many boards are tried for a puzzle.
knight_swap.impossible_ratio How likely a puzzle that has no solution is sought, from 0 to 1.
knights_knaves.n_people How many people speak.
knights_knaves.depth_constraint How deep a statement is nested at most.
knights_knaves.width_constraint How many parts an "and" or "or" joins at most.
largest_island.*_num_islands number of islands that are drawn; some may touch and be one
largest_island.*_island_size number of cells of an island as it is drawn
lcm.*_numbers number of numbers
lcm.*_value value of a number
leg_counting.*_animals number of kinds of animals
leg_counting.*_instances number of animals of a kind
letter_counting.*_words number of words in the text
letter_jumble.*_corruption_level number of swaps in a word, as a share of its letters, from 0 to 1
letter_jumble.consecutive_words Whether the words follow one another in a text; otherwise they are drawn one by one.
mahjong_puzzle.*_num_rounds number of rounds
manipulate_matrix.*_transforms number of steps
manipulate_matrix.w_rotate How often a step turns the matrix, as a weight among the steps.
manipulate_matrix.w_hmirror How often a step mirrors the matrix horizontally, as a weight.
manipulate_matrix.w_vmirror How often a step mirrors the matrix vertically, as a weight.
manipulate_matrix.w_dmirror How often a step mirrors the matrix along the diagonal, as a weight.
manipulate_matrix.w_cmirror How often a step mirrors the matrix along the counterdiagonal, as a weight.
manipulate_matrix.w_map How often a step replaces a value by another, as a weight.
manipulate_matrix.w_crop How often a step crops the matrix, as a weight.
manipulate_matrix.w_remove_every_nth_row How often a step removes every nth row, as a weight.
manipulate_matrix.w_remove_every_nth_col How often a step removes every nth column, as a weight.
manipulate_matrix.w_zero_divisible How often a step sets the multiples of a number to 0, as a weight.
maze.*_dist number of steps on the shortest way
maze.*_grid_size number of rows, and of columns
modulo_grid.size_x The number of columns.
modulo_grid.size_y The number of rows.
modulo_grid.max_divisor The largest divisor of the rule.
modulo_grid.max_target The largest remainder that the rule marks.
modulo_grid.max_holes The largest number of holes.
n_queens.n The number of rows, and of columns.
n_queens.*_remove number of queens to place
needle_haystack.*_num_statements number of statements
number_filtering.*_numbers number of numbers
number_filtering.*_decimals number of decimal places of a number
number_filtering.*_value value of a number
number_format.*_num_candidates number of numbers to pick from
number_format.*_n value of the first of the numbers
number_format.max_delta How far the other numbers are from the first at most.
number_sequence.*_terms number of terms that are shown
number_sequence.min_value Changes nothing in this version of the package.
number_sequence.max_value Changes nothing in this version of the package.
number_sequence.max_complexity One less than the largest number of operations that the rule joins.
number_sorting.*_numbers number of numbers
number_sorting.*_decimals number of decimal places of a number
number_sorting.*_value value of a number
palindrome_generation.*_length number of letters
palindrome_partitioning.*_string_len number of letters in the text
palindrome_partitioning.*_substring_palindrome_len number of letters in a palindrome that the text is made of
path_star.degree How many paths leave the centre.
path_star.node_range How many labels there are to draw a node's from.
path_star.*_path_length number of edges from the centre to the end of a path
path_star.reversed Whether the path is asked for from the goal to the centre.
polynomial_equations.*_value coefficient, without its sign
polynomial_multiplication.*_value coefficient, without its sign
polynomial_multiplication.*_polynomials number of factors
polynomial_multiplication.allow_cross_variable_product Whether each factor may have a variable of its own.
polynomial_multiplication.allow_multivariate_polynomials Whether a factor may have several variables; \`allow_cross_variable_product\` must be on.
pool_matrix.min_rows The smallest number of rows, and of columns.
pool_matrix.min_cols Changes nothing in this version of the package: \`min_rows\` counts.
pool_matrix.*_pool_size number of rows, and of columns, that are pooled into one cell
power_function.*_base number to raise
power_function.*_exponent exponent
prime_factorization.*_value number to factor
products.*_terms number of factors
products.*_digits number of digits that factors have
products.allow_negation Whether factors may be negative; they may then have fewer digits.
propositional_logic.*_vars number of variables
propositional_logic.*_statements number of given statements
propositional_logic.*_complexity depth of a given statement; 1 is a variable alone
puzzle24.*_value given number
quantum_lock.difficulty How hard problems may get, from 1: higher values are reached by longer ways.
ransom_note.*_note_length number of letters in the note
ransom_note.*_magazine_length number of letters in the magazine
ransom_note.p_solvable How likely the note is made to be possible, from 0 to 1.
rearc.*_examples number of examples
rearc.diff_lb Where the range of sizes and counts that grids are drawn from begins, from 0 for the smallest to 1.
rearc.diff_ub Where the range of sizes and counts that grids are drawn from ends, up to 1 for the largest.
rectangle_count.max_rectangles The largest number of rectangles.
rectangle_count.width How many characters a line has.
rectangle_count.height How many lines the drawing has.
rotate_matrix.*_rotations number of quarter turns
rotten_oranges.p_oranges How likely a cell has an orange, from 0 to 1.
rotten_oranges.p_rotten How likely an orange is rotten at first, from 0 to 1.
rubiks_cube.*_scramble_steps number of moves that scramble the cube
rubiks_cube.cube_size How many small cubes an edge has, from 2 to 6.
rubiks_cube.remove_ansi Whether the codes that colour a terminal are left out of the drawing.
rush_hour.*_moves number of moves that a solution needs
self_reference.difficulty Changes nothing in this version of the package.
shortest_path.p_blocked How likely a cell is blocked, from 0 to 1.
simple_equations.*_terms number of terms left of the sign
simple_equations.*_value constant, coefficient or solution
simple_geometry.*_sides number of sides
simple_geometry.*_angle given angle, in degrees
simple_integration.*_degree power of the variable in the integral
simple_integration.*_bounds numerator of a coefficient in the integral, without its sign
sokoban.*_w number of columns
sokoban.*_h number of rows
sokoban.*_boxes number of boxes
sokoban.max_depth How many moves deep a solution is searched for.
spell_backward.data_file Which list of words of the package is drawn from.
string_manipulation.*_num_rules number of rules
string_splitting.*_initial_machines number of machines of each kind at first
string_synthesis.*_initial_blocks number of square blocks of each letter at first
survo.*_board_size number of rows, and of columns, with the sums
survo.*_num number in a cell
syllogism.allow_all Whether statements may say "All ... are ...".
syllogism.allow_no Whether statements may say "No ... are ...".
syllogism.allow_some Whether statements may say "Some ... are ...".
syllogism.allow_some_not Whether statements may say "Some ... are not ...".
syllogism.invalid_ratio How likely a conclusion that does not follow is sought, from 0 to 1.
syllogism.inversion_probability How likely the conclusion is to follow from one premise turned around, from 0 to 1.
time_intervals.max_time_difference_seconds The largest time between two moments, in seconds.
time_intervals.max_date_difference_days The largest time between two dates, in days.
tower_of_hanoi.*_disks number of disks
tower_of_hanoi.*_pegs number of pegs
tower_of_hanoi.visualize Whether the package draws the pegs beside the problem, which reads the same.
tsumego.max_stones About how many stones stand on the board at most.
word_ladder.*_chain_length number of words in the ladder with its ends; -1 sets no bound
word_sorting.transformation How words are written: "lowercase", "uppercase", "original" or "randomcase".
zebra_puzzles.num_people How many people there are, from 2 to 7.
zebra_puzzles.num_characteristics How many traits each of them has, from 2 to 7.
`;

/** What each field does, in prorl's words. Throws for a field that has none, and for words that no field has. */
export class DescribedSettings {
  readonly #own = table(OWN);
  readonly #shared = table(SHARED);
  readonly #unused = new Set([...this.#own.keys(), ...this.#shared.keys()]);

  of(dataset: string, field: string): string {
    for (const [words, key] of [
      [this.#own, `${dataset}.${field}`],
      [this.#shared, field],
    ] as const) {
      const found = words.get(key);
      if (found === undefined) continue;
      this.#unused.delete(key);
      return found;
    }
    throw new Error(`reasoning-gym-settings.ts has no words for ${dataset}.${field}`);
  }

  /** To be called when all fields were asked for. */
  finish(): void {
    if (this.#unused.size > 0) throw new Error(`there is no field ${[...this.#unused].join(', ')}`);
  }
}

function table(lines: string): ReadonlyMap<string, string> {
  return new Map(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [, key, words] = /^(\S+) (.*)$/.exec(line)!;
        if (!key!.includes('*')) return [[key!, words!] as const];
        return [
          [key!.replace('*', 'min'), `The smallest ${words}.`] as const,
          [key!.replace('*', 'max'), `The largest ${words}.`] as const,
        ];
      }),
  );
}
