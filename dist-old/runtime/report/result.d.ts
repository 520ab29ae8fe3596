import type { Summary } from '../run/summary.ts';
import type { RunProgress } from './run-progress.ts';
import { type Style } from './style.ts';
/** The end of a run as text: base against final by suite and task, the main curves, resets and guards, the totals. */
export declare function resultLines(summary: Summary, run: RunProgress, columns: number, s: Style): string[];
/** What lies in a finished run's folder, and the command that most likely comes next. */
export declare function nextLines(folder: string, status: Summary['status'], next: string, s: Style): string[];
