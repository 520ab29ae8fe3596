import type { LevelDocs, LibraryDocs, ParameterDocs } from '../../../grammar/docs/index.ts';
export declare function heading({ name, version }: LibraryDocs): string;
/** `Range in 2..12`; empty where neither is written. */
export declare function typeOf({ type, bounds }: ParameterDocs): string;
/** `terms: 2..3, digits: 1..2`. */
export declare function levelWords(level: LevelDocs): string;
