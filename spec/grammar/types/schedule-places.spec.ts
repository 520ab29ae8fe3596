import assert from 'node:assert/strict';
import { codes } from '../../../grammar/diagnostics/index.ts';
import type { Block, Field, Shape } from '../../../grammar/types/field.ts';
import { auditBlock } from '../../../grammar/types/infer/audits.ts';
import { guardBlock, resetBlock } from '../../../grammar/types/infer/clauses.ts';
import { curriculumBlock } from '../../../grammar/types/infer/curricula.ts';
import { pipelineShape } from '../../../grammar/types/pipeline-fields.ts';
import { stageShapes } from '../../../grammar/types/stage-fields.ts';
import { suiteShape } from '../../../grammar/types/suite-fields.ts';
import type { Type } from '../../../grammar/types/type.ts';
import { compileText } from '../../support/compile.ts';

/** What a place that is given no reason of its own would say. */
const GENERAL = 'The run reads this value once, when it starts, so that it cannot change on the way.';

interface Place {
  readonly name: string;
  /** A program with a schedule there. */
  readonly text: string;
  readonly moves: boolean;
}

function program(parts: {
  stage?: string;
  plan?: string;
  mixture?: string;
  suite?: string;
  more?: string;
  kind?: 'reinforce' | 'supervised';
}): string {
  const { stage = '', plan = 'run explore for 40 steps', mixture = '', suite = '', more = '' } = parts;
  return `edition 2026
import { chain_sum } from "prorl/tasks"
model nano = bundled("nano")
mixture sums {
  chain_sum(level: 1..3): 1
  ${mixture}
}
suite heldout {
  tasks: sums
  ${suite}
}
stage explore = ${parts.kind ?? 'reinforce'} {
  mixture: sums
  ${stage}
}
pipeline main {
  model: nano
  ${plan}
}
${more}
`;
}

/** A schedule of a type, from one value in its range to another; null: no number. */
function moving(type: Type): string | null {
  switch (type.kind) {
    case 'optional':
    case 'schedule':
      return moving(type.of);
    case 'number':
      return 'linear(0.5, 0.75, over: 10 steps)';
    case 'count':
      return `linear(2 ${type.unit}, 4 ${type.unit}, over: 10 steps)`;
    default:
      return null;
  }
}

const mayMove = (type: Type): boolean =>
  type.kind === 'schedule' || (type.kind === 'optional' && mayMove(type.of));

/** The numbers among fields, each as a place; `write` puts a field's text where it belongs. */
function places(of: string, fields: readonly Field[], write: (field: string) => string): Place[] {
  return fields.flatMap(({ name, type }): Place[] => {
    const value = moving(type);
    if (value === null) return [];
    return [{ name: `${of}${name}`, text: write(`${name}: ${value}`), moves: mayMove(type) }];
  });
}

const inBlocks = (of: string, { blocks }: Shape, write: (block: string) => string): Place[] =>
  blocks.flatMap((one: Block) =>
    places(`${of}${one.name}.`, one.fields, (field) => {
      if (field.startsWith('horizon:')) return write(`kl { coefficient: 0.5, target: 0.1, ${field} }`);
      const required = one.fields.filter(
        ({ name, default: fallback }) => fallback === undefined && !field.startsWith(`${name}:`),
      );
      const others = required.map(
        ({ name, type }) =>
          `${name}: ${type.kind === 'schedule' && type.of.kind === 'count' ? '8 tokens' : '0.5'}`,
      );
      return write(`${one.name} { ${[...others, field].join(', ')} }`);
    }),
  );

const still = (name: string, text: string): Place => ({ name, text, moves: false });
const moves = (name: string, text: string): Place => ({ name, text, moves: true });
const swings = 'linear(0.5, 0.75, over: 10 steps)';
const steps = 'linear(2 steps, 4 steps, over: 10 steps)';
const kl = 'kl { coefficient: 0.1 }';

const all: readonly Place[] = [
  ...(['reinforce', 'supervised'] as const).flatMap((kind) => [
    ...places(`${kind} `, stageShapes[kind].fields, (stage) => program({ stage, kind })),
    ...inBlocks(`${kind} `, stageShapes[kind], (stage) => program({ stage, kind })),
  ]),
  ...places('suite ', suiteShape.fields, (suite) => program({ suite })),
  ...places('pipeline ', pipelineShape.fields, (field) =>
    program({ plan: `${field}\n  run explore for 40 steps` }),
  ),
  ...inBlocks('pipeline ', pipelineShape, (block) =>
    program({ plan: `${block}\n  run explore for 40 steps` }),
  ),
  ...places('reset ', resetBlock.fields, (field) =>
    program({ stage: `${kl}\n  reset reference when every 5 steps { ${field} }` }),
  ),
  ...places('guard ', guardBlock.fields, (field) =>
    program({ stage: `guard when not_finite(loss) { rollback, ${field} }` }),
  ),
  ...places('audit ', auditBlock.fields, (field) =>
    program({
      plan: `evaluate heldout every 5 steps\n  audit reward.mean against heldout.pass@1 { ${field} }\n  run explore for 40 steps`,
    }),
  ),
  ...places('curriculum ', curriculumBlock.fields, (field) =>
    program({ mixture: `curriculum { ${field} }` }),
  ),
  { name: 'the weight of a task', text: program({ mixture: `chain_sum: ${swings}` }), moves: true },
  still('the start of a task', program({ mixture: `chain_sum: 1 from ${steps}` })),
  still(
    'the scale of a guard',
    program({ stage: `guard when not_finite(loss) { scale rate by ${swings} }` }),
  ),
  still('the bound of a filter', program({ stage: `keep groups where reward.std > ${swings}` })),
  moves(
    'the bound of a comparison',
    program({ stage: `${kl}\n  guard when kl.mean > ${swings} { rollback }` }),
  ),
  moves('the bound before a metric', program({ more: `trigger a = ${swings} < loss` })),
  moves('the bound of an average', program({ more: `trigger a = ema(loss, span: 9 steps) > ${swings}` })),
  still(
    'how long a condition must hold',
    program({ stage: `guard when loss > 1 for ${steps} { rollback }` }),
  ),
  still('the span of an average', program({ more: `trigger a = ema(loss, span: ${steps}) > 1` })),
  moves(
    'the gain of a plateau',
    program({ more: `trigger a = plateau(loss, over: 3 steps, gain_below: ${swings})` }),
  ),
  still(
    'the window of a plateau',
    program({ more: `trigger a = plateau(loss, over: ${steps}, gain_below: 0.1)` }),
  ),
  moves('by how much something falls', program({ more: `trigger a = falls(loss, by: ${swings})` })),
  still('the length of a stage', program({ plan: `run explore for ${steps}` })),
  still(
    'the period of an evaluation',
    program({ plan: `evaluate heldout every ${steps}\n  run explore for 40 steps` }),
  ),
  still(
    'the period of checkpoints',
    program({ plan: `checkpoint every ${steps}\n  run explore for 40 steps` }),
  ),
  still(
    'how many checkpoints are kept',
    program({ plan: `checkpoint every 5 steps, keep last ${swings}\n  run explore for 40 steps` }),
  ),
  still('the length of a schedule', program({ more: `schedule s: Number = linear(0, 1, over: ${steps})` })),
  still(
    'an end of a schedule',
    program({ more: `schedule s: Number = linear(0, ${swings}, over: 10 steps)` }),
  ),
  still(
    'a given value of a test',
    program({
      more: `test "t" {\n  given loss = ${swings}\n  run explore for 5 steps\n  expect reset never\n}`,
    }),
  ),
];

describe('wherever a number may stand', () => {
  for (const { name, text, moves } of all) {
    it(`${name} ${moves ? 'takes a schedule' : 'says why it takes no schedule'}`, () => {
      const { diagnostics } = compileText(text);
      const refused = diagnostics.filter(({ code }) => code === 'T0309');
      if (moves) return assert.deepEqual(refused, []);
      assert.equal(
        refused.length,
        1,
        diagnostics.map((one) => `${one.code} ${one.message}`).join('\n') || 'it is taken',
      );
      assert.equal(diagnostics.length, 1, codes[diagnostics[1]?.code ?? 'T0309']);
      assert.ok(refused[0]!.reason !== undefined && refused[0]!.reason !== GENERAL, 'no reason of its own');
    });
  }
});
