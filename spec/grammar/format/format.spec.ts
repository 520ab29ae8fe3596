import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { format } from '../../../grammar/format/index.ts';
import { sameTree } from '../../../grammar/format/same-tree.ts';
import { lex } from '../../../grammar/lex.ts';
import { parse } from '../../../grammar/parse.ts';
import { makeSource } from '../../../grammar/source.ts';
import { packageRoot } from '../../../runtime/package-root.ts';

const read = (path: string): string => readFileSync(join(packageRoot, path), 'utf8');
const filesOf = (folder: string): string[] =>
  readdirSync(join(packageRoot, folder))
    .filter((name) => name.endsWith('.prorl'))
    .map((name) => `${folder}/${name}`);

const programs = [...filesOf('spec/programs'), ...filesOf('pipelines'), ...filesOf('stdlib')];

function formatted(text: string): string {
  const result = format('a.prorl', text);
  assert.ok(result.text !== null, result.diagnostics?.map((d) => d.message).join('\n'));
  return result.text;
}

function isReadable(text: string): boolean {
  return parse('a.prorl', text).diagnostics.length === 0;
}

/** The comments of a text, each as its lines without the spaces around them. */
function commentsOf(text: string): string[] {
  return lex(makeSource('a.prorl', text)).comments.map((c) =>
    c.image
      .split(/\r\n?|\n/)
      .map((line) => line.trim())
      .join('\n'),
  );
}

function check(text: string): string {
  const once = formatted(text);
  assert.equal(formatted(once), once, 'formatting again changes nothing');
  const plain = text.replace(/\r\n?/g, '\n');
  assert.ok(sameTree(parse('a.prorl', plain).file, parse('a.prorl', once).file), 'the tree is the same');
  const kept = commentsOf(once).join('\n');
  for (const comment of commentsOf(plain))
    assert.ok(kept.includes(comment), `the comment ${comment} is kept`);
  assert.doesNotMatch(once, /[ \t]\n|\n\n\n|\r|\0/);
  assert.match(once, /[^\n]\n$/);
  return once;
}

const loose = `edition 2026 // year
/* top */ model nano=bundled( /* which */ "nano" )// small
mixture none { // nothing yet
// later
}
suite heldout{problems:64 samples:16
// of what
tasks: none, report: pass@1,pass@4 /* k */ }
stage explore=grpo{
  rollout{prompts:16, // few
  samples:8}

  kl{coefficient: // weight
  0.001}
  reset reference when
    // far off
    kl.mean>0.1 // so
    or entropy<0.1
    { cooldown:50 steps }
  // end
}
// bye
`;

const neat = `edition 2026  // year

/* top */ model nano = bundled(/* which */ "nano")  // small

mixture none {  // nothing yet
  // later
}

suite heldout {
  problems: 64   samples: 16
  // of what
  tasks: none   report: pass@1, pass@4 /* k */
}

stage explore = grpo {
  rollout {
    prompts: 16  // few
    samples: 8
  }

  kl {
    coefficient: 0.001                // weight
  }
  reset reference when kl.mean > 0.1  // far off // so
    or entropy < 0.1 { cooldown: 50 steps }
  // end
}
// bye
`;

describe('format', () => {
  for (const name of programs) {
    it(`keeps the meaning and the comments of ${name}, and is idempotent`, () => {
      check(read(name));
    });
  }

  for (const name of [...filesOf('pipelines'), ...filesOf('stdlib')]) {
    it(`finds ${name} in its style`, () => {
      assert.equal(formatted(read(name)), read(name), `run: prorl fmt ${name}`);
    });
  }

  it('puts comments where a reader looks for them', () => {
    assert.equal(check(loose), neat);
  });

  it('holds for programs with line ends, spaces and comments anywhere', function () {
    this.timeout(90_000);
    const gaps = ['\n', '\n\n', '\n\n\n', '  ', '\t', '\r\n', '/* C */', ' // C\n', '\n// C\n', '\n/// C\n'];
    const more = [
      '\n/* C\n   more */\n',
      ' /* C\n more */ ',
      '\n\n// C\n\n',
      ' /* C */ /* C */ ',
      ' // C\n// C\n',
    ];
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      put: fc.constantFrom(...gaps, ...more),
      instead: fc.boolean(),
    });
    let tried = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...programs),
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        (name, edits) => {
          let count = 0;
          let text = read(name);
          for (const { at, put, instead } of edits) {
            const tokens = lex(makeSource('a.prorl', text)).tokens;
            const token = tokens[Math.floor(at * tokens.length)]!;
            const before = text.slice(0, token.startOffset);
            const gap = put.replace(/\bC\b/g, () => `c${++count}c`);
            const next =
              (instead ? before.replace(/[ \t\r\n]+$/, '') : before) + gap + text.slice(token.startOffset);
            // Some line ends say something else, or nothing: those are other tests' matter.
            if (isReadable(next)) text = next;
          }
          if (text !== read(name)) tried++;
          const out = check(text);
          for (const [id] of text.matchAll(/c\d+c/g))
            assert.equal(out.split(id).length, 2, `the comment ${id} is there once`);
        },
      ),
      { numRuns: 250 },
    );
    assert.ok(tried > 180, `only ${tried} programs were changed`);
  });

  it('does not care for the spaces of a line, nor for the way lines end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...programs),
        fc.infiniteStream(fc.nat(5)),
        fc.boolean(),
        (name, widths, crlf) => {
          const text = formatted(read(name));
          const { tokens, comments } = lex(makeSource('a.prorl', text));
          const starts = [...tokens, ...comments].map((one) => one.startOffset).toSorted((a, b) => b - a);
          let spaced = text;
          for (const start of starts) {
            const before = spaced.slice(0, start);
            // Between a name and its bracket, or inside a path, no space stood; none comes.
            const wide = /[ \n]$/.test(before) || start === 0;
            const spaces = ' '.repeat(widths.next().value!);
            if (wide)
              spaced =
                before.replace(/ +$/, before.endsWith('\n ') ? '' : ' ') + spaces + spaced.slice(start);
          }
          if (crlf) spaced = `\ufeff${spaced.replaceAll('\n', '\r\n')}`;
          assert.equal(formatted(spaced), text);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leaves a file with syntax errors alone, and says what they are', () => {
    const { text, diagnostics } = format('a.prorl', 'edition 2026\nmodel = bundled("nano")\n');
    assert.equal(text, null);
    assert.equal(diagnostics?.length, 1);
  });
});
