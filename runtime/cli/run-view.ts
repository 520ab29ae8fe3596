import { createLogUpdate } from 'log-update';
import { happening } from '../report/happening.ts';
import { type Activity, downloadLine, liveLines, plainLine } from '../report/live.ts';
import type { RunProgress } from '../report/run-progress.ts';
import { style, truncate } from '../report/style.ts';
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

const redrawMilliseconds = 80;
const plainMilliseconds = 10_000;

/** A view that is drawn over on a terminal, and plain lines everywhere else. `run` takes every event first. */
export function runView(run: RunProgress, output: Output, stream: NodeJS.WriteStream): RunView {
  return output.isTerminal ? drawnView(run, output, stream) : plainView(run, output);
}

function drawnView(run: RunProgress, output: Output, stream: NodeJS.WriteStream): RunView {
  const paint = createLogUpdate(stream);
  const s = style(output.color);
  let drawn = 0;
  let height = 0;
  let activity: Activity | null = null;
  const draw = (force: boolean): void => {
    // Training blocks the event loop, so that a timer would not fire: each call draws, but not too often.
    if (!force && Date.now() - drawn < redrawMilliseconds) return;
    drawn = Date.now();
    const lines = ['', ...liveLines(run, activity, output.width - 1, s)];
    // log-update draws only the lines that changed, and goes wrong where one comes in between.
    if (lines.length !== height) paint.clear();
    height = lines.length;
    paint(lines.join('\n'));
  };
  const print = (lines: readonly string[]): void => {
    if (lines.length === 0) return;
    paint.clear();
    output.write(`${lines.join('\n')}\n`);
  };
  return {
    event(event) {
      run.take(event);
      const lines = happening(event, run, output.width - 1, s);
      print(lines);
      if (event.event !== 'run.end') draw(lines.length > 0);
    },
    activity(next) {
      if (next.phase === 'download') {
        if (next.done < next.of && Date.now() - drawn < redrawMilliseconds) return;
        drawn = Date.now();
        return paint(s.dim(truncate(downloadLine(next), output.width - 1)));
      }
      // While a backend loads its library may write to the terminal itself: nothing is drawn over yet.
      if (next.phase === 'load') return paint.clear();
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

function plainView(run: RunProgress, output: Output): RunView {
  const s = style(output.color);
  let written = Date.now();
  return {
    event(event) {
      run.take(event);
      const lines = happening(event, run, output.width - 1, s);
      if (event.event === 'step' && Date.now() - written >= plainMilliseconds) lines.push(plainLine(run));
      if (lines.length === 0) return;
      if (event.event === 'step') written = Date.now();
      output.write(`${lines.join('\n')}\n`);
    },
    activity(next) {
      // A log has no use for what happens inside a step; a download may take longer than many steps.
      if (next.phase !== 'download' || Date.now() - written < plainMilliseconds) return;
      written = Date.now();
      output.write(`${downloadLine(next)}\n`);
    },
    say(text) {
      output.write(`${text}\n`);
    },
    close() {
      // Nothing is drawn over.
    },
  };
}
