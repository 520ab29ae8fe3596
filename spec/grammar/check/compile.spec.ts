import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { compile } from '../../../grammar/index.ts';
import { compileText, said, shippedWorkspace } from '../../support/compile.ts';

const program = (name: string) =>
  readFileSync(new URL(`../../programs/${name}.prorl`, import.meta.url), 'utf8');

describe('compile', () => {
  for (const name of ['stages', 'tasks']) {
    it(`finds nothing wrong with the standard library: ${name}`, () => {
      const compilation = compile(`/prorl/stdlib/${name}.prorl`, shippedWorkspace());
      assert.equal(said(compilation), '');
      assert.equal(compilation.graph, null);
      assert.deepEqual(compilation.pipelines, []);
    });
  }

  it('takes the pipeline that is asked for', () => {
    const two = `${program('sketch')}\npipeline short {\n  model: nano\n  evaluate heldout every 10 steps\n  run explore(puzzles) for 60 steps\n}\n`;
    assert.equal(compileText(two).graph, null);
    assert.deepEqual(compileText(two).pipelines, ['quickstart', 'short']);
    assert.equal(compileText(two, { pipeline: 'short' }).graph?.pipeline, 'short');
    assert.equal(compileText(two, { pipeline: 'quickstart' }).graph?.stages.length, 2);
  });

  it('tells a model that has no name once, and nothing of what then names it', () => {
    const text = program('sketch').replace(/^model nano = .*$/m, 'model: nano');
    const { diagnostics } = compileText(text);
    assert.deepEqual(
      diagnostics.map((one) => `${one.code} ${one.message}`),
      ['P0121 ":" has no place behind "model"'],
    );
  });

  it('tells what is wrong with a suite that is first looked at to mend a text in quotes', () => {
    const { diagnostics } = compileText(
      [
        'edition 2026',
        'import { chain_sum } from "prorl/tasks"',
        'trigger worse = falls("heldout.pass@1", by: 5%)',
        'mixture sums { chain_sum: 1 }',
        'suite heldout { tasks: sums, problems: 0 }',
        '',
      ].join('\n'),
    );
    assert.deepEqual(
      diagnostics.map((one) => one.code),
      ['T0301', 'T0304'],
    );
  });

  it('says which pipelines there are when it is asked for another', () => {
    const { diagnostics, graph } = compileText(program('sketch'), { pipeline: 'quickstrat' });
    assert.equal(graph, null);
    assert.deepEqual(
      diagnostics.map((one) => one.code),
      ['G0517'],
    );
    assert.match(diagnostics[0]!.fix!.title, /quickstart/);
  });

  it('takes a condition behind a comma for the next argument, and what is called as a shape for a piece', () => {
    const text = program('sketch').replace(
      /^trigger drifted.*$/m,
      `trigger spike = kl.mean > 0.15
trigger both(a: Trigger, b: Trigger) = a and b
trigger drifted = both(kl.mean > 0.1, spike for 5 steps)
stage held(trust: Schedule<Coefficient>, over: Trigger) = grpo {
  mixture: puzzles
  kl { coefficient: trust }
  guard when over { rollback }
}
pipeline other {
  model: nano
  run held(0 at 0 steps, constant for 5 steps, linear to 0.1 at 20 steps, spike for 4 steps) for 30 steps
}`,
    );
    const { diagnostics, graph } = compileText(text, { pipeline: 'other' });
    assert.deepEqual(diagnostics, []);
    const kinds = graph!.nodes.flatMap((node): unknown[] =>
      node.kind === 'guard'
        ? [node.config.whenText]
        : node.kind === 'update'
          ? [node.config.kl!.coefficient.pieces.length]
          : [],
    );
    assert.deepEqual(kinds, [2, 'over']);
  });

  it('reports a file that is not there', () => {
    const { diagnostics, graph } = compile('/project/none.prorl', shippedWorkspace());
    assert.equal(graph, null);
    assert.deepEqual(
      diagnostics.map((one) => one.code),
      ['M0201'],
    );
  });

  it('reports each mistake of a library once, in the library', () => {
    const files = { '/project/mine.prorl': 'edition 2026\nexport trigger drifted = kl.men > 0.1\n' };
    const text = program('sketch')
      .replace('import { grpo }', 'import { drifted } from "./mine.prorl"\nimport { grpo }')
      .replace(/^trigger drifted.*$/m, '');
    const { diagnostics } = compileText(text, { files });
    assert.deepEqual(
      diagnostics.map((one) => [one.code, one.primary.span.file]),
      [['N0203', '/project/mine.prorl']],
    );
  });

  it('keeps silent about what a syntax error may have lost', () => {
    const text = program('sketch').replace('mixture puzzles {', 'mixture puzzles {{');
    const { diagnostics } = compileText(text);
    assert.ok(diagnostics.length > 0);
    assert.deepEqual(
      diagnostics.filter((one) => !/^P/.test(one.code)),
      [],
    );
  });

  it('never throws, and never leaves a message without a place', () => {
    const texts = ['sketch', 'whole', 'metric-schedules'].map(program);
    const tokens = [...new Set(texts.flatMap((text) => text.match(/[\w@.%]+|[^\s\w]/g) ?? []))];
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(3),
      put: fc.constantFrom('', ...tokens),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        (text, edits) => {
          const words = text.split(/(\s+|\b)/);
          for (const { at, cut, put } of edits) words.splice(Math.floor(at * words.length), cut, put);
          const { diagnostics, graph } = compileText(words.join(''));
          const errors = diagnostics.filter((one) => one.severity === 'error');
          if (errors.length > 0) assert.equal(graph, null);
          for (const { primary, message } of diagnostics) {
            assert.ok(primary.span.line >= 1 && message !== '');
            assert.doesNotMatch(message + (primary.text ?? ''), /undefined|NaN|\[object/);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
