import type * as ast from '../ast.ts';
import type { Declaration, Level, Parameter, TaskDeclaration } from '../ast.ts';
import type { Field } from '../types/field.ts';
import type { Callable, Meaning } from './meaning.ts';
/** A type as it was written. */
export declare function typeSyntaxText(type: ast.Type): string;
export declare function parameterText({ name, type, bounds, default: value }: Parameter): string;
/** The first line of a declaration: `stage explore(mix: Mixture) = grpo`. */
export declare function signatureOf(declaration: Declaration): string;
export declare function defaultText(field: Pick<Field, 'default' | 'type'>): string | undefined;
export declare function fieldDoc(field: Field): string;
export declare function callableText(fn: Callable): string;
export declare function typeDoc(name: string): string;
/** What there is to say about a name: the line in the language, and the text under it. */
export declare function describe(meaning: Meaning): {
    readonly code: string;
    readonly doc: string;
};
/** What each level sets, as a list. */
export declare function levelDoc({ levels }: TaskDeclaration): string;
/** `terms: 2..3, digits: 1..2`. */
export declare function levelText({ body }: Level): string;
