import type { Span } from './span.ts';
/** What every node of the tree has. */
export interface NodeOf<Kind extends string> {
    readonly kind: Kind;
    readonly span: Span;
}
/** An identifier as written. Empty text: a hole. Contextual keywords are names too. */
export interface Name extends NodeOf<'Name'> {
    readonly text: string;
}
export type Expression = Missing | NumberLiteral | StringLiteral | BooleanLiteral | Quantity | StepNumber | Arithmetic | Negative | Range | Path | Call | List | Windowed | Chain | Comparison | Logical | Not | Sustained | Every;
/** A hole, reported already. Its span is empty and lies where the expression should stand. */
export type Missing = NodeOf<'Missing'>;
/** `3e-4`, `-0.5`, `95%` (value 0.95). */
export interface NumberLiteral extends NodeOf<'NumberLiteral'> {
    readonly value: number;
    readonly percent: boolean;
}
/** `value` has its escapes resolved. */
export interface StringLiteral extends NodeOf<'StringLiteral'> {
    readonly value: string;
}
export interface BooleanLiteral extends NodeOf<'BooleanLiteral'> {
    readonly value: boolean;
}
/** `25 steps`. The unit is as written. */
export interface Quantity extends NodeOf<'Quantity'> {
    readonly value: NumberLiteral;
    readonly unit: Name;
}
/** `step 40`: the step of that number, the first being 1. */
export interface StepNumber extends NodeOf<'StepNumber'> {
    readonly number: Expression;
}
/** `2 * 16 steps`, `(warm + 10 steps) / 2`. Brackets are not kept: the tree says what belongs together. */
export interface Arithmetic extends NodeOf<'Arithmetic'> {
    readonly sign: Sign;
    readonly left: Expression;
    readonly right: Expression;
}
export interface Sign extends NodeOf<'Sign'> {
    readonly text: '+' | '-' | '*' | '/';
}
/** `-limit`, `-(a + b)`. A minus sign before a number is part of the number. */
export interface Negative extends NodeOf<'Negative'> {
    readonly operand: Expression;
}
/** `2..4`, `8 tokens..64 tokens`. */
export interface Range extends NodeOf<'Range'> {
    readonly from: Expression;
    readonly to: Expression;
}
/** `nano`, `kl.mean`, `heldout.chain_sum.pass@16`. At least one name. */
export interface Path extends NodeOf<'Path'> {
    readonly names: readonly Name[];
    /** The names joined by dots. */
    readonly text: string;
}
/** `linear(1, 3, over: 200 steps)`, `plateau(heldout.pass@1, over: 4 evaluations)`, `not_finite(loss)`. */
export interface Call extends NodeOf<'Call'> {
    readonly callee: Path;
    readonly arguments: readonly Argument[];
}
export interface Argument extends NodeOf<'Argument'> {
    /** Null: given by position. */
    readonly name: Name | null;
    readonly value: Expression;
}
/** `[a, b]`, or `a, b` as a field's value. */
export interface List extends NodeOf<'List'> {
    readonly elements: readonly Expression[];
}
/** `1 from 100 steps`, `1 until 50 steps`, `1 from 100 steps until 200 steps`. At least one of both is there. */
export interface Windowed extends NodeOf<'Windowed'> {
    readonly value: Expression;
    readonly from: Expression | null;
    readonly until: Expression | null;
}
/** `0 at 0 steps, linear to 0.002 at 50 steps, cosine to 0.0005 at 400 steps`. */
export interface Chain extends NodeOf<'Chain'> {
    readonly start: Expression;
    /** Where the start value stands; null when left out (`1, linear to 2 over 50 steps`). */
    readonly at: Expression | null;
    /** Empty for a lone anchor `0 at 0 steps`. */
    readonly pieces: readonly ChainPiece[];
}
/** `linear to 0.002 at 50 steps`, `cosine to 0 over 100 steps`, `constant until 400 steps`, `constant for 50 steps`. */
export interface ChainPiece extends NodeOf<'ChainPiece'> {
    /** The shape as written: `constant`, `linear`, `cosine`, `exponential`, `step`. */
    readonly shape: Name;
    /** Null when left out (`constant until 400 steps`). */
    readonly to: Expression | null;
    /** `at`, `until`: an absolute position; `over`, `for`: a length counted from the end of the piece before. */
    readonly by: 'at' | 'until' | 'over' | 'for';
    readonly position: Expression;
}
export interface Comparison extends NodeOf<'Comparison'> {
    readonly op: '>' | '>=' | '<' | '<=' | '==' | '!=';
    readonly left: Expression;
    readonly right: Expression;
}
/** `a and b and c` is one node with three operands. */
export interface Logical extends NodeOf<'Logical'> {
    readonly op: 'and' | 'or';
    readonly operands: readonly Expression[];
}
export interface Not extends NodeOf<'Not'> {
    readonly operand: Expression;
}
/** `kl.mean > 0.15 for 5 steps`. Binds tighter than `not`, `and`, `or`. */
export interface Sustained extends NodeOf<'Sustained'> {
    readonly condition: Expression;
    readonly for: Expression;
}
/** `every 100 steps` as a condition. */
export interface Every extends NodeOf<'Every'> {
    readonly period: Expression;
}
