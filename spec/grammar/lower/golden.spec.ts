import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Graph } from '../../../runtime/graph/index.ts';
import { readGraph } from '../../../runtime/graph/index.ts';
import { compileText, said } from '../../support/compile.ts';

const folder = new URL('../../programs/', import.meta.url);

/** Hashes and versions of libraries follow their texts, which change for other reasons. */
function lasting(graph: Graph): Graph {
  return { ...graph, libraries: graph.libraries.map(({ name }) => ({ name, version: '*', hash: '*' })) };
}

describe('graphs of whole programs', () => {
  for (const name of ['sketch', 'whole', 'base', 'metric-schedules', 'verifiers', 'curriculum']) {
    it(name, () => {
      const compilation = compileText(readFileSync(new URL(`${name}.prorl`, folder), 'utf8'));
      assert.equal(said(compilation), '');
      const { graph, libraries } = { graph: compilation.graph!, libraries: compilation.graph!.libraries };
      assert.deepEqual(readGraph(JSON.parse(JSON.stringify(graph)), name), graph);
      assert.ok(libraries.every((one) => /^[0-9a-f]{64}$/.test(one.hash)));
      const golden = new URL(`${name}.graph.json`, folder);
      const text = `${JSON.stringify(lasting(graph), null, 2)}\n`;
      if (process.env['UPDATE'] === '1') writeFileSync(golden, text);
      assert.ok(existsSync(golden), 'run with UPDATE=1 and read what it writes');
      assert.equal(text, readFileSync(golden, 'utf8'));
    });
  }
});
