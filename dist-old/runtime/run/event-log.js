import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ExitCode, ProrlError } from "../errors.js";
import { writeAll, writing } from "./disk.js";
export const EVENTS_FILE = 'events.jsonl';
/** Appends events to the run's log, one JSON object a line, each in one write. */
export class EventLog {
    #file;
    #folder;
    #onEvent;
    #position;
    /** Opens the log of a run folder, cut back to `position` bytes; ProrlError where it is shorter than that. */
    constructor(folder, position, onEvent) {
        const path = join(folder, EVENTS_FILE);
        const size = existsSync(path) ? statSync(path).size : 0;
        if (size < position) {
            throw new ProrlError(`${path} is damaged: it holds ${size} bytes, and the checkpoint was taken after ${position}.`, {
                exitCode: ExitCode.runFailed,
                hint: 'Restore the file, or start the pipeline again with another --out.',
            });
        }
        this.#folder = folder;
        this.#onEvent = onEvent;
        this.#file = writing(path, 'run the command again', () => openSync(path, existsSync(path) ? 'r+' : 'w+'));
        ftruncateSync(this.#file, position);
        // `r+` starts at the beginning; appending is done by position.
        this.#position = position;
    }
    /** Bytes written so far: a checkpoint remembers them. */
    get position() {
        return this.#position;
    }
    append(event) {
        this.restore(event);
        this.#onEvent?.(event);
    }
    /** Writes an event that was announced before the run was resumed. */
    restore(event) {
        const line = Buffer.from(`${JSON.stringify(event)}\n`);
        writing(join(this.#folder, EVENTS_FILE), `run \`prorl resume ${this.#folder}\``, () => writeAll(this.#file, line, this.#position));
        this.#position += line.length;
    }
    /** Forces what was written to the medium, so that no checkpoint is ahead of its log. */
    sync() {
        writing(join(this.#folder, EVENTS_FILE), `run \`prorl resume ${this.#folder}\``, () => fsyncSync(this.#file));
    }
    close() {
        closeSync(this.#file);
    }
}
/**
 * All events of a run folder, in order. A last line cut off by a crash is left out; anything else that
 * is not an event is a ProrlError with its line number.
 */
export function readEvents(folder) {
    const path = join(folder, EVENTS_FILE);
    if (!existsSync(path)) {
        throw new ProrlError(`${folder} has no ${EVENTS_FILE}: its log is lost.`, {
            exitCode: ExitCode.usage,
            hint: 'Name the folder of a run, the one given by --out, or restore the file.',
        });
    }
    const lines = readFileSync(path, 'utf8').split('\n');
    lines.pop(); // what follows the last newline: nothing, or a line cut off in the middle
    return lines.map((line, index) => {
        try {
            return JSON.parse(line);
        }
        catch (cause) {
            throw new ProrlError(`${path}, line ${index + 1} is not a JSON object.`, {
                exitCode: ExitCode.runFailed,
                hint: 'The file was changed after the run; restore it from a copy.',
                cause,
            });
        }
    });
}
