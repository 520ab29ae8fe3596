import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Graph } from '../../runtime/graph/index.ts';
import { Policy } from '../../runtime/model/policy.ts';
import { readSafetensors } from '../../runtime/model/safetensors.ts';
import { checkpointFolder } from '../../runtime/run/checkpoint.ts';
import { compiled } from './compiled.ts';
import { essence, eventsOf, finalWeights, goOn, start, useTemporaryFolder } from './harness.ts';
import { tinyGraph } from './tiny-graph.ts';

const withAdapters = (graph: Graph): Graph => ({
  ...graph,
  lora: { rank: 4, alpha: 8, targets: ['q_proj', 'v_proj', 'down_proj'] },
});

/** Adapters from the first step, so that the reference begins as the model itself; a reset after step 4. */
const reinforced = (lora: string): Graph =>
  compiled(`
model nano = bundled("nano")
stage explore = grpo {
  mixture: letters
  updates: 2
  rollout   { prompts: 6, samples: 4, max_tokens: 12 tokens }
  cosine_length { correct: 0, incorrect: -1 }
  kl        { coefficient: 0.01 }
  optimizer { rate: 0.0005, warmup: 2 steps }
  reset reference, optimizer when every 4 steps { at_most: 1 }
  guard when kl.mean > 1000 { rollback }
}
pipeline main {
  model: nano
  ${lora}
  checkpoint every 2 steps, keep last 5
  run explore for 7 steps
}`);

describe('a run with adapters', function () {
  this.timeout(120_000);
  const folder = useTemporaryFolder();

  it('leaves the model as it was, and a merged model behind that is one no more', async () => {
    const out = folder.path('run');
    const { summary } = await start(withAdapters(tinyGraph({ supervised: 3, reinforce: 2 })), out);
    const [base, final] = [
      await Policy.fromFolder(join(out, 'base')),
      await Policy.fromFolder(join(out, 'final')),
    ];
    const [before, after] = [await base.snapshot(), await final.snapshot()];
    const changed = [...before].filter(
      ([name, { data }]) => !Buffer.from(data.buffer).equals(Buffer.from(after.get(name)!.data.buffer)),
    );
    assert.deepEqual(
      changed.map(([name]) => name.split('.').at(-2)),
      ['q_proj', 'v_proj', 'down_proj'],
    );
    assert.equal(summary.parameters, final.numberOfParameters);
    // hidden 32, intermediate 64, two heads of 16 over one: 4 x (32 + 32), 4 x (32 + 16) and 4 x (64 + 32).
    assert.equal(summary.trained, 256 + 192 + 384);
    assert.equal(eventsOf(out, 'run.start')[0]!.model.trained, summary.trained);
    base.dispose();
    final.dispose();
  });

  it('writes the adapters that were taken in as peft does', async () => {
    const out = folder.path('run');
    await start(withAdapters(tinyGraph({ supervised: 3, reinforce: 1 })), out);
    const config = JSON.parse(readFileSync(join(out, 'final/adapter/adapter_config.json'), 'utf8')) as object;
    assert.deepEqual(config, {
      peft_type: 'LORA',
      task_type: 'CAUSAL_LM',
      base_model_name_or_path: join(out, 'base'),
      revision: null,
      r: 4,
      lora_alpha: 8,
      lora_dropout: 0,
      target_modules: ['q_proj', 'v_proj', 'down_proj'],
      bias: 'none',
      fan_in_fan_out: false,
      inference_mode: true,
    });
    const [base, final, adapter] = ['base/model', 'final/model', 'final/adapter/adapter_model'].map((name) =>
      readSafetensors(join(out, `${name}.safetensors`)),
    );
    const layer = 'model.layers.0.mlp.down_proj';
    const a = adapter!.get(`base_model.model.${layer}.lora_A.weight`)!;
    const b = adapter!.get(`base_model.model.${layer}.lora_B.weight`)!;
    assert.deepEqual(
      [a.shape, b.shape],
      [
        [4, 64],
        [32, 4],
      ],
    );
    const [before, after] = [base!.get(`${layer}.weight`)!.data, final!.get(`${layer}.weight`)!.data];
    after.forEach((value, i) => {
      const [row, column] = [Math.floor(i / 64), i % 64];
      let sum = before[i]!;
      for (let r = 0; r < 4; r++) sum += 2 * b.data[row * 4 + r]! * a.data[r * 64 + column]!;
      assert.ok(Math.abs(value - sum) < 1e-6, `${layer}[${row}, ${column}]`);
    });
  });

  it('measures KL to the model itself, then, after a reset, to the adapters as they were', async () => {
    const [whole, adapted] = [folder.path('whole'), folder.path('adapted')];
    await start(reinforced(''), whole, { maxSteps: 1 });
    await start(reinforced('lora { rank: 4, alpha: 8 }'), adapted);
    const metrics = (out: string) => eventsOf(out, 'step').map((event) => event.metrics);
    const timeless = ({ 'time.step': _, ...rest }: ReturnType<typeof metrics>[number]) => rest;
    const [first, ...rest] = metrics(adapted);
    // Adapters begin as nothing: what is sampled, scored and compared is the same to the bit.
    const sampled = (of: ReturnType<typeof metrics>[number]) =>
      Object.fromEntries(
        Object.entries(timeless(of)).filter(([name]) => !/^(loss|grad|clip|ratio|kl\.update)/.test(name)),
      );
    assert.deepEqual(sampled(first!), sampled(metrics(whole)[0]!));
    const kl = [first!, ...rest].map((of) => Number(of['kl.mean']));
    assert.ok(Math.abs(kl[0]!) < 1e-6, `KL before the first update: ${kl[0]}`);
    assert.ok(kl[3]! > 1e-4, `KL before the reset: ${kl[3]}`);
    assert.ok(Math.abs(kl[4]!) < 1e-6, `KL after the reset: ${kl[4]}`);
    assert.ok(kl[6]! > 1e-5, `KL two steps on: ${kl[6]}`);
    const holds = (step: number) =>
      readSafetensors(join(adapted, checkpointFolder(step), 'reference.safetensors'));
    assert.throws(() => holds(2), 'before the reset the reference is the model, which no checkpoint holds');
    assert.ok([...holds(6).keys()].every((name) => /lora_[AB]/.test(name)));
    const policy = readSafetensors(join(adapted, checkpointFolder(2), 'policy.safetensors'));
    assert.ok([...policy.keys()].every((name) => /lora_[AB]/.test(name)));
  });

  for (const [at, where] of [
    [2, 'while the reference is the model itself'],
    [5, 'after a reset'],
  ] as const) {
    it(`goes on to the bit: ${where}`, async () => {
      const [whole, parts] = [folder.path('whole'), folder.path('parts')];
      const graph = reinforced('lora { rank: 4, alpha: 8 }');
      await start(graph, whole);
      await start(graph, parts, { maxSteps: at });
      await goOn(parts);
      assert.deepEqual(essence(parts), essence(whole));
      assert.ok(finalWeights(parts).equals(finalWeights(whole)));
    });
  }

  it('goes on to the bit between stages, from the best checkpoint too', async () => {
    const [whole, parts] = [folder.path('whole'), folder.path('parts')];
    const graph = withAdapters(
      tinyGraph({
        supervised: 4,
        reinforce: 8,
        guard: {},
        evaluateEvery: 2,
        checkpointEvery: 2,
        keepBest: true,
        reset: { to: { source: 'best', metric: 'heldout.pass@1' } },
      }),
    );
    await start(graph, whole);
    await start(graph, parts, { maxSteps: 4 });
    await goOn(parts);
    assert.deepEqual(essence(parts), essence(whole));
    assert.ok(finalWeights(parts).equals(finalWeights(whole)));
  });

  it('rolls back to the adapters of the last good step', async () => {
    const spike = (rate: number) => ({
      over: 'steps' as const,
      pieces: [
        { shape: 'constant' as const, from: 0, to: 5, start: 0.002, end: 0.002 },
        { shape: 'constant' as const, from: 5, to: 6, start: rate, end: rate },
        { shape: 'constant' as const, from: 6, to: null, start: 0.002, end: 0.002 },
      ],
    });
    const base = { supervised: 3, reinforce: 5, reset: null, evaluateEvery: null, checkpointEvery: null };
    const graph = withAdapters(tinyGraph({ ...base, rate: spike(1e30), guard: {} }));
    await start(graph, folder.path('run'));
    const [guard] = eventsOf(folder.path('run'), 'guard');
    assert.deepEqual([guard?.step, guard?.restored], [6, 5]);
    await start(graph, folder.path('at-6'), { maxSteps: 6 });
    await start(graph, folder.path('at-5'), { maxSteps: 5 });
    assert.ok(finalWeights(folder.path('at-6')).equals(finalWeights(folder.path('at-5'))));
  });

  it('learns: the bundled model, by few numbers and a high rate', async () => {
    const out = folder.path('run');
    const graph = compiled(`
model nano = bundled("nano")
stage taught = supervised {
  mixture: letters
  batch     { prompts: 32 }
  optimizer { rate: 0.01 }
}
pipeline main {
  model: nano
  lora { rank: 8, alpha: 16 }
  run taught for 12 steps
}`);
    await start(graph, out);
    const losses = eventsOf(out, 'step').map(({ metrics }) => Number(metrics['loss']));
    assert.ok(losses.at(-1)! < 0.5 * losses[0]!, losses.join(' '));
  });
});
