import assert from 'node:assert/strict';
import { compileText, said } from '../../support/compile.ts';

const program = (entry: string, more = ''): string => `edition 2026

import { chain_sum, products } from "prorl/tasks"
import { grpo } from "prorl/stages"

task riddles(words: Range in 2..8 = 2..4, rhymes: Boolean = false) = code("./riddle", export: "riddle") domain stem levels {
  1 { words: 2..2 }
  2 { words: 3..4, rhymes: true }
}

${more}

model nano = bundled("nano")

mixture mix {
  ${entry}: 1
}

stage explore(mix: Mixture) = grpo {
  mixture: mix
  kl { coefficient: 0.001 }
}

pipeline main {
  model: nano
  run explore(mix) for 100 steps
}
`;

function entryOf(entry: string, more = '') {
  const compilation = compileText(program(entry, more));
  assert.equal(said(compilation), '');
  return compilation.graph!.mixtures['mix']!.entries[0]!;
}

const span = (from: number, to: number) => ({ from, to });

describe('levels', () => {
  it('bring the settings that they name, and the defaults of the others', () => {
    const entry = entryOf('riddles(level: 1)');
    assert.deepEqual(entry.task.settings, { words: span(2, 2), rhymes: false });
    assert.deepEqual(entry.levels, { from: 1, settings: [entry.task.settings] });
    assert.equal(entry.domain, 'stem');
  });

  it('are overridden by arguments beside them, at every level', () => {
    const entry = entryOf('riddles(level: 1..2, words: 8..8)');
    assert.deepEqual(entry.levels, {
      from: 1,
      settings: [
        { words: span(8, 8), rhymes: false },
        { words: span(8, 8), rhymes: true },
      ],
    });
    assert.deepEqual(entry.task.settings, entry.levels!.settings[0]);
  });

  it('are those of the library that declares the task', () => {
    assert.deepEqual(entryOf('chain_sum(level: 2)').task.settings, {
      terms: span(2, 3),
      digits: span(1, 2),
      subtract: false,
    });
  });

  it('may be given by a named value and by a parameter', () => {
    const named = entryOf('riddles(level: hard)', 'let hard = 2');
    assert.deepEqual(named.levels, { from: 2, settings: [{ words: span(3, 4), rhymes: true }] });
    const text = program('riddles', 'mixture at(n: Number = 1) {\n  riddles(level: n): 1\n}').replace(
      'run explore(mix)',
      'run explore(at(n: 2))',
    );
    const compilation = compileText(text);
    assert.equal(said(compilation), '');
    assert.equal(Object.values(compilation.graph!.mixtures)[0]!.entries[0]!.levels?.from, 2);
  });

  it('are not there where none is asked for', () => {
    const entry = entryOf('riddles(words: 2..3)');
    assert.equal(entry.levels, null);
    assert.deepEqual(entry.task.settings, { words: span(2, 3), rhymes: false });
  });

  it('refuse a level that an argument brings too late', () => {
    const text = program('riddles', 'mixture at(n: Number) {\n  riddles(level: n): 1\n}').replace(
      'run explore(mix)',
      'run explore(at(n: 3))',
    );
    assert.deepEqual(
      compileText(text).diagnostics.map((one) => one.code),
      ['C0602'],
    );
  });
});
