import type { CompletionItem } from 'vscode-languageserver';
import { type Type } from '../types/type.ts';
import type { Cursor } from './cursor.ts';
import type { View } from './session.ts';
type Place = Pick<Cursor, 'item' | 'offset' | 'frames'>;
/** Names that are declared or imported, and parameters around the cursor, of a type. */
export declare function declared(view: View, place: Place, type: Type | undefined): CompletionItem[];
/** Metrics of stages and of the suites in scope; behind `heldout.` those of that suite. */
export declare function metrics(view: View, place: Place): CompletionItem[];
/** What may be written where a value of a type is wanted; undefined: anything. */
export declare function values(view: View, place: Place, type: Type | undefined): CompletionItem[];
export {};
