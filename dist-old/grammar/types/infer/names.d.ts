import type { Declaration, Name } from '../../ast.ts';
import type { Module } from '../../modules/index.ts';
import type { Value } from '../value.ts';
import type { Context } from './context.ts';
/** What a name stands for. */
export type Found = {
    readonly kind: 'parameter';
    readonly value: Value;
} | {
    readonly kind: 'declaration';
    readonly declaration: Declaration;
    readonly module: Module;
}
/** Its import or its parameter failed; that was reported. */
 | {
    readonly kind: 'broken';
};
export declare function lookUp(cx: Context, name: string): Found | undefined;
/** Reports a name that stands for nothing; `others` are words that would also do in its place; `kind`: only what is so declared does. */
export declare function reportUnknownName(cx: Context, name: Name, wanted: string, others?: readonly string[], kind?: string | null): undefined;
export declare function kindWord(declaration: Declaration): string;
