import type { Type as TypeSyntax } from '../../ast.ts';
import { type Type } from '../type.ts';
import type { Context } from './context.ts';
/** The names of all types, for suggestions and documentation. */
export declare const typeNames: readonly string[];
/** The type that is written; undefined where it is none, which was reported. */
export declare function typeOf(cx: Context, syntax: TypeSyntax): Type | undefined;
