import type { TestResult } from '../control/index.ts';
import type { Style } from './style.ts';
/** A test's line, and below it what each expectation that was not met got instead. */
export declare function testLines(result: TestResult, showFile: (file: string) => string, s: Style): string[];
/** `3 passed, 1 failed`. */
export declare function testTotals(results: readonly TestResult[], s: Style): string;
