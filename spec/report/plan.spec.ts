import assert from 'node:assert/strict';
import { type TestResult, valueAt } from '../../runtime/control/index.ts';
import type { Graph } from '../../runtime/graph/graph.ts';
import { constant, readGraph, type Schedule } from '../../runtime/graph/index.ts';
import { scheduleValue } from '../../runtime/graph/schedule-value.ts';
import { bounds } from '../../runtime/report/bounds.ts';
import { doctorLines } from '../../runtime/report/doctor.ts';
import { planData } from '../../runtime/report/plan-data.ts';
import { planLines, type PlanInput } from '../../runtime/report/plan.ts';
import type { Origin } from '../../runtime/report/resolved-values.ts';
import { style } from '../../runtime/report/style.ts';
import { testLines, testTotals } from '../../runtime/report/test-results.ts';
import { triggerWords } from '../../runtime/report/trigger-words.ts';
import { exampleGraph } from './example-graph.ts';
import { golden } from './golden.ts';

const plain = style(false);

const origins: Record<string, Origin> = {
  '/model': { file: '/p/main.prorl', line: 9 },
  '/nodes/1/config': 'default',
  '/nodes/1/config/samples': { file: '/p/main.prorl', line: 31 },
};

const input: PlanInput = {
  graph: exampleGraph,
  hash: 'a1b2c3d4'.repeat(8),
  origins,
  showFile: (file) => file.replace('/p/', ''),
  valueAt: (schedule, x) => valueAt(schedule, { steps: x, tokens: x, metrics: {} }),
};

describe('plans', () => {
  it('the example graph is a valid one', () => {
    assert.deepEqual(readGraph(structuredClone(exampleGraph), 'example'), exampleGraph);
  });

  it('tell stages, values with origins, curves, triggers and bounds', () => {
    golden('plan-100', planLines(input, 100, plain));
  });

  it('draw how the bounds of conditions move', () => {
    const graph: Graph = structuredClone(exampleGraph);
    const ramp = (over: Schedule['over'], to: number, start: number, end: number): Schedule => ({
      over,
      pieces: [{ shape: 'linear', from: 0, to, start, end }],
    });
    const of = (metric: string) => ({ of: 'last', metric }) as const;
    for (const node of graph.nodes) {
      if (node.stage !== 'explore') continue;
      if (node.kind === 'reset') {
        const right = ramp('steps', 150, 0.05, 0.2);
        node.config.when = { op: 'compare', left: of('kl.mean'), by: '>', right };
      }
      if (node.kind === 'guard') {
        const by = ramp({ metric: 'heldout.pass@1' }, 0.5, 1, 2);
        node.config.when = { op: 'falls', metric: 'reward.mean', by, over: 3, unit: 'steps' };
      }
      if (node.kind === 'transition') {
        const right = ramp('tokens', 1_000_000, 0.5, 0.95);
        const passed = { op: 'compare', left: of('heldout.pass@1'), by: '>=', right } as const;
        node.config.until = { op: 'or', of: [{ op: 'reached', count: 300, unit: 'steps' }, passed] };
      }
    }
    assert.deepEqual(readGraph(structuredClone(graph), 'bounds'), graph);
    const lines = planLines({ ...input, graph, valueAt: scheduleValue }, 100, plain);
    const stage = lines.findIndex((line) => line.startsWith('1  explore'));
    const conditions = lines.slice(
      lines.findIndex((line) => line.includes('guard ')),
      lines.findIndex((line) => line.startsWith('2  explore')),
    );
    golden('plan-bounds', [...lines.slice(stage, stage + 5), ...conditions]);
  });

  it('give every value as data, with the nearest origin', () => {
    const { stages, atMost } = planData(input);
    const value = (pointer: string) => stages[0]?.values.find((each) => each.pointer === pointer);
    assert.deepEqual(value('/nodes/1/config/samples')?.origin, { file: '/p/main.prorl', line: 31 });
    assert.equal(value('/nodes/1/config/topP')?.origin, 'default');
    assert.equal(value('/nodes/0/config/prompts')?.origin, null);
    assert.equal(value('/nodes/1/config/temperature')?.value, 1.2);
    assert.equal(atMost.steps, 400);
  });

  it('count tokens as if every response were as long as allowed', () => {
    const { stages, evaluations, rolloutTokens } = bounds(exampleGraph);
    assert.deepEqual(
      stages.map(({ from, steps, tokens }) => [from, steps, tokens]),
      [
        [0, 300, 300 * 16 * 16 * 64],
        [300, 100, 100 * 16 * 16 * 96],
      ],
    );
    assert.equal(rolloutTokens, 300 * 16 * 16 * 64 + 100 * 16 * 16 * 96);
    // Before the first step, after 25, 50 ... 400; the last is the final one too.
    assert.deepEqual(evaluations, [{ suite: 'heldout', times: 17, tokens: 17 * 128 * 16 * 64 }]);
  });

  it('say that a stage is unbounded rather than guess', () => {
    const graph: Graph = structuredClone(exampleGraph);
    const end = graph.nodes.find((node) => node.kind === 'transition');
    assert.ok(end?.kind === 'transition');
    end.config.until = {
      op: 'compare',
      left: { of: 'last', metric: 'heldout.pass@1' },
      by: '>=',
      right: 0.95,
    };
    assert.equal(bounds(graph).steps, null);
    assert.equal(bounds(graph).rolloutTokens, null);
    const text = planLines({ ...input, graph }, 100, plain).join('\n');
    assert.match(text, /any number of steps/);
    assert.match(text, /unbounded rollout tokens/);
  });

  it('count the longest length of a schedule', () => {
    const graph: Graph = structuredClone(exampleGraph);
    for (const node of graph.nodes) {
      if (node.kind !== 'rollout') continue;
      node.config.maxTokens = {
        over: 'steps',
        pieces: [{ shape: 'linear', from: 0, to: 100, start: 10, end: 20 }],
      };
      node.config.temperature = constant(1);
    }
    assert.equal(bounds(graph).stages[0]?.tokens, 300 * 16 * 16 * 20);
  });
});

describe('triggers in words', () => {
  it('read as one would write them', () => {
    const kl = { of: 'last', metric: 'kl.mean' } as const;
    const high = { op: 'compare', left: kl, by: '>', right: 0.15 } as const;
    const ema = {
      op: 'compare',
      left: { of: 'ema', metric: 'entropy', span: 8 },
      by: '<',
      right: { of: 'best', metric: 'entropy' },
    } as const;
    const passed = {
      op: 'compare',
      left: { of: 'last', metric: 'h.pass@1' },
      by: '>=',
      right: 0.95,
    } as const;
    assert.equal(triggerWords({ op: 'sustained', of: high, steps: 5 }), 'kl.mean > 0.15 for 5 steps');
    const right: Schedule = {
      over: { metric: 'h.pass@1' },
      pieces: [
        { shape: 'constant', from: 0, to: 0.25, start: 0.05, end: 0.05 },
        { shape: 'cosine', from: 0.25, to: 0.5, start: 0.05, end: 0.2 },
        { shape: 'constant', from: 0.5, to: null, start: 1, end: 1 },
      ],
    };
    assert.equal(
      triggerWords({ ...high, right }),
      'kl.mean > (0.05, constant until h.pass@1 = 25%, cosine to 0.2 at h.pass@1 = 50%, step to 1 at h.pass@1 = 50%)',
    );
    assert.equal(
      triggerWords({ op: 'and', of: [{ op: 'or', of: [high, passed] }, ema] }),
      '(kl.mean > 0.15 or h.pass@1 >= 95%) and the moving average of entropy (span 8) < the best entropy',
    );
    assert.equal(
      triggerWords({ op: 'not', of: { op: 'not_finite', metric: 'loss' } }),
      'not loss is not finite',
    );
    assert.equal(
      triggerWords({ op: 'plateau', metric: 'h.pass@1', over: 4, unit: 'evaluations', gainBelow: 0.005 }),
      'h.pass@1 gains less than 0.5% over 4 evaluations',
    );
    assert.equal(
      triggerWords({ op: 'falls', metric: 'entropy', by: 0.2, over: 10, unit: 'steps' }),
      'entropy falls by more than 0.2 over 10 steps',
    );
    assert.equal(
      triggerWords({
        op: 'or',
        of: [
          { op: 'every', steps: 100 },
          { op: 'reached', count: 1, unit: 'tokens' },
        ],
      }),
      'every 100 steps or 1 token',
    );
  });
});

describe('other reports', () => {
  it('doctor: what works, why not, what mends it', () => {
    const machine = { prorl: '0.1.0', node: '22.0.0', platform: 'linux', arch: 'x64' };
    golden(
      'doctor-70',
      doctorLines(
        machine,
        [
          {
            name: 'cuda',
            summary: '',
            works: false,
            why: 'no NVIDIA GPU was found (the driver has made no /dev/nvidia0), so that there is nothing to compute on.',
            mend: undefined,
          },
          {
            name: 'native',
            summary: '',
            works: false,
            why: 'it is not installed.',
            mend: 'prorl backend install native',
          },
          {
            name: 'wasm',
            summary: '',
            works: true,
            detail: 'TensorFlow.js 4.22.0 in WebAssembly with SIMD, 1 thread',
          },
        ],
        'wasm',
        'npx prorl',
        70,
        plain,
      ),
    );
    assert.match(
      doctorLines(
        machine,
        [{ name: 'cpu', summary: '', works: false, why: 'x', mend: undefined }],
        null,
        'prorl',
        70,
        plain,
      ).at(-1) ?? '',
      /No backend works/,
    );
  });

  it('tests of the language: what was expected, what came instead', () => {
    const result: TestResult = {
      name: 'a spike resets',
      passed: false,
      steps: 60,
      at: { file: '/p/tests.prorl', line: 3 },
      milliseconds: 2.4,
      expectations: [
        {
          text: 'expect reset at 13',
          line: 6,
          passed: false,
          expected: [13],
          got: [12, 42],
          explanation: '',
        },
        { text: 'expect guard never', line: 7, passed: true, expected: [], got: [], explanation: '' },
      ],
      error: null,
    };
    assert.deepEqual(
      testLines(result, (file) => file.replace('/p/', ''), plain),
      [
        '✗ a spike resets  60 steps in 2 ms',
        '    tests.prorl:6  expect reset at 13',
        '      expected after step 13, got after steps 12, 42',
      ],
    );
    assert.equal(testTotals([result, { ...result, passed: true }], plain), '1 passed, 1 failed');
    assert.equal(testTotals([], plain), 'no tests found');
  });
});
