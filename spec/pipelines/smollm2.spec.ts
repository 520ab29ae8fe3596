import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { compile } from '../../grammar/index.ts';
import { fileWorkspace } from '../../runtime/cli/workspace.ts';
import { readGraph } from '../../runtime/graph/index.ts';
import { seededRandom } from '../../runtime/tasks/index.ts';
import { followInstructions } from '../../stdlib/tasks/instructions/follow-instructions.ts';

const file = fileURLToPath(new URL('../../pipelines/smollm2.prorl', import.meta.url));

describe('the pipeline smollm2', () => {
  it('checks without an error or a warning, model or none, and its graph is read again', () => {
    const { diagnostics, graph } = compile(file, fileWorkspace);
    assert.deepEqual(
      diagnostics.map(({ code, message }) => `${code} ${message}`),
      [],
    );
    assert.deepEqual(readGraph(JSON.parse(JSON.stringify(graph)), 'smollm2'), graph);
  });

  it('is judged by what it practises, and by more at once than it ever practises', () => {
    const { graph } = compile(file, fileWorkspace);
    assert.ok(graph);
    const posed = (mixture: string) => {
      const random = seededRandom(1);
      const problems = graph.mixtures[mixture]!.entries.flatMap(({ task: { settings } }) =>
        Array.from({ length: 100 }, () => followInstructions.generate(settings, random)),
      );
      const lists = problems.map(({ data }) => (data as { instructions: { id: string }[] }).instructions);
      return {
        counts: [...new Set(lists.map((list) => list.length))].sort(),
        kinds: [...new Set(lists.flat().map(({ id }) => id))].sort(),
      };
    };
    const [practised, harder] = [posed('one_at_a_time'), posed('two_at_once')];
    assert.deepEqual(practised.counts, [1]);
    assert.deepEqual(harder.counts, [2]);
    assert.equal(practised.kinds.length, 5);
    assert.deepEqual(harder.kinds, practised.kinds);
  });
});
