import { setTimeout as sleep } from 'node:timers/promises';
import { runView } from '../../runtime/cli/run-view.ts';
import { stderr, stdout } from '../../runtime/cli/terminal.ts';
import { nextLines, resultLines } from '../../runtime/report/result.ts';
import { RunProgress } from '../../runtime/report/run-progress.ts';
import { style } from '../../runtime/report/style.ts';
import { exampleGraph } from './example-graph.ts';
import { exampleEvents, exampleSummary } from './example-run.ts';

/**
 * Plays the example run on this terminal, to look at how a run is drawn: `npx tsx spec/report/demo.ts [STEPS] [MS]`.
 * It stops after so many steps, as if held still, where a number is given.
 */
const until = Number(process.argv[2] ?? Infinity);
const pause = Number(process.argv[3] ?? 10);
const run = new RunProgress(exampleGraph, 400);
const view = runView(run, stderr, process.stderr);
for (const event of exampleEvents()) {
  if (event.step > until) break;
  view.activity({ phase: 'step', done: 64 + ((event.step * 7) % 190), of: 256 });
  view.event(event);
  await sleep(pause);
}
view.activity({ phase: 'step', done: 128, of: 256 });
if (until < 400) await sleep(60_000);
view.close();
const s = style(stdout.color);
const lines = [
  ...resultLines(exampleSummary(), run, stdout.width, s),
  ...nextLines('runs/quickstart-1', 'done', 'prorl run pipelines/quickstart.prorl --seed 18', s),
];
stdout.write(`${lines.join('\n')}\n`);
