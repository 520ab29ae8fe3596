/** What a data set of reasoning-gym asks for, in prorl's words, and whether the ProRL paper trained on it. */
export interface DescribedDataset {
  readonly words: string;
  readonly inPaper: boolean;
}

/** A star: one of the 96 of the paper; its `palindrome` is `palindrome_generation` in the package. */
const WORDS = `
ab* Rewrites a row of A and B tokens by the rules of a small machine until none applies.
acre Tells from examples which objects switch a light on.
advanced_geometry* Finds orthocentres, radii of incircles and angles of triangles by coordinates.
aiw* Counts siblings, friends or colleagues in a short story.
arc_1d* Finds the rule that changes a row of cells, from examples, and applies it.
arc_agi* Finds the rule that changes a grid, from examples, and applies it: ARC-AGI, turned and recoloured.
base_conversion* Writes a number in another base.
basic_arithmetic* Computes a formula with the four operations and parentheses.
bf* Tells what a Brainf*** program prints.
binary_alternation* Counts the swaps that make a binary text alternate.
binary_matrix* Finds for each cell of a binary grid how far the nearest 0 is.
bitwise_arithmetic* Computes a formula of shifts and sums in hexadecimal.
boxnet Plans how robot arms move coloured boxes over a grid to their places.
caesar_cipher* Deciphers a text whose letters were all moved on alike.
calendar_arithmetic* Answers questions about dates and days of the week.
chain_sum* Adds and subtracts a chain of numbers.
circuit_logic* Tells what a circuit of logic gates gives.
codeio* Tells the output of a program for an input, or an input for an output.
coin_flip Finds the probability of numbers of heads.
color_cube_rotation* Follows the coloured sides of a cube as it is turned.
complex_arithmetic* Computes with complex numbers.
count_bits* Counts the 1s of a number written in binary.
count_primes* Counts the primes between two numbers.
countdown* Reaches a number from given ones by the four operations.
course_schedule* Tells whether courses can all be taken, given which come first.
cryptarithm* Finds the digits behind the letters of a sum.
decimal_arithmetic* Computes a formula of decimals to a given precision.
decimal_chain_sum* Adds and subtracts a chain of decimals.
dice* Finds the probability of a sum of dice.
emoji_mystery* Reads a sentence that is hidden in an emoji.
family_relationships* Tells how two people of a described family are related.
figlet_font* Reads a word that is drawn in large letters of characters.
fraction_simplification* Reduces a fraction.
futoshiki* Fills a Latin square that keeps to signs of larger and smaller.
game_of_life* Computes a later generation of Conway's game of life.
game_of_life_halting Tells whether a game of life comes to rest within some generations.
gcd* Finds the greatest common divisor of several numbers.
graph_color* Colours a graph so that no edge joins two alike.
group_anagrams* Groups words that are made of the same letters.
gsm_symbolic* Solves a word problem of school arithmetic.
intermediate_integration* Integrates by substitution and by parts.
isomorphic_strings* Tells whether one text turns into another letter by letter.
jugs* Measures an amount of water with jugs of given sizes.
kakurasu Marks cells of a grid so that rows and columns have given sums of positions.
knight_swap* Swaps black and white knights on a small board.
knights_knaves* Tells who always lies and who never does from what each says.
largest_island* Finds the area of the largest island in a grid.
lcm* Finds the least common multiple of several numbers.
leg_counting* Counts the legs of a group of animals.
letter_counting* Counts how often a letter stands in a text.
letter_jumble* Finds the words behind shuffled letters.
list_functions* Finds the rule that changes a list, from examples, and applies it.
mahjong_puzzle* Follows draws of a card game and tells what happens in the end.
manipulate_matrix* Turns, mirrors, crops and changes a matrix step by step.
maze* Finds the length of the shortest way through a maze.
mini_sudoku* Completes a sudoku of 4 by 4.
modulo_grid Fills the holes of a grid whose cells follow a rule of remainders.
n_queens* Completes a board of queens that do not attack one another.
needle_haystack* Finds one statement among many.
number_filtering* Keeps or removes the numbers beyond a bound.
number_format* Picks the largest or smallest of numbers in different spellings.
number_sequence* Continues a sequence of numbers.
number_sorting* Sorts numbers.
palindrome_generation* Makes a palindrome of given letters.
palindrome_partitioning* Finds all ways to cut a text into palindromes.
path_star Finds the path to a goal in a graph shaped like a star.
polynomial_equations* Finds the real roots of a polynomial equation.
polynomial_multiplication* Multiplies polynomials.
pool_matrix* Pools a matrix by maximum or mean.
power_function* Raises a number to a power.
prime_factorization* Writes a number as a product of primes.
products* Multiplies numbers.
propositional_logic* Draws a conclusion from statements of propositional logic.
puzzle24 Makes 24 of four numbers by the four operations.
quantum_lock* Finds the shortest way to press buttons until a value is reached.
ransom_note* Tells whether a note can be cut from a magazine's letters.
rearc* Finds the rule that changes a grid, from examples: tasks of ARC posed anew.
rectangle_count* Counts rectangles in a drawing of characters.
rotate_matrix* Turns a matrix by quarter turns.
rotten_oranges* Counts the minutes until all oranges of a grid are rotten.
rubiks_cube* Solves a scrambled cube.
rush_hour* Moves cars out of the way of the red one.
self_reference* Counts the consistent answers to statements about themselves.
sentence_reordering* Puts the words of a sentence in order.
shortest_path* Finds a shortest way through a grid.
simple_equations* Solves a linear equation.
simple_geometry* Finds the missing angle of a polygon.
simple_integration* Integrates a polynomial.
sokoban* Pushes boxes to their places.
spell_backward* Spells a word from its end.
spiral_matrix* Reads a matrix in a spiral.
string_insertion* Inserts letters into a text by rules.
string_manipulation* Changes a text by rules until none applies or a state comes again.
string_splitting* Takes machines apart by rules and counts what is left.
string_synthesis* Joins blocks by rules and counts what is left.
sudoku* Completes a sudoku.
survo Fills a grid so that rows and columns have given sums.
syllogism* Tells whether a conclusion follows from two premises.
time_intervals* Finds the time between two moments.
tower_of_hanoi* Moves a tower of disks from peg to peg.
tsumego* Finds the move that captures stones in a game of Go.
word_ladder* Turns a word into another, a letter at a time.
word_sequence_reversal* Writes words in reverse order.
word_sorting* Sorts words.
zebra_puzzles* Finds who has what from clues.
`;

/** By the name of the data set. */
export function describedDatasets(): ReadonlyMap<string, DescribedDataset> {
  return new Map(
    WORDS.trim()
      .split('\n')
      .map((line) => {
        const [, name, star, words] = /^(\w+)(\*?) (.*)$/.exec(line)!;
        return [name!, { words: words!, inPaper: star !== '' }];
      }),
  );
}
