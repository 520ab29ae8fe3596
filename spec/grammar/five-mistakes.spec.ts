import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileText, said } from '../support/compile.ts';

/** A declaration, and the same with one mistake in it. */
interface Slip {
  readonly right: string;
  readonly wrong: string;
}

const stage = (name: string, body: string): string => `stage ${name} = grpo {\n  mixture: sums\n${body}\n}`;

/**
 * One mistake each, of those that people make: in spelling, punctuation, units, types and values. What only a check of
 * the whole program finds is not among them, since those wait until all of it can be read.
 */
const slips: Readonly<Record<string, Slip>> = {
  'an unknown field': {
    right: stage('a1', '  rollout { samples: 4 }'),
    wrong: stage('a1', '  rollout { smaples: 4 }'),
  },
  'an unknown block': {
    right: stage('a2', '  clip { low: 0.2 }'),
    wrong: stage('a2', '  clipp { low: 0.2 }'),
  },
  'a wrong unit': {
    right: stage('a3', '  rollout { max_tokens: 32 tokens }'),
    wrong: stage('a3', '  rollout { max_tokens: 32 steps }'),
  },
  'a value out of its range': {
    right: stage('a4', '  clip { low: 0.2 }'),
    wrong: stage('a4', '  clip { low: 1.5 }'),
  },
  'no colon': {
    right: stage('a5', '  rollout { prompts: 8 }'),
    wrong: stage('a5', '  rollout { prompts 8 }'),
  },
  'no value': {
    right: stage('a6', '  updates: 2'),
    wrong: stage('a6', '  updates:'),
  },
  'an unknown choice': {
    right: stage('a7', '  advantage { estimator: group_norm }'),
    wrong: stage('a7', '  advantage { estimator: group_nrom }'),
  },
  'a text where a number belongs': {
    right: stage('a8', '  rollout { temperature: 1 }'),
    wrong: stage('a8', '  rollout { temperature: "hot" }'),
  },
  'an unknown metric': {
    right: 'trigger b1 = kl.mean > 0.1 for 3 steps',
    wrong: 'trigger b1 = kl.maen > 0.1 for 3 steps',
  },
  'a comparison without its right side': {
    right: 'trigger b2 = reward.mean > 0.5',
    wrong: 'trigger b2 = reward.mean >',
  },
  'an equals sign for a comparison': {
    right: 'trigger b3 = loss > 2 for 2 steps',
    wrong: 'trigger b3 = loss => 2 for 2 steps',
  },
  'a schedule that goes back': {
    right: 'schedule c1: Coefficient = 0 at 0 steps, linear to 1 at 50 steps, linear to 0 at 90 steps',
    wrong: 'schedule c1: Coefficient = 0 at 0 steps, linear to 1 at 50 steps, linear to 0 at 40 steps',
  },
  'a schedule below its type': {
    right: 'schedule c2: Coefficient = linear(1, 0, over: 50 steps)',
    wrong: 'schedule c2: Coefficient = linear(1, -1, over: 50 steps)',
  },
  'an unknown type': {
    right: 'let d1: Coefficient = 0.5',
    wrong: 'let d1: Coeficient = 0.5',
  },
  'a name that nobody declares': {
    right: 'let d2 = 2 * 3',
    wrong: 'let d2 = 2 * tripple',
  },
  'units that do not go together': {
    right: 'let d3 = 2 steps + 3 steps',
    wrong: 'let d3 = 2 steps + 3 tokens',
  },
  'an unknown task': {
    right: 'mixture e1 { chain_sum(terms: 2..3): 1 }',
    wrong: 'mixture e1 { chain_sun(terms: 2..3): 1 }',
  },
  'an unknown setting': {
    right: 'mixture e2 { chain_sum(terms: 2..3): 1 }',
    wrong: 'mixture e2 { chain_sum(term: 2..3): 1 }',
  },
  'a setting out of its bounds': {
    right: 'mixture e3 { chain_sum(terms: 2..3): 1 }',
    wrong: 'mixture e3 { chain_sum(terms: 2..99): 1 }',
  },
  'an unfinished text': {
    right: 'model f1 = folder("./model")',
    wrong: 'model f1 = folder("./model)',
  },
  'an unknown source of a model': {
    right: 'model f2 = bundled("nano")',
    wrong: 'model f2 = bundeld("nano")',
  },
  'a field of a suite that is none': {
    right: 'suite g1 {\n  tasks: sums\n  problems: 16\n}',
    wrong: 'suite g1 {\n  tasks: sums\n  problms: 16\n}',
  },
  'a misspelt keyword': {
    right: 'suite g2 {\n  tasks: sums\n}',
    wrong: 'siute g2 {\n  tasks: sums\n}',
  },
};

const HEAD = 'edition 2026\n\nimport { chain_sum } from "prorl/tasks"\nimport { grpo } from "prorl/stages"\n';
const SUMS = 'mixture sums { chain_sum: 1 }';

/** Lines of one stage and of the pipeline that runs it, each right and wrong: mistakes that share a declaration. */
const lines: Readonly<Record<'stage' | 'pipeline', readonly Slip[]>> = {
  stage: [
    { right: 'updates: 2', wrong: 'updates: 2 steps' },
    {
      right: 'rollout { prompts: 8, samples: 4, max_tokens: 32 tokens }',
      wrong: 'rollout { max_tokens: 32 }',
    },
    { right: 'reward { correct: 1, truncated: 0 }', wrong: 'reward { corect: 1 }' },
    { right: 'clip { low: 0.2 }', wrong: 'clip { low: 1.5 }' },
    { right: 'kl { coefficient: 0.001 }', wrong: 'kl { coefficient: "much" }' },
    { right: 'advantage { estimator: group_norm }', wrong: 'advantage { estimator: group_nrom }' },
    { right: 'loss { aggregation: token_mean }', wrong: 'loss { agregation: token_mean }' },
    { right: 'optimizer { rate: 1e-4 }', wrong: 'optimizer { rate: -1e-4 }' },
    { right: 'verify { on_failure: skip }', wrong: 'verify { on_failure: explode }' },
    { right: 'keep groups where reward.std > 0', wrong: 'keep groups where reward.sdt > 0' },
    { right: 'reset reference when every 20 steps', wrong: 'reset referense when every 20 steps' },
    {
      right: 'reset optimizer when kl.mean > 1 { cooldown: 5 steps }',
      wrong: 'reset optimizer when kl.mean > 1 { cooldwon: 5 steps }',
    },
    { right: 'guard when not_finite(loss) { rollback }', wrong: 'guard when not_finite(loss) { rolback }' },
    { right: 'guard when kl.mean > 2 { rollback }', wrong: 'guard when kl.mean > { rollback }' },
  ],
  pipeline: [
    { right: 'seed: 3', wrong: 'seed: "three"' },
    { right: 'evaluate heldout every 10 steps', wrong: 'evaluate heldot every 10 steps' },
    { right: 'checkpoint every 10 steps', wrong: 'checkpoint every 10 tokens' },
    { right: 'run explore for 40 steps', wrong: 'run explore for 40' },
    { right: 'run explore until 60 steps', wrong: 'run explore until 60 stpes' },
    { right: 'run explore for 40 steps when loss < 9', wrong: 'run explore for 40 steps when los < 9' },
    {
      right: 'run explore with { clip { high: 0.3 } } for 40 steps',
      wrong: 'run explore with { clip { hihg: 0.3 } } for 40 steps',
    },
  ],
};
const placed = (['stage', 'pipeline'] as const).flatMap((where) =>
  lines[where].map((slip, i) => ({ where, i, slip })),
);

describe('independent mistakes', function () {
  this.timeout(60_000);

  it('are none in the programs that they are put into', () => {
    const text = [HEAD, SUMS, ...Object.values(slips).map(({ right }) => right)].join('\n\n');
    assert.equal(said(compileText(text)), '');
  });

  for (const [name, { wrong, right }] of Object.entries(slips)) {
    it(`${name}: one message, in its declaration`, () => {
      assert.notEqual(wrong, right);
      expectMessages([{ text: wrong, broken: true }]);
    });
  }

  it('give as many messages as there are mistakes, each in its own declaration', () => {
    const names = fc.shuffledSubarray(Object.keys(slips), { minLength: 5, maxLength: 10 });
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 5 }), (chosen, mistakes) => {
        expectMessages(
          chosen.map((name, i) => {
            const broken = i < mistakes;
            return { text: broken ? slips[name]!.wrong : slips[name]!.right, broken };
          }),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('are none in the stage and the pipeline whose lines they are put into', () => {
    assert.equal(said(compileText(within([]).text)), '');
  });

  for (const one of placed) it(`one line of the ${one.where}: ${one.slip.wrong}`, () => expectLines([one]));

  it('give one message each in the lines of one stage and one pipeline, too', () => {
    const five = fc.shuffledSubarray(placed, { minLength: 2, maxLength: 7 });
    fc.assert(fc.property(five, expectLines), { numRuns: 60 });
  });
});

/** A program with some of the lines wrong, and the numbers of those lines, from 1. */
function within(wrong: typeof placed): { text: string; numbers: number[] } {
  const text: string[] =
    `${HEAD}\n${SUMS}\n\nmodel nano = bundled("nano")\n\nsuite heldout { tasks: sums }\n`.split('\n');
  const numbers: number[] = [];
  for (const where of ['stage', 'pipeline'] as const) {
    text.push(
      ...(where === 'stage'
        ? ['stage explore = reinforce {', '  mixture: sums']
        : ['pipeline main {', '  model: nano']),
    );
    lines[where].forEach((slip, i) => {
      const broken = wrong.some((one) => one.where === where && one.i === i);
      text.push(`  ${broken ? slip.wrong : slip.right}`);
      if (broken) numbers.push(text.length);
    });
    text.push('}', '');
  }
  return { text: text.join('\n'), numbers };
}

function expectLines(wrong: typeof placed): void {
  const { text, numbers } = within(wrong);
  const compilation = compileText(text);
  const found = compilation.diagnostics.map(({ primary }) => primary.span.line).sort((a, b) => a - b);
  assert.deepEqual(found, numbers, `${text}\n-----\n${said(compilation)}`);
}

function expectMessages(parts: readonly { readonly text: string; readonly broken: boolean }[]): void {
  // The broken ones stand between good ones, so that a mistake could do harm to both sides.
  const declarations = parts
    .map((part, i) => ({ ...part, place: (i * 7) % parts.length }))
    .sort((a, b) => a.place - b.place);
  let text = `${HEAD}\n${SUMS}\n`;
  const ranges: { readonly from: number; readonly to: number }[] = [];
  for (const { text: declaration, broken } of declarations) {
    text += '\n';
    if (broken) ranges.push({ from: text.length, to: text.length + declaration.length });
    text += `${declaration}\n`;
  }
  const compilation = compileText(text);
  const found = ranges.map(
    ({ from, to }) =>
      compilation.diagnostics.filter(({ primary: { span } }) => span.start >= from && span.start <= to)
        .length,
  );
  const message = `${text}\n-----\n${said(compilation)}`;
  assert.deepEqual(
    found,
    ranges.map(() => 1),
    message,
  );
  assert.equal(compilation.diagnostics.length, ranges.length, message);
}
