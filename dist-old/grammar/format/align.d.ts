import type { Mark } from './doc.ts';
export declare function signOf(mark: Mark): string;
/** Turns the marks into spaces. */
export declare function align(text: string, width: number): string;
