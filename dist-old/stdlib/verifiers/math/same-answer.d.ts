/**
 * Whether an answer means the same as the reference answer: by value, not by spelling. Sets and bare lists
 * compare in any order, tuples, vectors and matrices in theirs; `x = 5` answers for `5`; a unit that only one
 * side states is taken as understood, while two units must agree in size. What cannot be read is only right
 * where it is the same text.
 */
export declare function sameAnswer(given: string, expected: string): boolean;
