import type { Difference } from '../graph/diff.ts';
import type { Schedule } from '../graph/schedule.ts';
import { type Style } from './style.ts';
/** The answer of `prorl diff --json`. */
export interface DiffReport {
    format: 'prorl-diff/1';
    before: {
        file: string;
        pipeline: string;
        graph: string;
    };
    after: {
        file: string;
        pipeline: string;
        graph: string;
    };
    /** True where `differences` is empty. */
    same: boolean;
    differences: Difference[];
}
/** Differences as text: `-` gone, `+` new, `~` changed; schedules are drawn on both sides. */
export declare function diffLines({ before, after, differences }: DiffReport, valueAt: (schedule: Schedule, x: number) => number, columns: number, s: Style): string[];
