import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { ExitCode, ProrlError } from '../../runtime/errors.ts';
import {
  constant,
  mixtureMetrics,
  stageMetrics,
  type Graph,
  type UpdateNode,
} from '../../runtime/graph/index.ts';
import { Policy } from '../../runtime/model/policy.ts';
import { readEvents } from '../../runtime/run/event-log.ts';
import { tf } from '../../runtime/tensor/tf.ts';
import { essence, eventsOf, finalWeights, start, useTemporaryFolder } from './harness.ts';
import { tinyGraph } from './tiny-graph.ts';
import { k3InLoss } from '../support/update-parts.ts';

describe('run', function () {
  this.timeout(120_000);
  const folder = useTemporaryFolder();

  it('punishes long responses by the scale that the schedule has at that step', async () => {
    const graph = tinyGraph();
    const shape = graph.nodes.find((node) => node.kind === 'shape')!;
    shape.config.truncated = constant(0);
    shape.config.overlong = {
      cache: constant(8),
      scale: {
        over: 'steps',
        pieces: [
          { shape: 'constant', from: 0, to: 15, start: 0, end: 0 },
          { shape: 'constant', from: 15, to: null, start: 50, end: 50 },
        ],
      },
    };
    const out = folder.path('overlong');
    await start(graph, out);
    const rewards = eventsOf(out, 'step').flatMap(({ stage, metrics }) =>
      stage === 'explore' ? [Number(metrics['reward.mean'])] : [],
    );
    assert.deepEqual(
      rewards.map((reward) => reward >= 0),
      [true, true, true, false, false, false],
    );
  });

  it('leaves a whole record behind, every line of it as the schema says', async () => {
    const out = folder.path('run');
    const seen: string[] = [];
    const { summary, exitCode } = await start(tinyGraph({ keepBest: true }), out, {
      onEvent: (event) => seen.push(event.event),
    });
    assert.equal(exitCode, 0);
    assert.equal(summary.status, 'done');
    const events = readEvents(out);
    assert.deepEqual(
      seen,
      events.map((event) => event.event),
    );
    assert.deepEqual(
      [seen[0], seen[1], seen.at(-2), seen.at(-1)],
      ['run.start', 'evaluate', 'evaluate', 'run.end'],
    );

    const ajv = new Ajv({ discriminator: true, strict: false });
    const checkEvent = ajv.compile(schema('events'));
    for (const event of events)
      assert.ok(checkEvent(event), `${JSON.stringify(event)}: ${ajv.errorsText(checkEvent.errors)}`);
    assert.ok(!checkEvent({ event: 'step', step: 1 }), 'the schema asks for all fields');
    const checkSummary = ajv.compile(schema('summary'));
    const written: unknown = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));
    assert.ok(checkSummary(written), ajv.errorsText(checkSummary.errors));
    assert.deepEqual(written, JSON.parse(JSON.stringify(summary)));

    const steps = eventsOf(out, 'step');
    assert.deepEqual(
      steps.map((event) => event.step),
      Array.from({ length: 18 }, (_, i) => i + 1),
    );
    assert.equal(summary.steps, 18);
    assert.equal(
      summary.tokens,
      steps.reduce((sum, event) => sum + Number(event.metrics['tokens.sampled']), 0),
    );
    assert.deepEqual(summary.stages, [
      { id: 'teach', firstStep: 1, steps: 12 },
      { id: 'explore', firstStep: 13, steps: 6 },
    ]);
    assert.deepEqual(Object.keys(summary.base['heldout']!.all), ['pass@1', 'pass@4', 'length', 'truncated']);
    assert.ok(summary.final!['heldout']!.tasks['copy_letter']!['problems'] === 8);
    const policy = await Policy.fromFolder(join(out, 'final'));
    assert.equal(policy.numberOfParameters, summary.parameters);
    policy.dispose();
    assert.ok(!readdirSync(out).some((name) => name.includes('partial')));
  });

  it('gives exactly the metrics that the catalogue announces', async () => {
    const graph = tinyGraph({ supervised: 1, reinforce: 1 });
    await start(graph, folder.path('run'));
    for (const { stage, metrics } of eventsOf(folder.path('run'), 'step')) {
      const kind = stage === 'teach' ? 'supervised' : 'reinforce';
      const announced = [...stageMetrics(kind), ...mixtureMetrics(kind, graph.mixtures['letters']!)].map(
        (metric) => metric.name,
      );
      assert.deepEqual(Object.keys(metrics).sort(), announced.sort());
    }
  });

  it('teaches: the loss falls, and held-out problems are solved that were not before', async () => {
    const out = folder.path('run');
    const { summary } = await start(
      tinyGraph({ supervised: 150, reinforce: 1, checkpointEvery: null, evaluateEvery: 200 }),
      out,
    );
    const losses = eventsOf(out, 'step').map((event) => Number(event.metrics['loss']));
    assert.ok(losses[149]! < losses[0]! / 2);
    assert.ok(
      Number(summary.final!['heldout']!.all['pass@4']) > Number(summary.base['heldout']!.all['pass@4']),
    );
  });

  it('resets the reference: the KL grows from step to step, and is gone after each reset', async () => {
    const out = folder.path('run');
    const { summary } = await start(tinyGraph({ reinforce: 8 }), out);
    assert.deepEqual(
      summary.resets.map((reset) => reset.step),
      [15, 18],
    );
    assert.deepEqual(
      eventsOf(out, 'reset').map((event) => event.count),
      [1, 2],
    );
    const kl = new Map(eventsOf(out, 'step').map((event) => [event.step, Number(event.metrics['kl.mean'])]));
    for (const afterReset of [13, 16, 19])
      assert.ok(Math.abs(kl.get(afterReset)!) < 1e-9, `step ${afterReset}: ${kl.get(afterReset)}`);
    for (const later of [14, 15, 17, 18, 20])
      assert.ok(kl.get(later)! > 1e-6, `step ${later}: ${kl.get(later)}`);
  });

  it('does the same twice, to the bit, and another with another seed', async () => {
    const graph = tinyGraph({ supervised: 6, reinforce: 5 });
    await start(graph, folder.path('a'));
    await start(graph, folder.path('b'));
    await start(tinyGraph({ supervised: 6, reinforce: 5, seed: 8 }), folder.path('c'));
    assert.deepEqual(essence(folder.path('b')), essence(folder.path('a')));
    assert.ok(finalWeights(folder.path('b')).equals(finalWeights(folder.path('a'))));
    assert.ok(!finalWeights(folder.path('c')).equals(finalWeights(folder.path('a'))));
  });

  it('draws the same problems and responses whether or not anything else is evaluated', async () => {
    const few = { supervised: 3, reinforce: 4, checkpointEvery: null };
    await start(tinyGraph({ ...few, evaluateEvery: 1 }), folder.path('often'));
    await start(tinyGraph({ ...few, evaluateEvery: 100 }), folder.path('never'));
    assert.ok(finalWeights(folder.path('often')).equals(finalWeights(folder.path('never'))));
  });

  for (const kl of [
    { ...k3InLoss, estimator: 'k1', in: 'reward' },
    { ...k3InLoss, estimator: 'k2' },
  ] as const) {
    it(`takes a KL term in the ${kl.in}, which changes what is learned`, async () => {
      const weights = async (name: string, term: UpdateNode['config']['kl']) => {
        const graph = tinyGraph({
          supervised: 4,
          reinforce: 4,
          reset: null,
          evaluateEvery: null,
          checkpointEvery: null,
          kl: term,
        });
        await start(graph, folder.path(name));
        return finalWeights(folder.path(name));
      };
      const without = await weights('without', { ...kl, coefficient: constant(0) });
      const strong = await weights('strong', { ...kl, coefficient: constant(1) });
      assert.ok(!without.equals(strong));
      assert.ok(
        eventsOf(folder.path('without'), 'step').at(-1)!.metrics['kl.mean'] !== undefined,
        'measured at 0 too',
      );
    });
  }

  it('has no reference where no KL term asks for one, and skips what teaches nothing', async () => {
    const out = folder.path('run');
    const keep = [{ metric: 'reward.std', by: '>', value: 100 }] as const;
    const graph = tinyGraph({ supervised: 2, reinforce: 3, reset: null, kl: null, keep: [...keep] });
    await start(graph, out);
    const steps = eventsOf(out, 'step').slice(2);
    for (const { metrics } of steps) {
      assert.equal(metrics['kl.mean'], undefined);
      assert.equal(metrics['groups.kept'], 0);
      assert.equal(metrics['loss'], 0);
      assert.equal(metrics['ratio.max'], 1);
    }
  });

  it('keeps the number of live tensors flat over 50 steps', async () => {
    const counts = new Map<string, Set<number>>();
    const before = tf.memory().numTensors;
    await start(
      tinyGraph({ supervised: 20, reinforce: 50, guard: {}, evaluateEvery: 20, checkpointEvery: 25 }),
      folder.path('run'),
      {
        onEvent: (event) => {
          if (event.event !== 'step' || event.stageStep < 3) return;
          counts.set(event.stage, (counts.get(event.stage) ?? new Set()).add(tf.memory().numTensors));
        },
      },
    );
    assert.deepEqual(
      [...counts].map(([stage, seen]) => [stage, seen.size]),
      [
        ['teach', 1],
        ['explore', 1],
      ],
    );
    assert.equal(tf.memory().numTensors, before, 'a run that has ended holds none');
  });

  it('refuses a folder that is taken, and leaves it as it was', async () => {
    const out = folder.path('run');
    await start(tinyGraph({ supervised: 1, reinforce: 1 }), out);
    const log = readFileSync(join(out, 'events.jsonl'), 'utf8');
    await assert.rejects(start(tinyGraph(), out), (error: ProrlError) => {
      assert.match(error.message, /holds a run already/);
      assert.match(error.hint!, /prorl resume .* or choose another --out/);
      return error.exitCode === ExitCode.usage;
    });
    assert.equal(readFileSync(join(out, 'events.jsonl'), 'utf8'), log);
    mkdirSync(folder.path('other'));
    writeFileSync(join(folder.path('other'), 'notes.txt'), 'mine');
    await assert.rejects(start(tinyGraph(), folder.path('other')), /is not empty/);
  });

  // Nothing here may ask the hub.
  const offline = process.env['HF_HUB_OFFLINE'];
  before(() => (process.env['HF_HUB_OFFLINE'] = '1'));
  after(() => {
    if (offline === undefined) delete process.env['HF_HUB_OFFLINE'];
    else process.env['HF_HUB_OFFLINE'] = offline;
  });

  const misfits: [string, (graph: Graph) => void, RegExp][] = [
    [
      'a task that is not there',
      (graph) => Object.assign(entryOf(graph).task, { module: './no-such-task' }),
      /no task module/,
    ],
    [
      'a model folder that is not there',
      (graph) => (graph.model = { source: 'folder', path: 'no-model', chat: 'auto', system: null }),
      /There is no model folder/,
    ],
    [
      'a model file that is not there',
      (graph) => (graph.model = { source: 'folder', path: 'no-model.gguf', chat: 'auto', system: null }),
      /There is no model file .*no-model\.gguf/,
    ],
    [
      'a model that would have to be downloaded',
      (graph) =>
        (graph.model = { source: 'hf', repository: 'a/b', revision: null, chat: 'auto', system: null }),
      /HF_HUB_OFFLINE is set, and a\/b is not in the cache/,
    ],
    [
      'a bundled model of an unknown name',
      (graph) => (graph.model = { source: 'bundled', name: 'nono' }),
      /No model called "nono"/,
    ],
    [
      'problems that the context does not hold',
      (graph) => (graph.suites['heldout']!.maxTokens = 31),
      /does not fit into the model's context of 32/,
    ],
  ];
  for (const [what, change, message] of misfits) {
    it(`writes nothing where something does not fit: ${what}`, async () => {
      const graph = tinyGraph();
      change(graph);
      await assert.rejects(
        start(graph, folder.path('run')),
        (error: Error) => error instanceof ProrlError && message.test(error.message),
      );
      assert.ok(!existsSync(folder.path('run')));
    });
  }
});

function entryOf(graph: Graph) {
  return graph.mixtures['letters']!.entries[0]!;
}

function schema(name: string): object {
  return JSON.parse(
    readFileSync(new URL(`../schemas/${name}.schema.json`, import.meta.url), 'utf8'),
  ) as object;
}
