import assert from 'node:assert/strict';
import { graphHash } from '../../../runtime/graph/index.ts';
import type { Field } from '../../../grammar/types/field.ts';
import { stageShapes } from '../../../grammar/types/stage-fields.ts';
import { suiteShape } from '../../../grammar/types/suite-fields.ts';
import { within, type Type } from '../../../grammar/types/type.ts';
import { compileText, said } from '../../support/compile.ts';

function program(kind: string, stage: string, suite: string): string {
  return `edition 2026
import { chain_sum } from "prorl/tasks"
model nano = bundled("nano")
mixture sums { chain_sum: 1 }
suite held {
  tasks: sums
  ${suite}
}
stage one = ${kind} {
  mixture: sums
  ${stage}
}
pipeline main {
  model: nano
  evaluate held every 5 steps
  run one for 10 steps
}
`;
}

/** A default as one would write it. */
function written(field: Field): string {
  if (field.default === null) return 'none';
  return `${String(field.default)}${unitOf(field.type)}`;
}

function unitOf(type: Type): string {
  if (type.kind === 'schedule' || type.kind === 'optional') return unitOf(type.of);
  return type.kind === 'count' ? ` ${type.unit}` : '';
}

function hashOf(text: string): string {
  const compilation = compileText(text);
  assert.equal(said(compilation), '');
  return graphHash(compilation.graph!);
}

/** Another value than the default, where the type has one. */
function another(field: Field): string | null {
  const type = field.type.kind === 'schedule' || field.type.kind === 'optional' ? field.type.of : field.type;
  switch (type.kind) {
    case 'number':
      return within(type, 0.125) ? '0.125' : '3';
    case 'count':
      return type.unit === 'updates' ? '2 updates' : `32 ${type.unit}`;
    case 'boolean':
      return String(field.default !== true);
    case 'enum':
      return type.values.find((one) => one !== field.default) ?? null;
    default:
      return null;
  }
}

/** What must stand beside a field for it to be read: without it, writing the field is an error. */
const readBeside: Readonly<Record<string, string>> = {
  divisor: 'aggregation: constant',
  horizon: 'target: 0.05',
  whiten: 'estimator: reinforce',
};
/** What else the stage must say for it to be read. */
const readAfter: Readonly<Record<string, string>> = { refill: '\n  keep groups where reward.std > 0' };

describe('defaults', () => {
  for (const [kind, shape] of Object.entries(stageShapes)) {
    const bare = hashOf(program(kind, '', ''));
    const paths = [
      ...shape.fields.map((field) => ({ field, wrap: (text: string) => text, before: '' })),
      ...shape.blocks.flatMap((block) => {
        const needed = block.fields
          .filter((one) => one.default === undefined)
          .map((one) => `${one.name}: ${unitOf(one.type) === '' ? '0.01' : '16 tokens'}`);
        const before = block.optional ? `${block.name} { ${needed.join(', ')} }` : '';
        const wrap = (text: string) => `${block.name} { ${[...needed, text].join(', ')} }`;
        return block.fields.map((field) => ({ field, wrap, before }));
      }),
    ];
    for (const { field, wrap, before } of paths) {
      if (field.default === undefined) continue;
      const text = wrap(`${field.name}: ${written(field)}`);
      it(`of a ${kind} stage mean what they say when written: ${text}`, () => {
        assert.equal(
          hashOf(program(kind, text, '')),
          before === '' ? bare : hashOf(program(kind, before, '')),
        );
      });
      const other = another(field);
      if (other === null) continue;
      const reader = readBeside[field.name];
      const after = readAfter[field.name] ?? '';
      const changed = wrap([...(reader ? [reader] : []), `${field.name}: ${other}`].join(', ')) + after;
      const unchanged = (reader === undefined ? before : wrap(reader)) + after;
      it(`of a ${kind} stage can be changed: ${changed}`, () => {
        assert.notEqual(
          hashOf(program(kind, changed, '')),
          unchanged === '' ? bare : hashOf(program(kind, unchanged, '')),
        );
      });
    }
  }

  const bare = hashOf(program('reinforce', '', ''));
  for (const field of suiteShape.fields) {
    if (field.default === undefined) continue;
    const text = `${field.name}: ${written(field)}`;
    it(`of a suite mean what they say when written: ${text}`, () => {
      assert.equal(hashOf(program('reinforce', '', text)), bare);
    });
    it(`of a suite can be changed: ${field.name}`, () => {
      assert.notEqual(hashOf(program('reinforce', '', `${field.name}: ${another(field)!}`)), bare);
    });
  }
});
