// Written by scripts/reasoning-gym.ts from the package itself.
export const REASONING_GYM = '0.1.25';
/** A data set a line: its fields with their kinds, or with the texts that they may be; "-": none can be given. */
export const CATALOGUE = `
ab: length whole
acre: train whole
advanced_geometry: min_coord whole, max_coord whole, task_types list
aiw: male_names list, female_names list, task_types list, task_type_weights list, max_entities whole
arc_1d: min_size whole, max_size whole, num_train whole
arc_agi: use_train flag, use_eval flag, board_format_opts -, rotations list, mirrors list, use_color_permutation flag, shuffle_example_order flag, rotations_weights list, mirrors_weights list
base_conversion: min_base whole, max_base whole, min_value whole, max_value whole
basic_arithmetic: min_terms whole, max_terms whole, min_digits whole, max_digits whole, operators list, allow_parentheses flag, allow_negation flag, format_style simple|natural, whitespace no_space|single|random
bf: difficulty whole
binary_alternation: min_n whole, max_n whole, p_solvable number
binary_matrix: min_n whole, max_n whole, p_zero number
bitwise_arithmetic: difficulty whole
boxnet: min_row_num whole, max_row_num whole, min_column_num whole, max_column_num whole, min_box_num whole, max_box_num whole, colour_list list
caesar_cipher: delimiter text, min_words whole, max_words whole, min_rotation whole, max_rotation whole
calendar_arithmetic: year whole, tasks list, offset_upper_bound whole, leap_year_range whole
chain_sum: min_terms whole, max_terms whole, min_digits whole, max_digits whole, allow_negation flag
circuit_logic: min_terms whole, max_terms whole, min_inputs whole, max_inputs whole, neg_prob number, allow_reuse flag
codeio: input_prediction_probability number, difficulty whole
coin_flip: min_trials whole, max_trials whole, allow_exact flag, allow_at_least flag
color_cube_rotation: min_rotations whole, max_rotations whole
complex_arithmetic: min_real whole, max_real whole, min_imag whole, max_imag whole, operations list, operations_weights list
count_bits: min_n whole, max_n whole
count_primes: min_n whole, max_n whole
countdown: min_numbers whole, max_numbers whole, min_value whole, max_value whole, min_target whole, max_target whole, operators list, shuffle flag
course_schedule: min_num_courses whole, max_num_courses whole, min_num_prerequisites whole, max_num_prerequisites whole, min_cycle_length whole, max_cycle_length whole, p_solvable number
cryptarithm: min_words whole, max_words whole, allow_leading_zero flag
decimal_arithmetic: min_num_decimal_places whole, max_num_decimal_places whole, min_terms whole, max_terms whole, precision whole
decimal_chain_sum: min_terms whole, max_terms whole, min_digits whole, max_digits whole, min_decimal_places whole, max_decimal_places whole, allow_negation flag
dice: num_dice whole, max_dice_size whole
emoji_mystery: min_words_in_sentence whole, max_words_in_sentence whole
family_relationships: min_family_size whole, max_family_size whole, male_names list, female_names list
figlet_font: static_word text, static_font text, min_word_len whole, max_word_len whole, space_letters flag
fraction_simplification: min_value whole, max_value whole, min_factor whole, max_factor whole, styles list
futoshiki: min_board_size whole, max_board_size whole, min_difficulty whole, max_difficulty whole
game_of_life: grid_size_x whole, grid_size_y whole, filled_cells_weights number, filled_cells whole, simulation_steps whole
game_of_life_halting: grid_size_x whole, grid_size_y whole, difficulty whole, num_oscillators whole, max_simulation_steps whole
gcd: min_numbers whole, max_numbers whole, min_value whole, max_value whole
graph_color: num_colors whole, min_num_vertices whole, max_num_vertices whole, edge_probability number
group_anagrams: min_anagram_groups whole, max_anagram_groups whole, min_words_per_group whole, max_words_per_group whole
gsm_symbolic: difficulty number
intermediate_integration: problem_types list, problem_type_weights list, linear_lower_bound whole, linear_upper_bound whole, min_linear_degree whole, max_linear_degree whole, outer_constant_min whole, outer_constant_max whole, min_poly_degree whole, max_poly_degree whole, symbols list, operators list
isomorphic_strings: min_string_length whole, max_string_length whole, p_solvable number
jugs: num_jugs whole, difficulty whole
kakurasu: min_rows whole, max_rows whole, min_cols whole, max_cols whole, p_ones number, max_retries whole
knight_swap: min_nodes whole, max_nodes whole, min_pieces whole, max_pieces whole, min_steps whole, max_steps whole, max_attempts whole, impossible_ratio number
knights_knaves: n_people whole, depth_constraint whole, width_constraint whole
largest_island: min_rows whole, max_rows whole, min_cols whole, max_cols whole, min_num_islands whole, max_num_islands whole, min_island_size whole, max_island_size whole
lcm: min_numbers whole, max_numbers whole, min_value whole, max_value whole
leg_counting: min_animals whole, max_animals whole, min_instances whole, max_instances whole
letter_counting: min_words whole, max_words whole
letter_jumble: min_word_len whole, max_word_len whole, min_words whole, max_words whole, min_corruption_level number, max_corruption_level number, consecutive_words flag
list_functions:
mahjong_puzzle: min_num_rounds whole, max_num_rounds whole
manipulate_matrix: min_rows whole, min_cols whole, max_rows whole, max_cols whole, min_transforms whole, max_transforms whole, w_rotate number, w_hmirror number, w_vmirror number, w_dmirror number, w_cmirror number, w_map number, w_crop number, w_remove_every_nth_row number, w_remove_every_nth_col number, w_zero_divisible number
maze: min_dist whole, max_dist whole, min_grid_size whole, max_grid_size whole
mini_sudoku: min_empty whole, max_empty whole
modulo_grid: size_x whole, size_y whole, max_divisor whole, max_target whole, max_holes whole
n_queens: n whole, min_remove whole, max_remove whole
needle_haystack: min_num_statements whole, max_num_statements whole
number_filtering: min_numbers whole, max_numbers whole, min_decimals whole, max_decimals whole, min_value number, max_value number
number_format: min_num_candidates whole, max_num_candidates whole, min_n number, max_n number, max_delta number
number_sequence: min_terms whole, max_terms whole, min_value whole, max_value whole, max_complexity whole
number_sorting: min_numbers whole, max_numbers whole, min_decimals whole, max_decimals whole, min_value number, max_value number
palindrome_generation: min_length whole, max_length whole
palindrome_partitioning: min_string_len whole, max_string_len whole, min_substring_palindrome_len whole, max_substring_palindrome_len whole
path_star: degree whole, node_range whole, min_path_length whole, max_path_length whole, reversed flag
polynomial_equations: min_terms whole, max_terms whole, min_value whole, max_value whole, min_degree whole, max_degree whole, operators list
polynomial_multiplication: min_terms whole, max_terms whole, min_value whole, max_value whole, min_degree whole, max_degree whole, min_polynomials whole, max_polynomials whole, variables list, allow_cross_variable_product flag, allow_multivariate_polynomials flag, operators list
pool_matrix: min_rows whole, max_rows whole, min_cols whole, max_cols whole, min_pool_size whole, max_pool_size whole
power_function: min_base number, max_base number, min_exponent whole, max_exponent whole
prime_factorization: min_value whole, max_value whole
products: min_terms whole, max_terms whole, min_digits whole, max_digits whole, allow_negation flag
propositional_logic: min_vars whole, max_vars whole, min_statements whole, max_statements whole, min_complexity whole, max_complexity whole
puzzle24: operators list, min_value whole, max_value whole
quantum_lock: difficulty whole
ransom_note: min_note_length whole, max_note_length whole, min_magazine_length whole, max_magazine_length whole, p_solvable number
rearc: min_examples whole, max_examples whole, diff_lb whole, diff_ub number, board_format_opts -, rng_difficulty_ranges -, rng_difficulty_weights list, pso_difficulty_ranges -, pso_difficulty_weights list
rectangle_count: max_rectangles whole, width whole, height whole
rotate_matrix: min_n whole, max_n whole, min_rotations whole, max_rotations whole
rotten_oranges: min_n whole, max_n whole, p_oranges number, p_rotten number
rubiks_cube: min_scramble_steps whole, max_scramble_steps whole, cube_size whole, remove_ansi flag
rush_hour: min_moves whole, max_moves whole
self_reference: difficulty whole
sentence_reordering: min_words_in_sentence whole, max_words_in_sentence whole
shortest_path: min_rows whole, max_rows whole, min_cols whole, max_cols whole, p_blocked number
simple_equations: min_terms whole, max_terms whole, min_value whole, max_value whole, operators list, operators_weights list
simple_geometry: min_sides whole, max_sides whole, min_angle whole, max_angle whole
simple_integration: min_terms whole, max_terms whole, min_degree whole, max_degree whole, min_bounds whole, max_bounds whole, operators list, symbols list
sokoban: min_w whole, min_h whole, max_w whole, max_h whole, min_boxes whole, max_boxes whole, max_depth whole
spell_backward: min_word_len whole, max_word_len whole, data_file text
spiral_matrix: min_n whole, max_n whole
string_insertion: min_string_length whole, max_string_length whole
string_manipulation: min_string_length whole, max_string_length whole, min_num_rules whole, max_num_rules whole
string_splitting: min_initial_machines whole, max_initial_machines whole, max_iterations whole
string_synthesis: min_initial_blocks whole, max_initial_blocks whole, max_iterations whole
sudoku: min_empty whole, max_empty whole
survo: min_board_size whole, max_board_size whole, min_empty whole, max_empty whole, min_num whole, max_num whole
syllogism: allow_all flag, allow_no flag, allow_some flag, allow_some_not flag, invalid_ratio number, inversion_probability number
time_intervals: min_time text, max_time text, max_time_difference_seconds whole, min_date text, max_date text, max_date_difference_days whole, task_types list
tower_of_hanoi: min_disks whole, max_disks whole, min_pegs whole, max_pegs whole, visualize flag
tsumego: min_board_size whole, max_board_size whole, max_stones whole
word_ladder: min_word_length whole, max_word_length whole, min_chain_length whole, max_chain_length whole
word_sequence_reversal: min_words whole, max_words whole
word_sorting: min_words whole, max_words whole, min_word_length whole, max_word_length whole, transformation lowercase|uppercase|original|randomcase
zebra_puzzles: num_people whole, num_characteristics whole
`;
