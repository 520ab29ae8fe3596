import { ExitCode, ProrlError } from "../../errors.js";
/** Complaints that a message shows. */
const SHOWN = 5;
/** Complaints after which a file is not read on: it is another kind of file, not one with a few bad rows. */
const ENOUGH = 100;
/** What is wrong with the rows of a data set, gathered while it is read through, so that all can be mended at once. */
export class Complaints {
    task;
    lines = [];
    hint;
    constructor(task) {
        this.task = task;
    }
    /** `hint` of the first complaint is kept. Throws when there are too many, or where reading on makes no sense. */
    add(where, why, hint, stop = false) {
        const { file, row, column } = where;
        const place = [file, ...(row === undefined ? [] : [`row ${row}`])].join(', ');
        this.lines.push(`${place}${column === undefined ? '' : `, column "${column}"`}: ${why}`);
        this.hint ??= hint;
        if (stop || this.lines.length >= ENOUGH)
            this.raise();
    }
    /** Throws a ProrlError where there was anything to complain about. */
    raise() {
        const [first, ...others] = this.lines;
        if (first === undefined)
            return;
        const shown = others.slice(0, SHOWN - 1).map((line) => `\n  ${line}`);
        const more = others.length - shown.length;
        throw new ProrlError(`The data of the task ${this.task} cannot be used.\n  ${first}${shown.join('')}${more > 0 ? `\n  and ${more}${this.lines.length >= ENOUGH ? ' or more' : ''} others` : ''}`, { exitCode: ExitCode.pipeline, hint: this.hint });
    }
}
