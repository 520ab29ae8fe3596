import type { Context } from '../types/infer/context.ts';
import type { Module, Modules } from '../modules/index.ts';
import type { Occurrence } from './meaning.ts';
/** All names in a module with what they stand for, in order of place. */
export declare function occurrencesOf(module: Module, cx: Context, modules: Modules): Occurrence[];
