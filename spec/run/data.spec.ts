import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProrlError } from '../../runtime/errors.ts';
import { constant, type DatasetReference, type Graph } from '../../runtime/graph/index.ts';
import type { Summary } from '../../runtime/run/summary.ts';
import { baseFolder, eventsOf, goOn, start, useTemporaryFolder } from './harness.ts';
import { tinyGraph } from './tiny-graph.ts';

/** Rows that the model of these tests can read: it knows a few letters only. */
function rows(count: number): string {
  const letters = [...'abcdefgh'];
  const words = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
  return words
    .slice(0, count)
    .map((word) => `${JSON.stringify({ prompt: word, answer: word[0], steps: word[0] })}\n`)
    .join('');
}

describe('a run on a data set', function () {
  this.timeout(120_000);
  const folder = useTemporaryFolder();

  /** The tiny graph with its task replaced by the rows of a file; suites may take another. */
  function onData(of: Partial<DatasetReference>, suiteOf?: Partial<DatasetReference>): Graph {
    const graph = structuredClone(
      tinyGraph({ supervised: 1, reinforce: 3, reset: null, evaluateEvery: 2, checkpointEvery: 2 }),
    );
    for (const node of graph.nodes) if (node.kind === 'demonstrate') node.config.slips = constant(0);
    const entry = graph.mixtures['letters']!.entries[0]!;
    const task = (more: Partial<DatasetReference>): DatasetReference => ({
      source: 'dataset',
      name: 'words',
      settings: {},
      library: null,
      path: 'words.jsonl',
      config: null,
      split: null,
      heldout: null,
      columns: { prompt: 'prompt', answer: 'answer', worked: 'steps' },
      instruction: null,
      verifier: {
        source: 'code',
        name: 'same',
        settings: {},
        library: null,
        module: 'same',
        export: 'same',
      },
      ...more,
    });
    graph.mixtures['letters']!.entries = [{ ...entry, task: task(of), levels: null }];
    if (suiteOf !== undefined) {
      graph.mixtures['others'] = {
        ...graph.mixtures['letters']!,
        entries: [{ ...entry, task: task(suiteOf), levels: null }],
      };
      for (const suite of Object.values(graph.suites)) suite.mixture = 'others';
    }
    return graph;
  }

  function project(): string {
    const base = folder.path('project');
    mkdirSync(base);
    cpSync(join(baseFolder, 'copy-letter.ts'), join(base, 'copy-letter.ts'));
    writeFileSync(
      join(base, 'same.mjs'),
      `export const same = { name: 'same', verify: ({ answer }, response) => ({ score: Number(answer === response), correct: answer === response }) };\n`,
    );
    writeFileSync(join(base, 'words.jsonl'), rows(200));
    return base;
  }

  it('records what the data were, and goes on with them alone', async () => {
    const base = project();
    const out = folder.path('out');
    const { summary } = await start(onData({}), out, { baseFolder: base, maxSteps: 2 });
    const [data] = summary.data;
    assert.equal(data!.train + data!.heldout, 200);
    assert.match(data!.sha256, /^[0-9a-f]{64}$/);
    assert.deepEqual(eventsOf(out, 'run.start')[0]!.data, summary.data);
    const onDisk = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as Summary;
    assert.deepEqual(onDisk.data, summary.data);

    writeFileSync(join(base, 'words.jsonl'), rows(201));
    await assert.rejects(goOn(out), (error: unknown) => {
      assert(error instanceof ProrlError);
      assert.match(error.message, /words: words\.jsonl has another content \(201 rows, 200 before\)/);
      assert.match(error.hint!, /--changed-data/);
      return error.exitCode === 3;
    });
    const result = await goOn(out, { changedData: true });
    assert.equal(result.summary.status, 'done');
    assert(eventsOf(out, 'warning').some(({ message }) => message.startsWith('Resumed with other data')));
  });

  it('warns of rows that are held out too', async () => {
    const base = project();
    writeFileSync(join(base, 'test.jsonl'), rows(10));
    const out = folder.path('out');
    const graph = onData({ heldout: { rows: 'file', path: 'test.jsonl' } });
    await start(graph, out, { baseFolder: base, maxSteps: 1 });
    const warnings = eventsOf(out, 'warning').map(({ message }) => message);
    assert(warnings.some((one) => one.startsWith('10 of the 200 rows of words are held out too')));
  });

  it('is refused where a suite poses what is trained on, whatever file it is in', async () => {
    const base = project();
    writeFileSync(join(base, 'copy.jsonl'), rows(30));
    const graph = onData({}, { name: 'exam', path: 'copy.jsonl', heldout: { rows: 'all' } });
    await assert.rejects(start(graph, folder.path('out'), { baseFolder: base }), (error: unknown) => {
      assert(error instanceof ProrlError, String(error));
      assert.match(error.message, /from the rows that words trains on/);
      return error.exitCode === 3;
    });
  });
});
