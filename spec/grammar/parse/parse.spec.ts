import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Expression, SourceFile } from '../../../grammar/ast.ts';
import { parse } from '../../../grammar/parse.ts';
import { ProrlParser } from '../../../grammar/parser.ts';

const programs = new URL('../../programs/', import.meta.url);
const whole = readFileSync(new URL('whole.prorl', programs), 'utf8');

function clean(text: string): SourceFile {
  const { file, diagnostics } = parse('test.prorl', text);
  assert.deepEqual(
    diagnostics.map((d) => `${d.primary.span.line}: ${d.message}`),
    [],
  );
  return file;
}

function valueOf(expression: string): Expression {
  const [declaration] = clean(`edition 2026\nlet it = ${expression}\n`).declarations;
  assert.ok(declaration?.kind === 'LetDeclaration');
  return declaration.value;
}

/** An expression written with every bracket, to show how it was understood. */
function show(e: Expression): string {
  switch (e.kind) {
    case 'Missing':
      return '?';
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return String(e.value);
    case 'StringLiteral':
      return JSON.stringify(e.value);
    case 'Quantity':
      return `${e.value.value} ${e.unit.text}`;
    case 'StepNumber':
      return `#${show(e.number)}`;
    case 'Arithmetic':
      return `(${show(e.left)} ${e.sign.text} ${show(e.right)})`;
    case 'Negative':
      return `(-${show(e.operand)})`;
    case 'Range':
      return `[${show(e.from)}..${show(e.to)}]`;
    case 'Path':
      return e.text;
    case 'Call':
      return `${e.callee.text}(${e.arguments.map((a) => `${a.name === null ? '' : `${a.name.text}=`}${show(a.value)}`).join(' ')})`;
    case 'List':
      return `{${e.elements.map(show).join(' ')}}`;
    case 'Windowed':
      return `(${show(e.value)} from ${e.from === null ? '-' : show(e.from)} until ${e.until === null ? '-' : show(e.until)})`;
    case 'Chain':
      return `(${show(e.start)} @ ${e.at === null ? '-' : show(e.at)}${e.pieces.map((p) => ` | ${p.shape.text} ${p.to === null ? '-' : show(p.to)} ${p.by} ${show(p.position)}`).join('')})`;
    case 'Comparison':
      return `(${show(e.left)} ${e.op} ${show(e.right)})`;
    case 'Logical':
      return `(${e.operands.map(show).join(` ${e.op} `)})`;
    case 'Not':
      return `(not ${show(e.operand)})`;
    case 'Sustained':
      return `(${show(e.condition)} for ${show(e.for)})`;
    case 'Every':
      return `(every ${show(e.period)})`;
  }
}

describe('parse', () => {
  it('reads a file with every construct', () => {
    const file = clean(whole);
    assert.equal(file.edition?.year, 2026);
    assert.deepEqual(
      file.imports.flatMap((i) => i.names.map((n) => `${n.name.text} ${n.alias.text}`)),
      ['chain_sum chain_sum', 'products products', 'sort_letters letters', 'grpo grpo', 'worked worked'],
    );
    const explore = file.declarations.find((d) => d.name.text === 'explore');
    assert.ok(explore?.kind === 'StageDeclaration');
    assert.ok(explore.exported);
    assert.equal(explore.doc, 'Explores from wherever the policy stands.');
    assert.deepEqual(
      explore.parameters.map((p) => [
        p.name.text,
        p.doc,
        p.bounds === null ? '' : show(p.bounds),
        p.default === null ? '' : show(p.default),
      ]),
      [
        ['mix', 'What is practised.', '', ''],
        ['longest', '', '[8 tokens..4096 tokens]', '64 tokens'],
        ['estimator', '', '', 'k3'],
      ],
    );
    assert.deepEqual(
      explore.body?.items.map((i) => i.kind),
      ['Field', 'Section', 'Section', 'Section', 'Section', 'Section', 'Section', 'Keep', 'Reset', 'Guard'],
    );
    const suite = file.declarations.find((d) => d.name.text === 'heldout');
    assert.ok(suite?.kind === 'SuiteDeclaration');
    assert.deepEqual(
      suite.body.items.map((i) => (i.kind === 'Field' ? `${i.name.text} ${show(i.value)}` : i.kind)),
      ['tasks puzzles', 'problems 128', 'samples 16', 'temperature 0.6', 'report {pass@1 pass@4 pass@16}'],
    );
  });

  it('says of very many "not" that they are too many', () => {
    const { diagnostics } = parse(
      'test.prorl',
      `edition 2026\ntrigger it = ${'not '.repeat(50_000)}kl.mean > 1\n`,
    );
    assert.deepEqual(
      diagnostics.map((d) => d.code),
      ['P0112'],
    );
  });

  const understood: [string, string][] = [
    ['-0.5', '-0.5'],
    ['0.7%', '0.007'],
    ['95%', '0.95'],
    ['1_000_000 tokens', '1000000 tokens'],
    ['2..4', '[2..4]'],
    ['1 + 2 * 3', '(1 + (2 * 3))'],
    ['(1 + 2) * 3', '((1 + 2) * 3)'],
    ['1 - 2 - 3', '((1 - 2) - 3)'],
    ['1 - (2 - 3)', '(1 - (2 - 3))'],
    ['12 / 3 * 2 - 4 * 5', '(((12 / 3) * 2) - (4 * 5))'],
    ['1-2', '(1 - 2)'],
    ['1 - -2', '(1 - -2)'],
    ['-a * (b - -c)', '((-a) * (b - (-c)))'],
    ['2 * 8 tokens..warm + 64 tokens', '[(2 * 8 tokens)..(warm + 64 tokens)]'],
    ['every 2 * 10 steps', '(every (2 * 10 steps))'],
    ['a.b > limit * 2 for 2 * 3 steps', '((a.b > (limit * 2)) for (2 * 3 steps))'],
    ['0 at 0 steps, linear to 2 * x at a + b', '(0 @ 0 steps | linear (2 * x) at (a + b))'],
    ['f(a * 2, over: b / 2)', 'f((a * 2) over=(b / 2))'],
    ['pass@1 * 2', '(pass@1 * 2)'],
    ['"a\\n\\u{e9}\\"b"', '"a\\né\\"b"'],
    ['linear(1, 3, over: 200 steps)', 'linear(1 3 over=200 steps)'],
    ['1 from 100 steps until 200 steps', '(1 from 100 steps until 200 steps)'],
    ['1 until 50 steps, linear to 3 at 80 steps', '((1 from - until 50 steps) @ - | linear 3 at 80 steps)'],
    [
      '0 at 0 steps, linear to 0.002 at 50 steps, constant until 60 steps, cosine to 0 over 10 steps',
      '(0 @ 0 steps | linear 0.002 at 50 steps | constant - until 60 steps | cosine 0 over 10 steps)',
    ],
    ['a > 1 or b < 2 and not c >= 3 for 5 steps', '((a > 1) or ((b < 2) and (not ((c >= 3) for 5 steps))))'],
    ['(a > 1 or b < 2) for 5 steps', '(((a > 1) or (b < 2)) for 5 steps)'],
    [
      'every 10 steps and heldout.sums-2.pass@16 == 0',
      '((every 10 steps) and (heldout.sums-2.pass@16 == 0))',
    ],
    ['[a, b, 3 steps]', '{a b 3 steps}'],
  ];
  for (const [text, expected] of understood) {
    it(`understands ${text}`, () => assert.equal(show(valueOf(text)), expected));
  }

  it('takes words of the language as names of fields', () => {
    const file = clean('edition 2026\nstage a = grpo { model: 1, for: 2, until: 3\n from: b\n step: 4 }\n');
    const [stage] = file.declarations;
    assert.ok(stage?.kind === 'StageDeclaration');
    assert.deepEqual(
      stage.body?.items.map((i) => (i.kind === 'Field' ? i.name.text : i.kind)),
      ['model', 'for', 'until', 'from', 'step'],
    );
  });

  it('gives one message for each of several independent mistakes', () => {
    const text = readFileSync(new URL('bad/five-mistakes.prorl', programs), 'utf8');
    const { file, diagnostics } = parse('five-mistakes.prorl', text);
    assert.deepEqual(
      diagnostics.map((d) => d.primary.span.line),
      [3, 7, 11, 14, 15, 18],
    );
    assert.deepEqual(
      file.declarations.map((d) => d.name.text),
      ['nano', 'heldout', 'drifted', 'explore', 'quickstart'],
    );
  });

  it('has the same tree whatever ends the lines, with or without a byte-order mark', () => {
    const tree = (text: string): string =>
      JSON.stringify(clean(text), (key, value: unknown) => (key === 'span' ? undefined : value));
    const expected = tree(whole);
    assert.equal(tree(whole.replaceAll('\n', '\r\n')), expected);
    assert.equal(tree(whole.replaceAll('\n', '\r')), expected);
    assert.equal(tree(`\ufeff${whole}`), expected);
  });

  it('has a grammar that Chevrotain finds sound', () => {
    assert.doesNotThrow(() => new ProrlParser({ skipValidations: false }));
  });

  it('refuses files that are too large, in one message', () => {
    const { diagnostics } = parse('large.prorl', '// '.padEnd(5 * 1024 * 1024, 'x'));
    assert.deepEqual(
      diagnostics.map((d) => d.code),
      ['P0102'],
    );
  });

  it('reads ten kilobytes in a few milliseconds', () => {
    const text = whole + whole.replace('edition 2026', '').repeat(2);
    const times = Array.from({ length: 40 }, () => {
      const start = performance.now();
      parse('long.prorl', text);
      return performance.now() - start;
    });
    // Generous: the machine may be busy. The best of forty says what it costs.
    assert.ok(Math.min(...times) < 60, `${Math.min(...times)} ms`);
  });
});

describe('parse, on anything', () => {
  const isSound = (text: string): void => {
    const { diagnostics, file } = parse('any.prorl', text);
    assert.ok(file.kind === 'SourceFile');
    for (const { primary, secondary, message, reason, fix } of diagnostics) {
      assert.ok(message !== '' && (reason !== undefined || fix !== undefined), `no reason: ${message}`);
      for (const { span } of [primary, ...secondary, ...(fix?.edits ?? [])]) {
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, JSON.stringify(span));
        assert.ok(span.line >= 1 && span.column >= 1, JSON.stringify(span));
      }
    }
  };

  it('never throws on random characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), isSound), { numRuns: 300 });
  });

  const pieces = [...new Set(whole.match(/\w+|[^\s\w]|\n/g))];
  it('never throws on words of the language in any order', () => {
    const words = fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((w) => w.join(' '));
    fc.assert(fc.property(words, isSound), { numRuns: 500 });
  });

  it('never throws on mutated programs, and reports damage', () => {
    const mutation = fc.record({
      at: fc.nat(whole.length),
      cut: fc.nat(40),
      put: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })),
    });
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => {
        let text = whole;
        for (const { at, cut, put } of mutations) text = text.slice(0, at) + put + text.slice(at + cut);
        isSound(text);
      }),
      { numRuns: 300 },
    );
  });

  it('survives deep nesting of everything that nests', () => {
    for (const open of [
      '(',
      '[',
      '{',
      '{ a ',
      'f(',
      'not ',
      '- ',
      'Schedule<',
      '"',
      '/*',
      '1 .. ',
      'a . ',
      '1 + ',
      '-(',
      '1 * (',
    ]) {
      isSound(`edition 2026\nlet a = ${open.repeat(10_000)}`);
      isSound(`edition 2026\nlet a: ${open.repeat(10_000)}`);
    }
  });
});
