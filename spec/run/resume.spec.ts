import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExitCode, ProrlError } from '../../runtime/errors.ts';
import { resumeLocal } from '../../runtime/engines/resume.ts';
import { readGraph, type Ramp, type Trigger } from '../../runtime/graph/index.ts';
import { readEvents } from '../../runtime/run/event-log.ts';
import { checkpointFolder, checkpointSteps } from '../../runtime/run/checkpoint.ts';
import type { Summary } from '../../runtime/run/summary.ts';
import { openTestBackend } from '../support/backend.ts';
import { essence, eventsOf, finalWeights, goOn, start, useTemporaryFolder } from './harness.ts';
import { tinyGraph } from './tiny-graph.ts';

// Stage `explore` starts after step 4 and resets after steps 7, 10 and 13.
const graph = tinyGraph({
  supervised: 4,
  reinforce: 10,
  guard: {},
  evaluateEvery: 4,
  checkpointEvery: 5,
  keepBest: true,
});

describe('resume', function () {
  this.timeout(120_000);
  const folder = useTemporaryFolder();

  async function whole(): Promise<string> {
    const out = folder.path('whole');
    await start(graph, out);
    return out;
  }

  for (const [at, where] of [
    [3, 'within a supervised stage'],
    [4, 'between two stages'],
    [7, 'right after a reset'],
    [9, 'two steps after a reset'],
  ] as const) {
    it(`equals a run that never stopped, to the bit: ${where}`, async () => {
      const uninterrupted = await whole();
      const out = folder.path('parts');
      const first = await start(graph, out, { maxSteps: at });
      assert.equal(first.summary.status, 'stopped');
      assert.equal(first.summary.steps, at);
      assert.notEqual(first.summary.final, null);
      const { summary } = await goOn(out);
      assert.equal(summary.status, 'done');
      assert.deepEqual(essence(out), essence(uninterrupted));
      assert.ok(finalWeights(out).equals(finalWeights(uninterrupted)));
      const expected = summaryOf(uninterrupted);
      assert.deepEqual({ ...summary, seconds: 0 }, { ...expected, seconds: 0 });
    });
  }

  for (const at of [8, 9, 10, 12]) {
    it(`goes on where a trigger's bound moves: after step ${at}`, async () => {
      // Beyond any KL from step 9 on: -7 as the run begins, one more at each step.
      const pieces: Ramp[] = [
        { shape: 'linear', from: 0, to: 15, start: -7, end: 8 },
        { shape: 'constant', from: 15, to: null, start: 8, end: 8 },
      ];
      const below: Trigger = {
        op: 'compare',
        left: { of: 'last', metric: 'kl.mean' },
        by: '<',
        right: { over: 'steps', pieces },
      };
      const when: Trigger = { op: 'sustained', steps: 2, of: below };
      const moving = tinyGraph({ supervised: 4, reinforce: 10, reset: { when, cooldown: 3 } });
      const [uninterrupted, out] = [folder.path('whole'), folder.path('parts')];
      await start(moving, uninterrupted);
      const resets = eventsOf(uninterrupted, 'reset').map(({ step, values }) => [
        step,
        values['kl.mean (< bound)'],
      ]);
      assert.deepEqual(resets, [
        [10, 2],
        [13, 5],
      ]);
      await start(moving, out, { maxSteps: at });
      await goOn(out);
      assert.deepEqual(essence(out), essence(uninterrupted));
      assert.ok(finalWeights(out).equals(finalWeights(uninterrupted)));
    });
  }

  it('says what products are rounded to, and warns where that has changed', async () => {
    const backend = { ...(await openTestBackend()), fastMath: true };
    const out = folder.path('fast');
    const { summary } = await start(graph, out, { maxSteps: 2, backend });
    assert.equal(summary.fastMath, true);
    assert.equal(eventsOf(out, 'run.start')[0]!.fastMath, true);
    const { fastMath } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')) as { fastMath?: true };
    assert.equal(fastMath, true);

    await goOn(out, { maxSteps: 3, backend });
    const warnings = () =>
      eventsOf(out, 'warning').flatMap(({ message }) => (/products/.test(message) ? [message] : []));
    assert.deepEqual(warnings(), []);
    const last = await goOn(out, { maxSteps: 4 });
    assert.equal('fastMath' in last.summary, false);
    assert.deepEqual(warnings(), [
      'Resumed with float32 products what was trained with bfloat16 ones: from here on the run is not the same to the bit.',
    ]);
  });

  it('keeps to the products that the run began with, where nothing else is asked', async () => {
    const out = folder.path('fast');
    const backend = { ...(await openTestBackend()), fastMath: true };
    await start(graph, out, { maxSteps: 2, backend });
    await assert.rejects(
      resumeLocal(out, { maxSteps: 3, backend: 'wasm' }),
      (error: unknown) => error instanceof ProrlError && /native backend/.test(error.message),
    );
  });

  it('survives being interrupted again and again', async () => {
    const uninterrupted = await whole();
    const out = folder.path('parts');
    let result = await start(graph, out, stopAt(2));
    for (const step of [3, 8, 11]) {
      assert.equal(result.exitCode, ExitCode.interrupted);
      assert.equal(result.summary.status, 'interrupted');
      assert.equal(result.summary.final, null);
      result = await goOn(out, stopAt(step));
    }
    result = await goOn(out);
    assert.equal(result.summary.status, 'done');
    assert.deepEqual(essence(out), essence(uninterrupted));
    assert.ok(finalWeights(out).equals(finalWeights(uninterrupted)));
    assert.deepEqual(
      eventsOf(out, 'resume').map((event) => event.step),
      [2, 3, 8, 11],
    );
  });

  it('can be interrupted before its first step', async () => {
    const uninterrupted = await whole();
    const out = folder.path('parts');
    const control = new AbortController();
    const onEvent = (event: { event: string }) => {
      if (event.event === 'run.start') control.abort();
    };
    const first = await start(graph, out, { signal: control.signal, onEvent });
    assert.equal(first.summary.steps, 0);
    await goOn(out);
    assert.deepEqual(essence(out), essence(uninterrupted));
  });

  it('says so where it is interrupted before there is anything to save, and leaves all as it was', async () => {
    const out = folder.path('run');
    const signal = AbortSignal.abort();
    await assert.rejects(
      start(graph, out, { signal }),
      refusal(/Interrupted while loading: .*nothing written/, ExitCode.interrupted),
    );
    assert.ok(!existsSync(out));
    await start(graph, out, { maxSteps: 5 });
    const before = readFileSync(join(out, 'events.jsonl'), 'utf8');
    await assert.rejects(
      goOn(out, { signal }),
      refusal(/Interrupted while loading: the run stays as it was/, ExitCode.interrupted),
    );
    assert.equal(readFileSync(join(out, 'events.jsonl'), 'utf8'), before);
  });

  it('goes on, to the bit, when the model that it began with has gone', async () => {
    const out = folder.path('first');
    await start(graph, out, { maxSteps: 4 });
    const model = folder.path('model');
    cpSync(join(out, 'final'), model, { recursive: true });
    const own = readGraph(
      { ...graph, model: { source: 'folder', path: model, chat: 'auto', system: null } },
      'own model',
    );
    const [uninterrupted, parts] = [folder.path('whole'), folder.path('parts')];
    await start(own, uninterrupted);
    await start(own, parts, { maxSteps: 6 });
    rmSync(model, { recursive: true });
    await goOn(parts);
    assert.deepEqual(essence(parts), essence(uninterrupted));
    assert.ok(finalWeights(parts).equals(finalWeights(uninterrupted)));
  });

  for (const [file, damage, message] of [
    ['run.json', 'null', /its run\.json is of another form/],
    ['run.json', '{"format":"prorl-run/1","graph":"","backend":"wasm"}', /its run\.json names no baseFolder/],
    [
      'checkpoints/step-000005/checkpoint.json',
      'null',
      /step-000005 is damaged: checkpoint\.json cannot be read/,
    ],
    [
      'checkpoints/step-000005/checkpoint.json',
      '{"format":"prorl-checkpoint/1","step":5,"files":{}}',
      /step-000005 is damaged: checkpoint\.json lists no state\.json/,
    ],
  ] as const) {
    it(`names ${file} where it holds ${damage}`, async () => {
      const out = folder.path('run');
      await start(graph, out, { maxSteps: 5 });
      writeFileSync(join(out, file), damage);
      await assert.rejects(goOn(out), (error) => error instanceof ProrlError && message.test(error.message));
    });
  }

  it('goes on where summary.json is damaged: the checkpoint alone counts', async () => {
    const out = folder.path('run');
    await start(graph, out, { maxSteps: 5 });
    writeFileSync(join(out, 'summary.json'), '{"format": "pro');
    const { summary } = await goOn(out, { maxSteps: 6 });
    assert.equal(summary.steps, 6);
  });

  it('cuts off what was logged after the checkpoint, so that no step stands there twice', async () => {
    const out = folder.path('run');
    await start(graph, out, stopAt(6));
    const log = join(out, 'events.jsonl');
    const late = { ...eventsOf(out, 'step').at(-1)!, step: 7 };
    writeFileSync(log, `${readFileSync(log, 'utf8')}${JSON.stringify(late)}\n{"event":"step","step":8,"sec`);
    await goOn(out, stopAt(9));
    const steps = eventsOf(out, 'step').map((event) => event.step);
    assert.deepEqual(steps, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert.equal(
      readEvents(out).filter((event) => event.event === 'checkpoint' && event.step === 6).length,
      1,
    );
  });

  it('refuses another graph, a run that is done, and a folder without a run', async () => {
    const out = folder.path('run');
    await start(graph, out, { maxSteps: 5 });
    const other = readGraph({ ...graph, seed: 99 }, 'another');
    await assert.rejects(
      goOn(out, { graph: other }),
      refusal(/belongs to another pipeline/, ExitCode.pipeline),
    );
    const path = join(out, 'graph.json');
    const own = readFileSync(path, 'utf8');
    writeFileSync(path, JSON.stringify(other));
    await assert.rejects(
      goOn(out),
      refusal(/graph\.json was changed after the run began/, ExitCode.pipeline),
    );
    writeFileSync(path, own);
    await goOn(out);
    await assert.rejects(goOn(out), refusal(/is done: there is nothing to go on with/, ExitCode.usage));
    await assert.rejects(goOn(folder.path('nowhere')), refusal(/not the folder of a run/, ExitCode.usage));
  });

  it('names a damaged checkpoint, and goes on from the one before when that is removed', async () => {
    const out = folder.path('run');
    await start(graph, out, { maxSteps: 10 });
    assert.deepEqual(checkpointSteps(out).slice(-2), [5, 10]);
    const path = join(out, checkpointFolder(10), 'optimizer.safetensors');
    const bytes = readFileSync(path);
    bytes[bytes.length - 3]! ^= 1;
    writeFileSync(path, bytes);
    await assert.rejects(goOn(out), (error: ProrlError) => {
      assert.match(error.message, /step-000010 is damaged: optimizer\.safetensors is not what was written/);
      assert.match(error.hint!, /Remove that folder to go on from the checkpoint of step 5/);
      return true;
    });
    writeFileSync(path, bytes.subarray(1));
    await assert.rejects(goOn(out), /holds \d+ bytes where \d+ were written/);
  });

  it('resets to the best checkpoint, exactly also across a resume', async () => {
    const reset = {
      to: { source: 'best', metric: 'heldout.pass@1' },
      when: { op: 'every', steps: 5 },
      whenText: 'every 5 steps',
    } as const;
    const best = tinyGraph({
      supervised: 60,
      reinforce: 9,
      reset,
      evaluateEvery: 3,
      checkpointEvery: 3,
      keepBest: true,
    });
    const [a, b] = [folder.path('a'), folder.path('b')];
    const { summary } = await start(best, a);
    assert.equal(summary.resets.length, 1);
    const to = summary.resets[0]!.to;
    const marks = eventsOf(a, 'checkpoint').filter((event) => event.best !== null && event.step <= 65);
    assert.deepEqual(to, { source: 'best', metric: 'heldout.pass@1', step: marks.at(-1)!.step });
    await start(best, b, { maxSteps: 66 });
    await goOn(b);
    assert.deepEqual(essence(b), essence(a));
    assert.ok(finalWeights(b).equals(finalWeights(a)));
  });
});

/** Aborts, as Ctrl-C does, while a step is under way. */
function stopAt(step: number) {
  const control = new AbortController();
  return {
    signal: control.signal,
    onEvent: (event: { event: string; step: number }) => {
      if (event.event === 'step' && event.step === step) control.abort();
    },
  };
}

function summaryOf(out: string): Summary {
  return JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as Summary;
}

function refusal(message: RegExp, exitCode: ExitCode) {
  return (error: unknown) =>
    error instanceof ProrlError && message.test(error.message) && error.exitCode === exitCode;
}
