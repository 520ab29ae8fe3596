import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { compile } from '../../grammar/index.ts';
import { fileWorkspace } from '../../runtime/cli/workspace.ts';
import { valueAt } from '../../runtime/control/index.ts';
import {
  constant,
  diffGraphs,
  graphHash,
  readGraph,
  type Graph,
  type Piece,
  type Schedule,
} from '../../runtime/graph/index.ts';
import { normalSchedule, normalTrigger } from '../../runtime/graph/normal-form.ts';
import { diffLines, type DiffReport } from '../../runtime/report/diff.ts';
import { style } from '../../runtime/report/style.ts';
import { golden } from '../report/golden.ts';
import { exampleGraph } from './example.ts';

/** The example with something changed. */
function changed(change: (graph: Graph) => void): Graph {
  const graph = exampleGraph();
  change(graph);
  return readGraph(JSON.parse(JSON.stringify(graph)), 'changed');
}

function node<K extends Graph['nodes'][number]['kind']>(graph: Graph, kind: K) {
  const found = graph.nodes.findLast((one) => one.kind === kind);
  assert.ok(found);
  return found as Extract<Graph['nodes'][number], { kind: K }>;
}

function report(before: Graph, after: Graph): DiffReport {
  const differences = diffGraphs(before, after);
  const side = (file: string, graph: Graph) => ({ file, pipeline: graph.pipeline, graph: graphHash(graph) });
  return {
    format: 'prorl-diff/1',
    before: side('before.prorl', before),
    after: side('after.prorl', after),
    same: differences.length === 0,
    differences,
  };
}

const at = (schedule: Schedule, x: number): number => valueAt(schedule, { steps: x, tokens: x, metrics: {} });

function compiled(text: string): Graph {
  const folder = mkdtempSync(join(tmpdir(), 'prorl-diff-'));
  try {
    const file = join(folder, 'main.prorl');
    writeFileSync(file, text);
    const { graph, diagnostics } = compile(file, fileWorkspace);
    assert.ok(graph, JSON.stringify(diagnostics));
    return graph;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('difference by meaning', () => {
  it('tells of adapters that one side has and the other has not, and of how they differ', () => {
    const lora = { rank: 4, alpha: 8, targets: ['q_proj' as const, 'v_proj' as const] };
    const [whole, adapted] = [exampleGraph(), changed((graph) => (graph.lora = lora))];
    const told = (before: Graph, after: Graph) =>
      diffGraphs(before, after).map(({ kind, subject, setting }) => `${kind} ${subject}.${setting}`);
    const parts = ['alpha', 'rank', 'targets'];
    assert.deepEqual(
      told(whole, adapted),
      parts.map((part) => `added lora.${part}`),
    );
    assert.deepEqual(
      told(adapted, whole),
      parts.map((part) => `removed lora.${part}`),
    );
    const wider = changed((graph) => (graph.lora = { ...lora, rank: 8 }));
    assert.deepEqual(told(adapted, wider), ['changed lora.rank']);
  });

  it('finds nothing between a graph and itself', () => {
    assert.deepEqual(diffGraphs(exampleGraph(), exampleGraph()), []);
  });

  it('shows every kind of change, with curves', () => {
    const after = changed((graph) => {
      graph.model = { source: 'hf', repository: 'a/b', revision: null, chat: 'auto', system: null };
      graph.seed = 18;
      const rollout = node(graph, 'rollout').config;
      rollout.samples = constant(32);
      rollout.temperature = {
        over: 'steps',
        pieces: [{ shape: 'linear', from: 0, to: 100, start: 1.2, end: 0.8 }],
      };
      const { kl } = node(graph, 'update').config;
      if (kl)
        kl.coefficient = {
          over: 'steps',
          pieces: [{ shape: 'cosine', from: 0, to: 200, start: 0.002, end: 0 }],
        };
      node(graph, 'shape').config.overlong = { cache: constant(16), scale: constant(1) };
      node(graph, 'filter').config.keep = null;
      node(graph, 'reset').config.cooldown = 60;
      node(graph, 'guard').config.when = { op: 'not_finite', metric: 'loss' };
      node(graph, 'transition').config.until = { op: 'reached', count: 400, unit: 'steps' };
      const entries = graph.mixtures['puzzles']!.entries;
      entries[0]!.weight = {
        over: 'steps',
        pieces: [{ shape: 'constant', from: 0, to: null, start: 5, end: 5 }],
      };
      entries.splice(1, 1);
      graph.suites['heldout']!.passAt = [1, 16];
      graph.libraries = [{ name: 'prorl', version: '0.1.0', hash: 'ab' }];
    });
    golden('diff-changes', diffLines(report(exampleGraph(), after), at, 100, style(false)));
  });

  it('tells a stage that was renamed, and one that moved, from others', () => {
    const rename = (graph: Graph, from: string, to: string): Graph =>
      JSON.parse(JSON.stringify(graph).replaceAll(`"${from}`, `"${to}`)) as Graph;
    const renamed = rename(exampleGraph(), 'explore', 'wander');
    assert.deepEqual(
      diffGraphs(exampleGraph(), renamed).map(({ kind, name, after }) => [kind, name, after]),
      [['renamed', 'explore', { kind: 'value', value: 'wander' }]],
    );
    const moved = changed((graph) => graph.stages.reverse());
    assert.deepEqual(
      diffGraphs(exampleGraph(), moved).map(({ kind, subject }) => [kind, subject]),
      [['moved', 'stage']],
    );
  });

  it('sees stages, resets and guards come and go', () => {
    const without = changed((graph) => {
      const gone = graph.nodes.filter(({ kind }) => kind === 'reset' || kind === 'guard').map(({ id }) => id);
      graph.nodes = graph.nodes.filter(({ id }) => !gone.includes(id));
      graph.edges = graph.edges.filter(({ to }) => !gone.includes(to.split(':')[0]!));
    });
    golden('diff-less', diffLines(report(exampleGraph(), without), at, 100, style(false)));
    assert.deepEqual(
      diffGraphs(without, exampleGraph()).map(({ kind, name }) => `${kind} ${name ?? ''}`),
      ['added explore.guard', 'added explore.reset'],
    );
  });

  it('tells the conditions on which a stage runs and a reset happens', () => {
    const having = (run: string, reset: string) =>
      compiled(`edition 2026
import { chain_sum } from "prorl/tasks"
model nano = bundled("nano")
mixture m { chain_sum(): 1 }
suite held { tasks: m, problems: 4, samples: 2, report: pass@1 }
stage s = reinforce {
  mixture: m
  kl { coefficient: 0.1 }
  reset reference when ${reset} { cooldown: 5 steps }
}
pipeline one {
  model: nano
  evaluate held every 5 steps
  run s for 100 steps ${run}
}`);
    const before = having('when held.pass@1 < 0.5', 'kl.mean > 1');
    const lines = (after: Graph) => diffLines(report(before, after), at, 100, style(false)).join('\n');
    assert.match(
      lines(having('when held.pass@1 < 0.25', 'kl.mean > 1')),
      /stage s\n {2}~ when {2}when held\.pass@1 < 50% ⇒ when held\.pass@1 < 25%\n\n1 difference/,
    );
    assert.match(
      lines(having('', 'kl.mean > 1')),
      /stage s\n {2}- when {2}when held\.pass@1 < 50%\n\n1 difference/,
    );
    assert.match(
      lines(having('when held.pass@1 < 0.5', 'kl.mean > 2')),
      /stage s\n {2}~ reset\.when {2}when kl\.mean > 1 ⇒ when kl\.mean > 2\n\n1 difference/,
    );
    assert.match(
      lines(having('when held.pass@1 < 0.5', 'kl.mean > linear(1, 2, over: 50 steps)')),
      /~ reset\.when {2}when kl\.mean > 1 ⇒ when kl\.mean > \(1, linear to 2 at 50 steps\)\n\n1 difference/,
    );
    assert.deepEqual(
      diffGraphs(before, having('when held.pass@1 < 0.5', 'kl.mean > linear(1, 1, over: 9 steps)')),
      [],
    );
  });

  it('does not mind layout, order, names of schedules, nor how a condition is put together', () => {
    const a = compiled(`edition 2026
import { chain_sum, products } from "prorl/tasks"
model nano = bundled("nano")
mixture m { chain_sum(): 1, products(): 2 }
suite held { tasks: m, problems: 4, samples: 2, report: pass@1 }
schedule trust: Coefficient = 0 at 0 steps, linear to 0.002 at 50 steps
trigger a = kl.mean > trust * 1000 for 3 steps
trigger b = not not truncated > 50%
stage s = reinforce {
  mixture: m
  kl { coefficient: trust }
  reset reference when a or b { cooldown: 5 steps }
}
pipeline one {
  model: nano
  evaluate held every 5 steps
  run s for 100 steps
}`);
    const b = compiled(`edition 2026
import { products, chain_sum } from "prorl/tasks"
stage s = reinforce {
  reset reference when b or (kl.mean > 0, linear to 1 at 25 steps, linear to 2 over 25 steps) for 3 steps { cooldown: 5 steps }
  kl { coefficient: 0 at 0 steps, linear to 0.001 at 25 steps, linear to 0.002 over 25 steps, constant for 10 steps }
  mixture: m
}
trigger b = truncated > 0.5
suite held {
  report: pass@1
  samples: 2   problems: 4
  tasks: m
}
mixture m {
  products(): 2
  chain_sum(): 1
}
pipeline two {
  run s for 100 steps
  evaluate held every 5 steps
  model: small
}
model small = bundled("nano")`);
    assert.notEqual(graphHash(a), graphHash(b));
    assert.deepEqual(diffGraphs(a, b), []);
  });
});

describe('shortest forms', () => {
  const value = fc.constantFrom(0, 0.5, 1, 2);
  const piece = fc.record({
    shape: fc.constantFrom('constant', 'linear', 'cosine'),
    length: fc.integer({ min: 1, max: 5 }),
    start: value,
    end: value,
  });

  it("keep a schedule's value everywhere", () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (parts) => {
        let x = 0;
        const pieces = parts.map(({ shape, length, start, end }): Piece => {
          const from = x;
          x += length;
          return { shape: shape as 'linear', from, to: x, start, end: shape === 'constant' ? start : end };
        });
        const schedule: Schedule = { over: 'steps', pieces };
        const short = normalSchedule(schedule);
        assert.ok(short.pieces.length <= pieces.length);
        for (let step = 0; step <= x + 2; step += 0.5) {
          assert.ok(
            Math.abs(at(short, step) - at(schedule, step)) < 1e-12,
            `at ${step}: ${JSON.stringify(short)}`,
          );
        }
        assert.deepEqual(normalSchedule(short), short);
      }),
    );
  });

  it('flatten conditions', () => {
    const one = { op: 'every', steps: 2 } as const;
    const two = { op: 'not_finite', metric: 'loss' } as const;
    assert.deepEqual(
      normalTrigger({ op: 'or', of: [two, { op: 'or', of: [one, two] }] }),
      normalTrigger({ op: 'or', of: [one, two] }),
    );
    assert.deepEqual(normalTrigger({ op: 'not', of: { op: 'not', of: one } }), one);
    assert.notDeepEqual(
      normalTrigger({ op: 'or', of: [one, two] }),
      normalTrigger({ op: 'and', of: [one, two] }),
    );
  });
});
