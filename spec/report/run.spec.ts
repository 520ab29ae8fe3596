import assert from 'node:assert/strict';
import { happening } from '../../runtime/report/happening.ts';
import { liveLines, plainLine } from '../../runtime/report/live.ts';
import { nextLines, resultLines } from '../../runtime/report/result.ts';
import { RunProgress } from '../../runtime/report/run-progress.ts';
import { style, width } from '../../runtime/report/style.ts';
import type { RunEvent } from '../../runtime/run/events.ts';
import type { Summary } from '../../runtime/run/summary.ts';
import { exampleGraph } from './example-graph.ts';
import { exampleEvents, exampleSummary } from './example-run.ts';
import { golden } from './golden.ts';

const plain = style(false);

function runUntil(step: number): RunProgress {
  const run = new RunProgress(exampleGraph, 400);
  for (const event of exampleEvents()) {
    if (event.step > step) break;
    run.take(event);
  }
  return run;
}

function interrupted(steps: number): Summary {
  return { ...exampleSummary(), status: 'interrupted', final: null, steps, resets: [], guards: [] };
}

describe('the live view of a run', () => {
  for (const columns of [120, 80, 60, 40]) {
    it(`fits ${columns} columns`, () => {
      const lines = liveLines(runUntil(143), { phase: 'step', done: 0, of: 1 }, columns, plain);
      golden(`live-${columns}`, lines);
      for (const line of lines) assert.ok(width(line) <= columns, line);
    });
  }

  it('is coloured without a change to its text', () => {
    const activity = { phase: 'evaluate', done: 512, of: 2048, suite: 'heldout' } as const;
    const colored = liveLines(runUntil(143), activity, 100, style(true)).join('\n');
    assert.notEqual(colored, liveLines(runUntil(143), activity, 100, plain).join('\n'));
    assert.equal(
      colored.replace(/\u001b\[\d+m/g, ''),
      liveLines(runUntil(143), activity, 100, plain).join('\n'),
    );
  });

  it('shows nothing that is not known yet', () => {
    assert.deepEqual(liveLines(new RunProgress(exampleGraph, 400), null, 80, plain), [
      'explore 1/2  ────────────────────────────────────────  step 0/400 · 0s',
    ]);
    assert.deepEqual(liveLines(new RunProgress(exampleGraph, null), null, 80, plain), [
      'explore 1/2  step 0 · 0s',
    ]);
  });

  it('has a line for logs', () => {
    assert.equal(
      plainLine(runUntil(143)),
      'step 143/400  explore  reward 0.493  correct 58%  KL 0.027 × 0.002  entropy 1.08  length 18.4  9.32k tokens/s  2m 53s left',
    );
  });
});

describe('the lasting lines of a run', () => {
  for (const columns of [100, 60]) {
    it(`tell what happened in ${columns} columns`, () => {
      const run = new RunProgress(exampleGraph, 400);
      const lines = [...exampleEvents()].flatMap((event) => {
        run.take(event);
        return happening(event, run, columns, plain);
      });
      golden(`happenings-${columns}`, lines);
    });
  }

  it('tell of a reset to the best checkpoint, a warning, an interruption', () => {
    const at = { step: 75, seconds: 60 };
    const events: RunEvent[] = [
      {
        ...at,
        event: 'reset',
        stage: 'explore',
        node: 'explore.reset',
        reference: true,
        optimizer: false,
        to: { source: 'best', metric: 'heldout.pass@1', step: 50 },
        trigger: 'plateau(heldout.pass@1, over: 4 evaluations, gain_below: 0.5%)',
        values: { 'heldout.pass@1': 0.481 },
        count: 1,
      },
      { ...at, event: 'warning', message: 'The suite heldout has 90 problems of products instead of 128.' },
      { ...at, event: 'resume', checkpoint: 'checkpoints/step-000075', backend: 'wasm', steps: 400 },
      { ...at, event: 'checkpoint', folder: 'checkpoints/step-000075', reason: 'interrupt', best: null },
    ];
    const run = runUntil(75);
    golden(
      'happenings-others',
      events.flatMap((event) => happening(event, run, 80, plain)),
    );
  });
});

describe('what is left of a run', () => {
  it('counts evaluations in', () => {
    // 50 steps of 0.5 s; evaluations of 4 s after 375 and 400.
    assert.equal(runUntil(350).secondsLeft, 50 * 0.5 + 2 * 4);
  });
  it('is unknown before the first step and without a bound', () => {
    assert.equal(runUntil(0).secondsLeft, null);
    assert.equal(new RunProgress(exampleGraph, null).secondsLeft, null);
  });
  it('does not count the time between two attempts', () => {
    const run = runUntil(350);
    const before = run.secondsLeft;
    run.take({ event: 'resume', step: 350, seconds: 99_999, checkpoint: 'x', backend: 'cpu', steps: 400 });
    assert.equal(run.secondsLeft, before);
  });
});

describe('curves', () => {
  it('forget the steps that a resumed run does again', () => {
    const run = runUntil(10);
    for (const event of exampleEvents())
      if (event.event === 'step' && event.step >= 8 && event.step <= 9) run.take(event);
    assert.deepEqual(run.curves.get('reward.mean')?.steps, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('the end of a run', () => {
  for (const columns of [100, 50]) {
    it(`compares base and final in ${columns} columns`, () => {
      const lines = resultLines(exampleSummary(), runUntil(400), columns, plain);
      golden(`result-${columns}`, [
        ...lines,
        ...nextLines('runs/quickstart-1', 'done', 'prorl run a.prorl --seed 18', plain),
      ]);
    });
  }

  it('shows the newest figures of a run that was interrupted, with their step', () => {
    const summary = interrupted(110);
    golden('result-interrupted', resultLines(summary, runUntil(110), 80, plain));
  });

  it('shows dashes where nothing was measured', () => {
    const summary = interrupted(3);
    const lines = resultLines(summary, runUntil(3), 80, plain);
    assert.match(lines.find((line) => line.startsWith('all')) ?? '', /^all +28\.0% +- +- +62\.7% +- +-$/);
  });
});
