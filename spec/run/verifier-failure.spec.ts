import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ExitCode, type ProrlError } from '../../runtime/errors.ts';
import type { Graph, ScoreNode, VerifierReference } from '../../runtime/graph/index.ts';
import { checkpointSteps } from '../../runtime/run/checkpoint.ts';
import { readEvents } from '../../runtime/run/event-log.ts';
import { essence, eventsOf, finalWeights, goOn, start, useTemporaryFolder } from './harness.ts';
import { calm, mood } from './moody.ts';
import { tinyGraph } from './tiny-graph.ts';

const moody: VerifierReference = {
  source: 'code',
  name: 'moody',
  library: null,
  module: './moody',
  export: 'moodyVerifier',
  settings: {},
};

/** 2 supervised steps, then 6 of reinforcement with 24 responses each, judged by the moody verifier. */
function graphWith(score: Partial<ScoreNode['config']> = {}, options: Parameters<typeof tinyGraph>[0] = {}) {
  const graph = tinyGraph({
    supervised: 2,
    reinforce: 6,
    evaluateEvery: 4,
    checkpointEvery: 100,
    ...options,
  });
  for (const node of graph.nodes) {
    if (node.kind === 'score') Object.assign(node.config, { verifier: moody, retries: 0, ...score });
  }
  return graph;
}

const PER_STEP = 24;

/** The same graph, with suites and stages judged by the task's own, moody verifier. */
function moodyTaskGraph(): Graph {
  const graph = graphWith({ verifier: null });
  for (const { task } of Object.values(graph.mixtures).flatMap(({ entries }) => entries)) {
    Object.assign(task, { module: './moody', export: 'moodyTask' });
  }
  return graph;
}

function stops(message: RegExp, hint = /prorl resume/) {
  return (error: ProrlError): boolean => {
    assert.match(error.message, message);
    assert.match(error.hint ?? '', hint);
    assert.equal(error.exitCode, ExitCode.runFailed);
    return true;
  };
}

describe('a verifier that fails', function () {
  this.timeout(120_000);
  const folder = useTemporaryFolder();
  beforeEach(() => calm());

  it('stops the run at a checkpoint, and the rest is the same to the bit once it is mended', async () => {
    const whole = folder.path('whole');
    await start(graphWith(), whole);
    assert.equal(mood.closed, 1, 'it is closed once');
    const out = folder.path('run');
    calm({ fails: (nth) => nth >= 2 * PER_STEP + 5 });
    await assert.rejects(
      start(graphWith(), out),
      stops(/^The run was stopped in step 5\. out of order \(\d+\)$/),
    );
    assert.equal(mood.closed, 1, 'it is closed where the run fails too');
    assert.deepEqual(checkpointSteps(out), [4]);
    assert.equal(eventsOf(out, 'checkpoint').at(-1)?.reason, 'failure');
    assert.equal(eventsOf(out, 'run.end').at(-1)?.status, 'failed');
    calm();
    await goOn(out);
    assert.deepEqual(essence(out), essence(whole));
    assert.ok(finalWeights(out).equals(finalWeights(whole)));
  });

  it('may fail in its first step, and again right after the run was resumed', async () => {
    const out = folder.path('run');
    for (const from of [0, 0]) {
      calm({ fails: (nth) => nth >= from });
      const attempt = checkpointSteps(out).length === 0 ? start(graphWith(), out) : goOn(out);
      await assert.rejects(attempt, stops(/stopped in step 3/));
      assert.deepEqual(checkpointSteps(out), [2]);
    }
    calm();
    const { summary } = await goOn(out);
    assert.equal(summary.status, 'done');
  });

  it('is asked again as often as the stage says, where that may help', async () => {
    calm({ fails: (nth) => nth === 3, retryable: true });
    const { summary } = await start(graphWith({ retries: 1 }), folder.path('run'));
    assert.equal(summary.status, 'done');
    assert.equal(mood.asked, 6 * PER_STEP + 1);
    calm({ fails: (nth) => nth === 3, retryable: false });
    await assert.rejects(start(graphWith({ retries: 5 }), folder.path('other')), stops(/stopped in step 3/));
  });

  it('is given up after the time limit of the stage', async () => {
    calm({ wait: (nth) => (nth === 7 ? 60_000 : 0) });
    // Long enough that its synchronous part is never cut off on a busy machine, which would be another failure.
    await assert.rejects(
      start(graphWith({ timeout: 0.5 }), folder.path('run')),
      stops(/The verifier moody did not come back for 0\.5 s/, /timeout: \.\.\./),
    );
  });

  it('leaves its responses out where the stage says so: counted, and told once a step', async () => {
    const out = folder.path('run');
    // Of the first step 3 responses, of the second a whole group and all but one of the next.
    const failing = (nth: number) => nth < 3 || (nth >= PER_STEP && nth < PER_STEP + 7);
    calm({ fails: failing });
    const graph = graphWith({ onFailure: 'skip', concurrency: 1 });
    const { summary } = await start(graph, out);
    assert.equal(summary.status, 'done');
    const steps = eventsOf(out, 'step').filter(({ stage }) => stage === 'explore');
    assert.deepEqual(
      steps.map(({ metrics }) => metrics['verify.failed']),
      [3, 7, 0, 0, 0, 0],
    );
    for (const { metrics } of steps) {
      for (const [name, value] of Object.entries(metrics)) assert.equal(typeof value, 'number', name);
    }
    const warnings = eventsOf(out, 'warning').map(({ message }) => message);
    assert.deepEqual(
      warnings.map((one) =>
        /^In step (\d) (\d) responses could not be judged.*out of order/.exec(one)?.slice(1),
      ),
      [
        ['3', '3'],
        ['4', '7'],
      ],
    );
    assert.equal(readEvents(out).filter(({ event }) => event === 'checkpoint').length, 0);
  });

  it('stops a run that skips, too, where nothing is left of a step', async () => {
    calm({ fails: (nth) => nth >= PER_STEP });
    const out = folder.path('run');
    await assert.rejects(start(graphWith({ onFailure: 'skip' }), out), stops(/stopped in step 4/));
    assert.deepEqual(checkpointSteps(out), [3]);
  });

  it('stops the run in an evaluation, after which it goes on without taking the step again', async () => {
    calm();
    const whole = folder.path('whole');
    await start(moodyTaskGraph(), whole);
    // The base evaluation and two steps of reinforcement come before the evaluation after step 4.
    const inEvaluation = 1 + 32 + 2 * PER_STEP + 10;
    const out = folder.path('run');
    calm({ fails: (nth) => nth >= inEvaluation });
    await assert.rejects(start(moodyTaskGraph(), out), stops(/stopped in step 4/));
    assert.deepEqual(checkpointSteps(out), [4], 'the step itself is kept');
    calm();
    await goOn(out);
    assert.deepEqual(essence(out), essence(whole));
    assert.ok(finalWeights(out).equals(finalWeights(whole)));
  });

  it('has nothing to save before the first step', async () => {
    calm({ fails: (nth) => nth >= 2 });
    await assert.rejects(
      start(moodyTaskGraph(), folder.path('run')),
      stops(/stopped before the first step/, /run the pipeline again/),
    );
  });
});

describe('a verifier that is a program', function () {
  this.timeout(120_000);
  const folder = useTemporaryFolder();
  const sums = (flags: string[]): VerifierReference => ({
    source: 'program',
    name: 'sums',
    library: null,
    folder: '../sources/programs',
    command: process.execPath,
    arguments: ['sums.mjs', ...flags],
    timeout: 5,
    processes: 2,
    settings: {},
  });

  it('judges a whole run, the same each time, and is gone after it', async () => {
    const log = folder.path('log');
    const outs = [folder.path('a'), folder.path('b')];
    for (const out of outs) await start(graphWith({ verifier: sums([`--log=${log}`]) }), out);
    assert.deepEqual(essence(outs[1]!), essence(outs[0]!));
    assert.ok(finalWeights(outs[1]!).equals(finalWeights(outs[0]!)));
    const lines = readFileSync(log, 'utf8').split('\n');
    assert.equal(lines.filter((line) => line.startsWith('verify ')).length, 2 * 6 * PER_STEP);
    const pids = lines.flatMap((line) => (line.startsWith('start ') ? [Number(line.split(' ')[1])] : []));
    assert.equal(pids.length, 4);
    for (const pid of pids) assert.throws(() => process.kill(pid, 0), /ESRCH/);
  });

  it('is started again where it dies, and the run is none the worse', async () => {
    const [whole, out] = [folder.path('whole'), folder.path('run')];
    await start(graphWith({ verifier: sums([]) }), whole);
    await start(graphWith({ verifier: sums(['--dies=30']), retries: 3 }), out);
    assert.deepEqual(
      essence(out).filter((line) => !line.includes('"run.start"')),
      essence(whole).filter((line) => !line.includes('"run.start"')),
    );
  });
});

describe('scoring', function () {
  this.timeout(120_000);
  const folder = useTemporaryFolder();

  it('gives the same run whatever the order in which verdicts come', async () => {
    const [inOrder, mixed] = [folder.path('a'), folder.path('b')];
    calm();
    await start(graphWith({ concurrency: 1 }), inOrder);
    calm({ wait: (nth) => (nth * 7) % 13 });
    await start(graphWith({ concurrency: 24 }), mixed);
    assert.deepEqual(
      essence(mixed).filter((line) => !line.includes('"run.start"')),
      essence(inOrder).filter((line) => !line.includes('"run.start"')),
    );
    assert.ok(finalWeights(mixed).equals(finalWeights(inOrder)));
  });
});
