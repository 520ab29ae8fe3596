import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '../../grammar/index.ts';
import { fileWorkspace } from '../../runtime/cli/workspace.ts';
import { modelSize } from '../../runtime/cli/model-size.ts';
import { valueAt } from '../../runtime/control/index.ts';
import type { Graph, Schedule } from '../../runtime/graph/index.ts';
import { packageRoot } from '../../runtime/package-root.ts';
import { defaultMeanLength, estimate, type Assumptions } from '../../runtime/report/estimate.ts';
import { estimateLines } from '../../runtime/report/estimate-lines.ts';
import { parseMachine, typicalUtilisation } from '../../runtime/report/machine.ts';
import { freshShape, parametersOf } from '../../runtime/graph/index.ts';
import { parseParameters, sizeByName } from '../../runtime/report/parameters.ts';
import { style } from '../../runtime/report/style.ts';
import { exampleGraph } from '../graph/example.ts';
import { golden } from './golden.ts';

const at = (schedule: Schedule, x: number): number => valueAt(schedule, { steps: x, tokens: x, metrics: {} });

function pipeline(name: string): Graph {
  const file = fileURLToPath(new URL(`../../pipelines/${name}.prorl`, import.meta.url));
  const { graph } = compile(file, fileWorkspace);
  assert.ok(graph);
  return graph;
}

const assumptions: Assumptions = {
  size: { parameters: 1000, from: 'given', shape: null },
  meanLength: { share: 0.5 },
  machine: { count: 2, accelerator: { name: 'Slow', memory: 1e6, peak: 1e6, bandwidth: 1e3 } },
  rolloutUtilisation: 0.1,
  trainingUtilisation: 0.5,
  local: { memory: 1e9, most: { rows: 16384, sequences: 512 } },
};

describe('estimates', () => {
  it('count tokens, operations and hours as one would by hand', () => {
    // 300 steps x 16 prompts x 16 samples x 32 tokens; 20 steps x 32 solutions x 32 tokens.
    const { tokens, flops, hours, memory } = estimate(exampleGraph(), assumptions, at);
    const rollout = 300 * 16 * 16 * 32;
    // 320 steps, every 25: before the first, 12 in between and after the last.
    const evaluation = 14 * 128 * 16 * 32;
    assert.deepEqual(tokens, { rollout, evaluation, reference: rollout, update: rollout + 20 * 32 * 32 });
    assert.deepEqual(flops, {
      rollout: 2000 * (rollout + evaluation),
      reference: 2000 * rollout,
      update: 6000 * (rollout + 20 * 32 * 32),
    });
    assert.ok(hours && flops);
    assert.equal(hours.rollout, flops.rollout / 1e5 / 3600);
    assert.equal(hours.update, flops.update / 5e5 / 3600);
    assert.equal(hours.wall, hours.total / 2);
    assert.deepEqual(memory, {
      policy: 4000,
      trained: 1000,
      gradients: 4000,
      moments: 8000,
      reference: 4000,
      cache: null,
    });
  });

  it('count adapters where they are trained: no gradients of the weights, and a reference that shares them', async () => {
    const graph = pipeline('quickstart');
    const lora = { rank: 4, alpha: 8, targets: ['q_proj' as const, 'down_proj' as const] };
    const size = (await modelSize(graph.model, '.'))!;
    const with_ = estimate({ ...graph, lora }, { ...assumptions, size }, at);
    const without = estimate(graph, { ...assumptions, size }, at);
    // 4 layers, 128 wide, 320 within: 4 x (128 + 128) and 4 x (320 + 128) a layer.
    const trained = 4 * (4 * 256 + 4 * 448);
    const { policy, gradients, moments, reference } = with_.memory!;
    assert.deepEqual([gradients, moments, reference], [4 * trained, 8 * trained, 4 * trained]);
    assert.equal(policy, without.memory!.policy + 4 * trained);
    assert.equal(with_.flops!.update, (without.flops!.update * 2) / 3);
    golden(
      'estimate-lora',
      estimateLines({ ...with_, assumptions: { ...with_.assumptions, machine: null } }, style(false)),
    );
  });

  it('show the memory of a run on this machine where no other is named', async () => {
    const graph = pipeline('quickstart');
    const here = { ...assumptions, size: await modelSize(graph.model, '.'), machine: null };
    for (const [memory, name] of [
      [8 * 2 ** 30, 'estimate-memory'],
      [256 * 2 ** 20, 'estimate-memory-short'],
    ] as const) {
      const local = { ...assumptions.local, memory };
      golden(name, estimateLines(estimate(graph, { ...here, local }, at), style(false)));
    }
  });

  it('read the limit of each step where it moves', () => {
    const graph = exampleGraph();
    for (const node of graph.nodes) {
      if (node.kind !== 'rollout') continue;
      // The stage's steps are read at 20, 21 ... 319.
      node.config.maxTokens = {
        over: 'steps',
        pieces: [
          { shape: 'constant', from: 0, to: 170, start: 64, end: 64 },
          { shape: 'constant', from: 170, to: null, start: 128, end: 128 },
        ],
      };
    }
    assert.equal(estimate(graph, assumptions, at).stages[1]?.length, (32 + 64) / 2);
  });

  it('leave out stages that nothing bounds, and say so', () => {
    const graph = exampleGraph();
    for (const node of graph.nodes) {
      if (node.kind === 'transition' && node.stage === 'explore')
        node.config.until = { op: 'compare', left: { of: 'last', metric: 'correct' }, by: '>', right: 0.9 };
    }
    const result = estimate(graph, assumptions, at);
    assert.equal(result.tokens.rollout, 0);
    assert.match(
      estimateLines(result, style(false)).join('\n'),
      /explore +16 prompts x 16 samples x 32 tokens a step, no bound in steps += left out/,
    );
  });

  it('need neither a machine nor a size', () => {
    const result = estimate(exampleGraph(), { ...assumptions, size: null, machine: null }, at);
    assert.deepEqual([result.flops, result.hours, result.memory], [null, null, null]);
    assert.match(estimateLines(result, style(false)).join('\n'), /--parameters 1\.5B/);
  });

  it('use utilisations that two published runs of a 1.5B policy bear out', () => {
    const { peak, ...rest } = parseMachine('A100')!.accelerator;
    const share = typicalUtilisation({ peak, ...rest });
    const spent = (tokens: number, training: number): number =>
      (1.5e9 * tokens * (2 / share.rollout + training / share.training)) / peak / 3600;
    const deepScaler = 1040 * 1024 * 3500 + 500 * 2048 * 5500 + 210 * 2048 * 6000;
    assert.ok(Math.abs(spent(deepScaler, 8) / 3800 - 1) < 0.15, `${spent(deepScaler, 8)}`);
    const justRl = 4380 * 2048 * 5000;
    assert.ok(Math.abs(spent(justRl, 6) / (32 * 15 * 24) - 1) < 0.15, `${spent(justRl, 6)}`);
  });

  it('land within a factor of two of the 16k H100-hours that ProRL took', async () => {
    const graph = pipeline('prorl-v1');
    const result = estimate(
      graph,
      {
        size: await modelSize(graph.model, '.'),
        meanLength: defaultMeanLength,
        machine: parseMachine('32xH100'),
        rolloutUtilisation: null,
        trainingUtilisation: null,
        local: assumptions.local,
      },
      at,
    );
    assert.ok(result.hours);
    assert.ok(result.hours.total > 8000 && result.hours.total < 32000, `${result.hours.total}`);
    golden('estimate-prorl-v1', estimateLines(result, style(false)));
  });
});

describe('sizes and machines', () => {
  it('read sizes off names, the last where there are several', () => {
    const named = (repository: string) =>
      sizeByName({ source: 'hf', repository, revision: null, chat: 'auto', system: null })?.parameters;
    assert.equal(named('deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B'), 1.5e9);
    assert.equal(named('Qwen/Qwen2.5-0.5B-Instruct'), 0.5e9);
    assert.equal(named('HuggingFaceTB/SmolLM2-135M'), 135e6);
    assert.equal(named('openai-community/gpt2'), undefined);
    assert.equal(named('deepseek-ai/deepseek-math-7b-instruct'), 7e9);
  });

  it('count parameters of the model that is made from nothing', () => {
    const fresh = {
      source: 'fresh',
      family: 'llama',
      layers: 2,
      hidden: 8,
      heads: 2,
      kvHeads: 1,
      intermediate: 16,
      context: 64,
    } as const;
    // A layer: queries and output 2 x 64, keys and values 2 x 8 x 4, feed-forward 3 x 128, norms 16.
    assert.equal(parametersOf(freshShape(fresh)), 262 * 8 + 2 * (128 + 64 + 384 + 16) + 8);
  });

  it('count the bundled model within a hundredth of its file', async () => {
    const size = await modelSize({ source: 'bundled', name: 'nano' }, '.');
    const weights = statSync(join(packageRoot, 'models', 'nano', 'model.safetensors')).size / 4;
    assert.ok(
      size?.from === 'counted' && Math.abs(size.parameters / weights - 1) < 0.01,
      `${size?.parameters}`,
    );
    assert.equal(
      await modelSize({ source: 'folder', path: './none', chat: 'auto', system: null }, '.'),
      null,
    );
  });

  it('read machines and sizes as people write them', () => {
    assert.equal(parseMachine('32xH100')?.count, 32);
    assert.equal(parseMachine('8 x a100')?.accelerator.name, 'A100');
    assert.equal(parseMachine('H200')?.count, 1);
    for (const wrong of ['', '0xH100', '4xZ9', 'x', '1e3xH100'])
      assert.equal(parseMachine(wrong), null, wrong);
    assert.equal(parseParameters('500M'), 5e8);
    for (const wrong of ['', 'B', '0', '-1B', '1.5X']) assert.equal(parseParameters(wrong), null, wrong);
  });
});
