import { type Activity } from '../report/live.ts';
import type { RunProgress } from '../report/run-progress.ts';
import type { RunEvent } from '../run/events.ts';
import type { Output } from './terminal.ts';
/** How a run is shown while it goes on. */
export interface RunView {
    event(event: RunEvent): void;
    activity(activity: Activity): void;
    /** A message between the lines. */
    say(text: string): void;
    close(): void;
}
/** A view that is drawn over on a terminal, and plain lines everywhere else. `run` takes every event first. */
export declare function runView(run: RunProgress, output: Output, stream: NodeJS.WriteStream): RunView;
