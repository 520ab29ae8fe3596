import assert from 'node:assert/strict';
import { ExitCode, ProrlError } from '../../runtime/errors.ts';
import { constant, overrideGraph, overridePaths, type Graph } from '../../runtime/graph/index.ts';
import { exampleGraph } from './example.ts';

/** The JSON at a pointer after an override. */
function after(path: string, value: string, ...keys: (string | number)[]): unknown {
  const graph = overrideGraph(exampleGraph(), path, value);
  return keys.reduce<unknown>((part, key) => (part as Record<string | number, unknown>)[key], graph);
}

function node(graph: Graph, id: string): number {
  return graph.nodes.findIndex((n) => n.id === id);
}

const at = (id: string): [string, number, string] => ['nodes', node(exampleGraph(), id), 'config'];

describe('overriding a graph', () => {
  it('sets numbers, fractions, truth values, nothing, words and lists', () => {
    assert.equal(after('seed', '18', 'seed'), 18);
    assert.deepEqual(after('explore.sample.prompts', '8', ...at('explore.sample'), 'prompts'), constant(8));
    assert.deepEqual(after('explore.rollout.topP', '95%', ...at('explore.rollout'), 'topP'), constant(0.95));
    assert.equal(after('explore.guard.rollback', 'false', ...at('explore.guard'), 'rollback'), false);
    assert.equal(
      after(
        'explore.update.optimizer.maxGradNorm',
        'null',
        ...at('explore.update'),
        'optimizer',
        'maxGradNorm',
      ),
      null,
    );
    assert.deepEqual(
      after('learn.update.optimizer.maxGradNorm', '0.5', ...at('learn.update'), 'optimizer', 'maxGradNorm'),
      constant(0.5),
    );
    assert.equal(
      after('explore.update.kl.estimator', 'k2', ...at('explore.update'), 'kl', 'estimator'),
      'k2',
    );
    assert.equal(after('heldout.problems', '1_000', 'suites', 'heldout', 'problems'), 1000);
    assert.deepEqual(after('heldout.passAt', '1, 8', 'suites', 'heldout', 'passAt'), [1, 8]);
    assert.equal(after('evaluate.every', '10', ...at('evaluate'), 'every'), 10);
  });

  it('knows each setting by the spelling of the pipeline file as well', () => {
    const pairs = [
      ['explore.rollout.prompts', 'explore.sample.prompts', '8'],
      ['learn.batch.prompts', 'learn.sample.prompts', '8'],
      ['explore.rollout.max_tokens', 'explore.rollout.maxTokens', '32'],
      ['explore.reward.truncated', 'explore.shape.truncated', '-1'],
      ['explore.clip.high', 'explore.update.clip.high', '0.3'],
      ['explore.kl.coefficient', 'explore.update.kl.coefficient', '0.1'],
      ['explore.optimizer.max_grad_norm', 'explore.update.optimizer.maxGradNorm', 'none'],
      ['explore.updates', 'explore.update.updates', '4'],
      ['explore.loss.mask_truncated', 'explore.filter.dropTruncated', 'true'],
      ['explore.loss.aggregation', 'explore.update.aggregation', 'sequence_mean'],
      ['explore.reset.at_most', 'explore.reset.atMost', 'null'],
      ['learn.slips', 'learn.demonstrate.slips', '10%'],
      ['heldout.max_tokens', 'heldout.maxTokens', '32'],
    ] as const;
    for (const [file, graph, value] of pairs) {
      const changed = overrideGraph(exampleGraph(), file, value);
      assert.deepEqual(changed, overrideGraph(exampleGraph(), graph, value), file);
      assert.notDeepEqual(changed, exampleGraph(), file);
      assert.ok(overridePaths(exampleGraph()).includes(file), file);
    }
  });

  it('makes a schedule constant', () => {
    assert.deepEqual(
      after('explore.update.kl.coefficient', '1e-4', ...at('explore.update'), 'kl', 'coefficient'),
      constant(1e-4),
    );
    assert.deepEqual(
      after('puzzles.products.weight', '0', 'mixtures', 'puzzles', 'entries', 1, 'weight'),
      constant(0),
    );
  });

  it('leaves the graph that it was given alone, and changes nothing else', () => {
    const graph = exampleGraph();
    const changed = overrideGraph(graph, 'seed', '3');
    assert.deepEqual(graph, exampleGraph());
    assert.deepEqual({ ...changed, seed: 17 }, graph);
  });

  const refused: [string, string, RegExp, RegExp][] = [
    ['explore.rollout.sampels', '8', /no such setting/, /Did you mean explore\.rollout\.samples/],
    ['explore.rolout.prompts', '8', /no such setting/, /explore\.rollout\.prompts/],
    ['sed', '8', /no such setting/, /seed/],
    ['xyz', '8', /no such setting/, /Settings look like seed/],
    ['explore.guard.when', 'true', /no such setting/, /trigger cannot be set/],
    ['explore.sample.prompts', 'many', /'many' is not a number/, /stands at 16/],
    ['explore.sample.prompts', '', /'' is not a number/, /stands at 16/],
    ['explore.sample.prompts', '0', /'0' does not fit/, /at least 1/],
    ['explore.sample.prompts', 'null', /'null' does not fit/, /number/],
    ['explore.guard.rollback', 'yes', /'yes' is not true or false/, /./],
    ['explore.update.kl', '0.1', /is not null/, /explore\.update\.kl\.estimator/],
    ['explore.update.kl.estimator', 'k4', /'k4' does not fit/, /k1|k2|k3/],
    [
      'explore.rollout.temperature',
      'linear(1, 2)',
      /is not a number/,
      /any other schedule in the pipeline file/,
    ],
    ['heldout.passAt', '1,x', /list of numbers/, /1,4,16/],
    ['explore.update.kl', 'null', /no reference policy/, /./],
    ['explore.kl.coefficient', '-3', /^--set explore\.kl\.coefficient=-3: '-3' does not fit$/, /at least 0/],
    ['explore.rollout.samples', '1', /^--set \S+: explore\.advantage\.estimator: group_norm/, /at least 2/],
    ['heldout.report', '4,1', /^--set heldout\.report=4,1: 4, 1 do not ascend/, /ascending/],
  ];
  for (const [path, value, message, hint] of refused) {
    it(`refuses ${path}=${value}`, () => {
      assert.throws(
        () => overrideGraph(exampleGraph(), path, value),
        (error: unknown) => {
          assert.ok(error instanceof ProrlError, String(error));
          assert.equal(error.exitCode, ExitCode.usage);
          assert.match(error.message, message);
          assert.match(error.hint ?? '', hint);
          return true;
        },
      );
    });
  }

  it('can set to its own value every path that it lists and that holds a plain number', () => {
    const graph = exampleGraph();
    const paths = overridePaths(graph);
    assert.ok(paths.includes('explore.optimizer.rate') && paths.includes('heldout.samples'));
    assert.ok(!paths.some((path) => /when|until/.test(path)));
    const numeric = paths.filter((path) => /prompts|samples|every|cooldown|seed/.test(path));
    assert.ok(numeric.length >= 8);
    for (const path of numeric) assert.doesNotThrow(() => overrideGraph(graph, path, '16'), path);
  });

  it('sets how adapters are made, where there are any', () => {
    const lora = { rank: 4, alpha: 8, targets: ['q_proj' as const] };
    const graph = { ...exampleGraph(), lora };
    assert.deepEqual(overrideGraph(graph, 'lora.rank', '16').lora, { ...lora, rank: 16 });
    assert.deepEqual(overrideGraph(graph, 'lora.targets', 'k_proj, v_proj').lora?.targets, [
      'k_proj',
      'v_proj',
    ]);
    for (const [path, value] of [
      ['lora.rank', '0'],
      ['lora.alpha', '0'],
      ['lora.targets', 'value'],
      ['lora.targets', 'v_proj, q_proj'],
    ] as const) {
      assert.throws(
        () => overrideGraph(graph, path, value),
        (error: ProrlError) => error.exitCode === ExitCode.usage,
        `${path}=${value}`,
      );
    }
    assert.throws(() => overrideGraph(exampleGraph(), 'lora.rank', '8'), /there is no such setting/);
  });
});
