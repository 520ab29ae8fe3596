import { signOf } from "./align.js";
import { columns } from "./columns.js";
/** The lines that are being written. */
export class Page {
    column = 0;
    rows = [];
    line = '';
    /** Comments that wait for the end of their line. */
    waiting = [];
    put(text) {
        this.line += text;
        const last = text.lastIndexOf('\n');
        this.column = last < 0 ? this.column + columns(text) : columns(text.slice(last + 1));
    }
    /** A sign that stands for a space until lines are aligned. */
    sign(text) {
        this.line += text;
        this.column += 1;
    }
    /** Puts a comment at the end of the line. */
    wait(comment) {
        this.waiting.push(comment);
    }
    endLine(indent) {
        this.flush();
        this.line = ' '.repeat(indent);
        this.column = indent;
    }
    text() {
        this.flush();
        return `${this.rows.join('\n')}\n`;
    }
    flush() {
        // What may be followed by more comes first: nothing stands behind a comment that runs to the line's end.
        const ordered = [...this.waiting.filter((c) => !c.toEnd), ...this.waiting.filter((c) => c.toEnd)];
        let line = this.line.trimEnd();
        ordered.forEach(({ text }, i) => {
            line += (i > 0 ? ' ' : line === '' ? '' : signOf('comment')) + text;
        });
        this.rows.push(line);
        this.waiting = [];
    }
}
