import type { RunEvent } from './events.ts';
export declare const EVENTS_FILE = "events.jsonl";
/** Appends events to the run's log, one JSON object a line, each in one write. */
export declare class EventLog {
    #private;
    /** Opens the log of a run folder, cut back to `position` bytes; ProrlError where it is shorter than that. */
    constructor(folder: string, position: number, onEvent?: (event: RunEvent) => void);
    /** Bytes written so far: a checkpoint remembers them. */
    get position(): number;
    append(event: RunEvent): void;
    /** Writes an event that was announced before the run was resumed. */
    restore(event: RunEvent): void;
    /** Forces what was written to the medium, so that no checkpoint is ahead of its log. */
    sync(): void;
    close(): void;
}
/**
 * All events of a run folder, in order. A last line cut off by a crash is left out; anything else that
 * is not an event is a ProrlError with its line number.
 */
export declare function readEvents(folder: string): RunEvent[];
