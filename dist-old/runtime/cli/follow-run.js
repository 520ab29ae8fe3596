import { nextLines, resultLines } from "../report/result.js";
import { RunProgress } from "../report/run-progress.js";
import { style } from "../report/style.js";
import { totalBound } from "../run/bounds.js";
import { commandName, quote } from "./command-name.js";
import { onInterrupt } from "./interruption.js";
import { runView } from "./run-view.js";
import { showPath } from "./show-path.js";
import { stderr, stdout } from "./terminal.js";
/** Starts a run, shows it while it goes on and sums it up; sets the exit code. */
export async function followRun(following, start) {
    const { graph, maxSteps, history, json } = following;
    const run = new RunProgress(graph, totalBound(graph, maxSteps));
    for (const event of history)
        run.take(event);
    const view = runView(run, stderr, process.stderr);
    const interruption = onInterrupt(() => view.say('ending after this step, with a checkpoint; Ctrl-C again leaves at once'), () => view.close());
    try {
        const result = await start({
            signal: interruption.signal,
            onEvent: (event) => {
                if (json)
                    stdout.write(`${JSON.stringify(event)}\n`);
                view.event(event);
                if (event.event === 'run.start')
                    view.say(style(stderr.color).dim(`run folder: ${following.folder}`));
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
    }
    finally {
        view.close();
        interruption.release();
    }
}
