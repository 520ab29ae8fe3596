import type { Expression } from '../ast.ts';
/** An expression in its canonical form: one space between words, percentages as they were written. */
export declare function expressionText(expression: Expression): string;
