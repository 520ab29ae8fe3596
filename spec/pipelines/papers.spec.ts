import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from '../../grammar/index.ts';
import { fileWorkspace } from '../../runtime/cli/workspace.ts';
import { simulate, valueAt } from '../../runtime/control/index.ts';
import { constant, readGraph, stagePlan, type Graph, type ReinforcePlan } from '../../runtime/graph/index.ts';

const papers = ['grpo', 'dapo', 'prorl-v1', 'prorl-v2', 'brorl'] as const;

const file = (name: string) => fileURLToPath(new URL(`../../pipelines/${name}.prorl`, import.meta.url));

function graphOf(name: (typeof papers)[number]): Graph {
  const { graph } = compile(file(name), fileWorkspace);
  assert.ok(graph);
  return graph;
}

const stagesOf = (graph: Graph): ReinforcePlan[] =>
  graph.stages.map(({ id }) => {
    const plan = stagePlan(graph, id);
    assert.equal(plan.kind, 'reinforce');
    return plan as ReinforcePlan;
  });

const start = (schedule: ReinforcePlan['rollout']['config']['maxTokens']): number | undefined =>
  schedule.pieces[0]?.shape === 'cycle' ? undefined : schedule.pieces[0]?.start;

describe('the papers as pipelines', () => {
  for (const name of papers) {
    describe(name, () => {
      it('checks without an error or a warning, and its graph is read again', () => {
        const { diagnostics, graph } = compile(file(name), fileWorkspace);
        assert.deepEqual(
          diagnostics.map(({ code, message }) => `${code} ${message}`),
          [],
        );
        assert.deepEqual(readGraph(JSON.parse(JSON.stringify(graph)), name), graph);
      });

      it('says at every value of its stages where it comes from', () => {
        const text = readFileSync(file(name), 'utf8');
        const stages = [...text.matchAll(/^stage [^]*?^}/gm)].flatMap(([stage]) => stage.split('\n'));
        assert.ok(stages.length > 20);
        const silent = stages.filter(
          (line) =>
            /^ +(\w+: |\w+ \{.*: |keep |reset )/.test(line) && !line.includes('//') && !passesOn(line),
        );
        assert.deepEqual(
          silent.filter((line) => !explainedAbove(stages, line)),
          [],
        );
      });
    });
  }

  for (const [name, count] of [
    ['prorl-v1', 2],
    ['prorl-v2', 2],
  ] as const) {
    it(`${name} holds its own tests`, () => {
      const { tests } = compile(file(name), fileWorkspace);
      assert.equal(tests.length, count);
      for (const test of tests) {
        const { passed, error, expectations } = simulate(test);
        assert.ok(passed, `${test.name}: ${error ?? JSON.stringify(expectations)}`);
      }
    });
  }

  for (const [name, mixture, shares] of [
    ['prorl-v1', 'four_domains', { math: 40, code: 24, stem: 25, logic: 37 }],
    ['prorl-v1', 'five_domains', { math: 40, code: 24, stem: 25, logic: 37, instructions: 10 }],
    ['prorl-v2', 'domains', { math: 40, code: 24, stem: 25, logic: 37, instructions: 10 }],
    ['brorl', 'domains', { math: 40, code: 24, stem: 25, logic: 37, instructions: 10 }],
  ] as const) {
    it(`${name} draws the domains of ${mixture} as often as the paper has prompts of them`, () => {
      const weights: Record<string, number> = {};
      for (const { domain, weight } of graphOf(name).mixtures[mixture]!.entries) {
        weights[domain!] = (weights[domain!] ?? 0) + valueAt(weight, { steps: 0, tokens: 0, metrics: {} });
      }
      assert.deepEqual(weights, shares);
    });
  }

  it('prorl-v1 trains eight runs in order, with a hard reset between each and the next', () => {
    const graph = graphOf('prorl-v1');
    const stages = stagesOf(graph);
    assert.equal(stages.length, 8);
    assert.deepEqual(
      stages.map(({ rollout }) => start(rollout.config.samples)),
      [16, 16, 16, 16, 16, 32, 32, 16],
    );
    assert.deepEqual(
      stages.map(({ rollout }) => start(rollout.config.maxTokens)),
      [8192, 8192, 8192, 8192, 8192, 8192, 8192, 16384],
    );
    assert.deepEqual(
      stages.map(({ sample }) => sample.config.mixture),
      ['four_domains', 'four_domains', ...new Array<string>(6).fill('five_domains')],
    );
    assert.deepEqual(
      stages.map(({ shape }) => start(shape.config.truncated)! < 0),
      [false, false, false, true, true, true, true, true],
    );
    for (const { resets } of stages) {
      assert.equal(resets.length, 1);
      const { reference, optimizer, to, when } = resets[0]!.config;
      assert.deepEqual(
        { reference, optimizer, to, when },
        { reference: true, optimizer: true, to: { source: 'current' }, when: 'start' },
      );
    }
    for (const { update, rollout, sample } of stages) {
      assert.deepEqual([start(sample.config.prompts), start(update.config.updates)], [256, 4]);
      assert.equal(start(rollout.config.temperature), 1.2);
      assert.equal(start(update.config.optimizer.rate), 2e-6);
      assert.deepEqual([start(update.config.clip!.low), start(update.config.clip!.high)], [0.2, 0.4]);
    }
  });

  it('dapo has its four parts and no reference', () => {
    const [stage] = stagesOf(graphOf('dapo'));
    assert.ok(stage);
    assert.equal(stage.update.config.kl, null);
    assert.deepEqual(stage.shape.config.overlong, { cache: constant(4096), scale: constant(1) });
    assert.equal(stage.update.config.aggregation, 'token_mean');
    assert.deepEqual(
      [start(stage.update.config.clip!.low), start(stage.update.config.clip!.high)],
      [0.2, 0.28],
    );
    assert.equal(
      (start(stage.sample.config.prompts)! * start(stage.rollout.config.samples)!) /
        start(stage.update.config.updates)!,
      512,
    );
    assert.equal(stage.filter.config.keep?.length, 2);
    assert.equal(stage.filter.config.refill, 9);
  });

  it('prorl-v2 keeps the optimizer at resets, and its length penalty comes and goes', () => {
    const stages = stagesOf(graphOf('prorl-v2'));
    assert.ok(
      stages.every(({ resets }) => resets.every(({ config }) => config.reference && !config.optimizer)),
    );
    assert.ok(stages.every(({ advantage }) => advantage.config.estimator === 'reinforce_baseline'));
    assert.ok(stages.every(({ advantage }) => advantage.config.whiten === 'trajectories'));
    const weight = stages[0]!.shape.config.cosineLength!.weight;
    const on = Array.from({ length: 3000 }, (_, steps) => valueAt(weight, { steps, tokens: 0, metrics: {} }));
    assert.equal(on.filter((x) => x === 1).length, 500);
    assert.deepEqual([on[499], on[500], on[599], on[600], on[1100]], [0, 1, 1, 0, 1]);
  });

  it('brorl corrects by truncated importance sampling, and scales the rate by the root of the batch', () => {
    const [before] = stagesOf(graphOf('prorl-v2'));
    const [stage] = stagesOf(graphOf('brorl'));
    assert.ok(before && stage);
    assert.equal(stage.update.config.correction?.method, 'truncate');
    const batch = ({ sample, rollout }: ReinforcePlan) =>
      start(sample.config.prompts)! * start(rollout.config.samples)!;
    assert.equal(batch(stage), 128 * 512);
    assert.equal(
      start(stage.update.config.optimizer.rate),
      start(before.update.config.optimizer.rate)! * Math.sqrt(batch(stage) / batch(before)),
    );
  });

  it('grpo averages over each response, with its KL term in the loss', () => {
    const [stage] = stagesOf(graphOf('grpo'));
    assert.ok(stage);
    assert.equal(stage.update.config.aggregation, 'sequence_mean');
    assert.equal(stage.update.config.kl?.in, 'loss');
    assert.equal(start(stage.sample.config.prompts)! * start(stage.rollout.config.samples)!, 1024);
  });
});

/** `samples: samples`, `mixture: mix`: a parameter, explained where it is declared. */
function passesOn(line: string): boolean {
  return (
    /^ +\w+: [a-z]\w*,?$/.test(line) ||
    /: (incorrect|correct): /.test(line) ||
    line.includes('reward { correct: 1, incorrect: 0, truncated: 0 }')
  );
}

/** A long value has its comment on the lines above. */
function explainedAbove(lines: readonly string[], line: string): boolean {
  return (lines[lines.indexOf(line) - 1] ?? '').trimStart().startsWith('//');
}
