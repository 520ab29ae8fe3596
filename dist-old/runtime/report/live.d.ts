import type { Progress } from '../run/run.ts';
import type { RunProgress } from './run-progress.ts';
import { type Style } from './style.ts';
/** What the run is doing inside a step. */
export type Activity = Pick<Progress, 'phase' | 'done' | 'of' | 'suite'>;
/** The lines under which a running run is drawn over and over: where it stands, its figures, what it does now. */
export declare function liveLines(run: RunProgress, activity: Activity | null, columns: number, s: Style): string[];
/** One line for a log that is not drawn over. */
export declare function plainLine(run: RunProgress): string;
