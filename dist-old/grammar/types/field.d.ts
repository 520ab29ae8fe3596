import type { Type } from './type.ts';
/** The value of a field that is not written; `required` fields have none. */
export type Default = number | string | boolean | null;
/** One field of a block: what it takes, what holds when it is not written, and what it means. */
export interface Field {
    readonly name: string;
    readonly type: Type;
    /** Undefined: the field must be written. Null: the value `none`. */
    readonly default: Default | undefined;
    readonly doc: string;
    /** Of a number that takes no schedule: why it never moves. */
    readonly still?: string;
}
/** A named group of fields inside a declaration. */
export interface Block {
    readonly name: string;
    readonly doc: string;
    readonly fields: readonly Field[];
    /** True where leaving the block out leaves the feature out; `NAME: none` then takes it away again from a template. */
    readonly optional: boolean;
}
/** What a kind of declaration may hold. */
export interface Shape {
    readonly doc: string;
    readonly fields: readonly Field[];
    readonly blocks: readonly Block[];
}
export declare function field(name: string, type: Type, fallback: Default | undefined, doc: string): Field;
/** The same fields, with why none of their numbers may move. */
export declare function still(why: string, fields: readonly Field[]): Field[];
export declare function block(name: string, doc: string, fields: readonly Field[]): Block;
export declare function optionalBlock(name: string, doc: string, fields: readonly Field[]): Block;
/** Every field of a shape by its path: `updates`, `rollout.samples`. */
export declare function fieldsByPath(shape: Shape): ReadonlyMap<string, Field>;
