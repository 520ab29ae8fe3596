import type { Block, Field as FieldSyntax, Item, Name } from '../../ast.ts';
import { type Block as BlockShape, type Field, type Shape } from '../field.ts';
import type { Sourced } from '../value.ts';
import type { Context } from './context.ts';
/** Reports an item that its block has no place for. */
export declare function misplaced(cx: Context, item: Item, where: string, takes: string): undefined;
/** Keeps what was written by name, and reports what is written twice in one block. */
export declare class Written {
    private readonly seen;
    /** Whether a name comes for the first time. */
    first(cx: Context, name: Name): boolean;
}
/** Reads a field's value. A wrong one, reported, becomes an open value: the field is not missing, and later checks pass it by. */
export declare function fieldValue(cx: Context, syntax: FieldSyntax, field: Field): Sourced;
export declare function reportUnknownField(cx: Context, name: Name, where: string, shape: Shape): undefined;
/** Reads the fields of a block whose items can only be fields. */
export declare function readBlock(cx: Context, body: Block, block: BlockShape): ReadonlyMap<string, Sourced>;
