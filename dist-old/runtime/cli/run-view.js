import { createLogUpdate } from 'log-update';
import { happening } from "../report/happening.js";
import { liveLines, plainLine } from "../report/live.js";
import { style } from "../report/style.js";
const redrawMilliseconds = 80;
const plainMilliseconds = 10_000;
/** A view that is drawn over on a terminal, and plain lines everywhere else. `run` takes every event first. */
export function runView(run, output, stream) {
    return output.isTerminal ? drawnView(run, output, stream) : plainView(run, output);
}
function drawnView(run, output, stream) {
    const paint = createLogUpdate(stream);
    const s = style(output.color);
    let drawn = 0;
    let height = 0;
    let activity = null;
    const draw = (force) => {
        // Training blocks the event loop, so that a timer would not fire: each call draws, but not too often.
        if (!force && Date.now() - drawn < redrawMilliseconds)
            return;
        drawn = Date.now();
        const lines = ['', ...liveLines(run, activity, output.width - 1, s)];
        // log-update draws only the lines that changed, and goes wrong where one comes in between.
        if (lines.length !== height)
            paint.clear();
        height = lines.length;
        paint(lines.join('\n'));
    };
    const print = (lines) => {
        if (lines.length === 0)
            return;
        paint.clear();
        output.write(`${lines.join('\n')}\n`);
    };
    return {
        event(event) {
            run.take(event);
            const lines = happening(event, run, output.width - 1, s);
            print(lines);
            if (event.event !== 'run.end')
                draw(lines.length > 0);
        },
        activity(next) {
            // While a backend loads its library may write to the terminal itself: nothing is drawn over yet.
            if (next.phase === 'load')
                return;
            const other = next.phase !== activity?.phase;
            activity = next;
            draw(other);
        },
        say(text) {
            print([text]);
            draw(true);
        },
        close() {
            paint.clear();
            paint.done();
        },
    };
}
function plainView(run, output) {
    const s = style(output.color);
    let written = Date.now();
    return {
        event(event) {
            run.take(event);
            const lines = happening(event, run, output.width - 1, s);
            if (event.event === 'step' && Date.now() - written >= plainMilliseconds)
                lines.push(plainLine(run));
            if (lines.length === 0)
                return;
            if (event.event === 'step')
                written = Date.now();
            output.write(`${lines.join('\n')}\n`);
        },
        activity() {
            // A log has no use for what happens inside a step.
        },
        say(text) {
            output.write(`${text}\n`);
        },
        close() {
            // Nothing is drawn over.
        },
    };
}
