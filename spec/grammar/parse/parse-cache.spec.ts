import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { ParseCache } from '../../../grammar/parse-cache.ts';
import { parse } from '../../../grammar/parse.ts';
import { program } from '../../../bench/language-program.ts';

/** PRORL_RUNS widens the search; the seed of a failure is printed. */
const numRuns = Number(process.env['PRORL_RUNS'] ?? 25);

const whole = readFileSync(new URL('../../programs/whole.prorl', import.meta.url), 'utf8');
const quickstart = readFileSync(new URL('../../../pipelines/quickstart.prorl', import.meta.url), 'utf8');

/** Of each hundred offsets the place, what is taken away there, and what comes in its place. */
interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly text: string;
}

const pieces = [
  ...['"', "'", '{', '}', '(', ')', '[', ']', ',', ':', '=', '.', '-', '/', '//', '/*', '*/', '#', ';', '%'],
  ...['\n', '\n\n', '\r\n', ' ', '  ', '\t', 'x', '7', '@', '_', '\u201c', '\ufffd', '\0', '\n}\n', '\n{'],
  ...[
    '/// said\n',
    'edition 2026\n',
    '\nlet a = 1\n',
    '\nlet b',
    'export ',
    'import ',
    ' from "x"',
    'stage ',
  ],
  ...['trigger t = kl.mean > 0.1\n', '\n  run x until ', 'schedule s: A<B<C<D<E<F<G<H<I<J>', '\nmixture m {'],
];
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(200)),
  text: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...pieces) }, fc.constant(''), fc.string()),
});

function edited(text: string, { at, removed, text: added }: Edit): string {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + added + text.slice(from + removed);
}

function sameAsAnew(cache: ParseCache, text: string): void {
  assert.deepEqual(cache.parse('a.prorl', text), parse('a.prorl', text));
}

describe('the cache of parsed files', () => {
  for (const [name, base] of Object.entries({ whole, quickstart, rounds: program(80) })) {
    it(`gives after any edits of ${name} what parsing anew gives, with all diagnostics`, () => {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
          const cache = new ParseCache();
          let text = base;
          sameAsAnew(cache, text);
          for (const one of edits) sameAsAnew(cache, (text = edited(text, one)));
          // And back again, as by undoing all of it at once.
          sameAsAnew(cache, base);
        }),
        { numRuns },
      );
    });
  }

  it('gives the same where a name that is missing moves with the words around it', () => {
    const cache = new ParseCache();
    const broken = 'edition 2026\n\nimport { sums from "prorl/tasks"\n';
    sameAsAnew(cache, broken);
    sameAsAnew(cache, `@${broken}`);
  });

  it('gives the same for files whose declarations change places', () => {
    const declarations = whole.split(/\n\n(?=\S)/);
    fc.assert(
      fc.property(fc.shuffledSubarray(declarations), fc.shuffledSubarray(declarations), (one, other) => {
        const cache = new ParseCache();
        sameAsAnew(cache, one.join('\n\n'));
        sameAsAnew(cache, other.join('\n\n'));
      }),
      { numRuns },
    );
  });

  const long = program(1000);
  const parsedAfter = (text: string): number => {
    const cache = new ParseCache();
    cache.parse('a.prorl', long);
    cache.parse('a.prorl', text);
    return cache.parsedAnew('a.prorl');
  };

  it('parses every declaration of a new file', () => {
    const cache = new ParseCache();
    const { file } = cache.parse('a.prorl', long);
    assert.equal(
      cache.parsedAnew('a.prorl'),
      (file.edition === null ? 0 : 1) + file.imports.length + file.declarations.length,
    );
  });

  it('parses one declaration after a keystroke in it', () => {
    const at = long.indexOf('  mixture: mix', long.length / 2) + '  mixture: mix'.length;
    assert.equal(parsedAfter(`${long.slice(0, at)}ed${long.slice(at)}`), 1);
    assert.equal(parsedAfter(`${long.slice(0, at)}\n  updates:${long.slice(at)}`), 1);
    assert.equal(parsedAfter(`${long.slice(0, at)}\n  updates: "${long.slice(at)}`), 1);
  });

  it('parses a declaration and its neighbours where its words change, where a line comes between, and where a brace is lost', () => {
    const name = long.indexOf('suite heldout_10');
    assert.equal(parsedAfter(`${long.slice(0, name)}suites${long.slice(name + 5)}`), 2);
    assert.ok(parsedAfter(`${long.slice(0, name)}\n${long.slice(name)}`) <= 2);
    const brace = long.indexOf('}', name);
    assert.ok(parsedAfter(`${long.slice(0, brace)}${long.slice(brace + 1)}`) <= 3);
  });

  it('does not parse a file that did not change', () => {
    const cache = new ParseCache();
    assert.equal(cache.parse('a.prorl', long), cache.parse('a.prorl', long));
    cache.forget('a.prorl');
    assert.notEqual(cache.parse('a.prorl', long), parse('a.prorl', long));
  });
});
