import fc from 'fast-check';
import type { Call, Expression, Name, NumberLiteral, Path, Quantity } from './bare.ts';

/** Words with a meaning in some places that may stand as names wherever a name may. */
const harmless = [
  'edition',
  'import',
  'model',
  'mixture',
  'suite',
  'schedule',
  'task',
  'stage',
  'best',
  'last',
];
const plain = [
  'a',
  'b',
  'nano',
  'kl',
  'mean',
  'heldout',
  'x1',
  '_',
  'grpo',
  'Count',
  'very_long_name_of_something',
];

/** Words that join the parts of clauses and schedules. They name fields, settings and the parts of a metric. */
export const joints = [
  ...[
    'where',
    'to',
    'when',
    'every',
    'until',
    'for',
    'at',
    'over',
    'with',
    'then',
    'never',
    'by',
    'step',
    'in',
  ],
  ...['from', 'as', 'domain', 'levels', 'keep', 'reset', 'guard', 'scale', 'evaluate', 'checkpoint', 'run'],
  ...['given', 'expect'],
];

const named = (texts: fc.Arbitrary<string>): fc.Arbitrary<Name> =>
  texts.map((text) => ({ kind: 'Name', text }));

/** The name of a declaration or parameter. */
export const declaredName = named(fc.constantFrom(...plain, ...harmless));

/** The name of a metric or of a part of one. */
const metricName = named(fc.constantFrom(...plain, ...harmless, 'pass@1', 'chain_sum-2', 'pass@16'));

/** The name of a field or argument, which ":" follows. */
export const fieldName = named(fc.constantFrom(...plain, ...harmless, ...joints));

/** A whole number of moderate size, a fraction, or one with an exponent; never negative. */
const size = fc.oneof(
  fc.nat(2000),
  fc
    .tuple(fc.nat(9999), fc.integer({ min: -12, max: 25 }))
    .map(([digits, exponent]) => Number(`${digits}e${exponent}`)),
);

export const unsigned: fc.Arbitrary<NumberLiteral> = fc.record({
  kind: fc.constant('NumberLiteral'),
  value: size,
  percent: fc.boolean(),
});

export const number: fc.Arbitrary<NumberLiteral> = fc
  .tuple(unsigned, fc.boolean())
  .map(([one, negative]) => (negative ? { ...one, value: -one.value } : one));

const unit = named(fc.constantFrom('steps', 'tokens', 'prompts', 'evaluations', 'seconds', 'step'));

export const quantity: fc.Arbitrary<Quantity> = fc.record({
  kind: fc.constant('Quantity'),
  value: number,
  unit,
});

export const path: fc.Arbitrary<Path> = fc
  .tuple(declaredName, fc.array(fc.oneof(metricName, fieldName), { maxLength: 2 }))
  .map(([first, rest]) => pathOf([first, ...rest]));

export function pathOf(names: readonly Name[]): Path {
  return { kind: 'Path', names, text: names.map((one) => one.text).join('.') };
}

/** Any text, with line breaks, quotes, half characters and all. */
export const anyText = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom(
    'say "x"',
    'a\\b',
    '// no comment',
    '/* */',
    '{',
    '\0',
    '\ufffd',
    '\ud800',
    '\u2028',
    'a\r\nb',
    "'",
  ),
);

const shape = named(fc.constantFrom('constant', 'linear', 'cosine', 'exponential'));

const strings: fc.Arbitrary<Expression> = fc.record({ kind: fc.constant('StringLiteral'), value: anyText });

const { expression, call } = fc.letrec<{ expression: Expression; call: Call }>((tie) => {
  const inner = tie('expression');
  const call = fc.record({
    kind: fc.constant('Call' as const),
    callee: path,
    arguments: fc.array(
      fc.record({ kind: fc.constant('Argument' as const), name: fc.option(fieldName), value: inner }),
      { maxLength: 3 },
    ),
  });
  const optional = fc.option(inner);
  const piece = fc
    .record({
      kind: fc.constant('ChainPiece' as const),
      shape: declaredName,
      to: optional,
      by: fc.constantFrom('at' as const, 'until' as const, 'over' as const, 'for' as const),
      position: inner,
    })
    // Without "to" only a shape's name begins a piece behind a comma within a call.
    .chain((one) => (one.to === null ? shape.map((name) => ({ ...one, shape: name })) : fc.constant(one)));
  const compound: fc.Arbitrary<Expression>[] = [
    tie('call'),
    fc.record({ kind: fc.constant('Range'), from: inner, to: inner }),
    fc.record({ kind: fc.constant('List'), elements: fc.array(inner, { maxLength: 3 }) }),
    // Of a kind, so that it may stand without brackets.
    fc.record({
      kind: fc.constant('List'),
      elements: fc.oneof(
        ...[path, unsigned, strings].map((one) =>
          fc.array<Expression>(one as fc.Arbitrary<Expression>, { minLength: 2, maxLength: 3 }),
        ),
      ),
    }),
    fc
      .record({ kind: fc.constant('Windowed' as const), value: inner, from: optional, until: optional })
      .filter(({ from, until }) => from !== null || until !== null),
    fc
      .record({
        kind: fc.constant('Chain' as const),
        start: inner,
        at: optional,
        pieces: fc.array(piece, { maxLength: 3 }),
      })
      .filter(({ at, pieces }) => at !== null || pieces.length > 0),
    fc.record({
      kind: fc.constant('Comparison'),
      op: fc.constantFrom('>', '>=', '<', '<=', '==', '!='),
      left: inner,
      right: inner,
    }),
    fc.record({
      kind: fc.constant('Logical'),
      op: fc.constantFrom('and', 'or'),
      operands: fc.array(inner, { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('Not'), operand: inner }),
    fc.record({ kind: fc.constant('Sustained'), condition: inner, for: inner }),
    fc.record({ kind: fc.constant('Every'), period: inner }),
    fc.record({
      kind: fc.constant('Arithmetic'),
      sign: fc.record({ kind: fc.constant('Sign' as const), text: fc.constantFrom('+', '-', '*', '/') }),
      left: inner,
      right: inner,
    }),
    // A minus sign before a number is part of the number.
    fc
      .record({ kind: fc.constant('Negative' as const), operand: inner })
      .filter(({ operand }) => operand.kind !== 'NumberLiteral' && operand.kind !== 'Quantity'),
  ];
  const simple: fc.Arbitrary<Expression>[] = [
    path,
    number,
    quantity,
    strings,
    fc.record({ kind: fc.constant('BooleanLiteral'), value: fc.boolean() }),
    fc.record({ kind: fc.constant('StepNumber'), number: fc.oneof(number, quantity) }),
  ];
  return {
    call,
    expression: fc.oneof(
      { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
      fc.oneof(...simple),
      ...compound,
    ),
  };
});

export { call, expression };
