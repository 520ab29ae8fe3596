import { type Formula } from './formula.ts';
import { type Quantity } from './quantity.ts';
/** What an answer is, as far as it could be understood. */
export type Answer = 
/** Words: only the same words are the same answer. */
{
    readonly kind: 'text';
    readonly text: string;
}
/** A number or a formula, perhaps a percentage or with a unit. */
 | {
    readonly kind: 'value';
    readonly value: Formula;
    readonly unit: Quantity['unit'];
    readonly percent: boolean;
}
/** In order: a point, a vector, a sequence in parentheses; or in square brackets. */
 | {
    readonly kind: 'tuple';
    readonly items: readonly Answer[];
    readonly square: boolean;
}
/** In any order: `{1, 2}`, `1, 2`, `±2`, `x = 1 or x = 2`. */
 | {
    readonly kind: 'set';
    readonly items: readonly Answer[];
} | {
    readonly kind: 'intervals';
    readonly intervals: readonly Interval[];
    readonly variable: string | null;
} | {
    readonly kind: 'matrix';
    readonly rows: readonly (readonly Answer[])[];
} | {
    readonly kind: 'equation';
    readonly left: Formula;
    readonly right: Formula;
}
/** In several variables: `left < right` or `left <= right`. */
 | {
    readonly kind: 'inequality';
    readonly left: Formula;
    readonly right: Formula;
    readonly strict: boolean;
};
export interface Interval {
    /** Null: without end. */
    readonly from: Formula | null;
    readonly to: Formula | null;
    readonly fromOpen: boolean;
    readonly toOpen: boolean;
}
/** Understands an answer. What is no formula is text, so that nothing passes for being unreadable. */
export declare function readAnswerText(source: string): Answer;
/** `(1, 2)` is a point or an open interval: which, the other side tells. */
export declare function asIntervals(answer: Answer | undefined): readonly Interval[] | undefined;
