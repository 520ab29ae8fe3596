/**
 * One spelling of an answer: LaTeX without its typography, with the plain ways of writing formulas put into
 * LaTeX. Meaning is kept: what is dropped is spacing, sizes, dollar signs and a closing full stop.
 */
export declare function clean(answer: string): string;
