import type { Estimate } from './estimate.ts';
import { type Style } from './style.ts';
/** An estimate with its arithmetic, line by line. Lines are never cut: what they end in is the result. */
export declare function estimateLines(estimate: Estimate, s: Style): string[];
