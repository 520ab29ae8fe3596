import { type Field } from './field.ts';
export interface ModelConstructor {
    readonly name: 'bundled' | 'folder' | 'hf' | 'transformer';
    readonly doc: string;
    /** Parameters in order: the first `positional` of them may be written without their name. */
    readonly parameters: readonly Field[];
    readonly positional: number;
}
/** Where a model may come from. */
export declare const modelConstructors: readonly ModelConstructor[];
