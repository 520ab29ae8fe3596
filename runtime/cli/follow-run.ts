import type { RunResult } from '../engines/assemble.ts';
import type { Graph } from '../graph/graph.ts';
import { nextLines, resultLines } from '../report/result.ts';
import type { Activity } from '../report/live.ts';
import { RunProgress } from '../report/run-progress.ts';
import { style } from '../report/style.ts';
import { totalBound } from '../run/bounds.ts';
import type { RunEvent } from '../run/events.ts';
import { commandName, quote } from './command-name.ts';
import { onInterrupt } from './interruption.ts';
import { runView } from './run-view.ts';
import { showPath } from './show-path.ts';
import { stderr, stdout } from './terminal.ts';

/** What a run is given so that it can be followed. */
export interface Hooks {
  signal: AbortSignal;
  onEvent: (event: RunEvent) => void;
  onProgress: (activity: Activity) => void;
}

interface Following {
  graph: Graph;
  /** Where the run writes, as it is shown. */
  folder: string;
  /** The caller's own bound on steps. */
  maxSteps: number | undefined;
  /** Events of earlier attempts of a run that is resumed. */
  history: readonly RunEvent[];
  /** Events as JSON lines on stdout. */
  json: boolean;
  /** The command that most likely follows a run that is done. */
  next: string;
}

/** Starts a run, shows it while it goes on and sums it up; sets the exit code. */
export async function followRun(
  following: Following,
  start: (hooks: Hooks) => Promise<RunResult>,
): Promise<void> {
  const { graph, maxSteps, history, json } = following;
  const run = new RunProgress(graph, totalBound(graph, maxSteps));
  for (const event of history) run.take(event);
  const view = runView(run, stderr, process.stderr);
  const interruption = onInterrupt(
    () => view.say('ending after this step, with a checkpoint; Ctrl-C again leaves at once'),
    () => view.close(),
  );
  try {
    const result = await start({
      signal: interruption.signal,
      onEvent: (event) => {
        if (json) stdout.write(`${JSON.stringify(event)}\n`);
        view.event(event);
        if (event.event === 'run.start') view.say(style(stderr.color).dim(`run folder: ${following.folder}`));
      },
      onProgress: (activity) => view.activity(activity),
    });
    view.close();
    // With --json the events alone are on stdout.
    const output = json ? stderr : stdout;
    const s = style(output.color);
    const folder = showPath(result.folder);
    const { summary } = result;
    const goOn = summary.status === 'stopped' || summary.status === 'interrupted';
    const next = goOn ? `${commandName()} resume ${quote(folder)}` : following.next;
    const lines = [
      ...resultLines(summary, run, output.width, s),
      ...nextLines(folder, summary.status, next, s),
    ];
    output.write(`${lines.join('\n')}\n`);
    process.exitCode = result.exitCode;
  } finally {
    view.close();
    interruption.release();
  }
}
