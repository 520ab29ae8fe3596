import type { Example } from './page.ts';
/** The whole file that an example stands for. */
export declare function wholeFile(example: Example): string;
