import assert from 'node:assert/strict';
import { format } from '../../../grammar/format/index.ts';
import { parse } from '../../../grammar/parse.ts';

describe('comments and line ends in odd places', () => {
  it('keeps a doc comment whose lines end in spaces', () => {
    const text = 'edition 2026\n/// one  \n/// two\nmodel a = bundled("nano")\n';
    assert.equal(parse('a', text).file.declarations[0]?.doc, 'one\ntwo');
    assert.match(format('a', text).text ?? '', /\/\/\/ one\n\/\/\/ two\n/);
  });

  it('takes a value on a line of its own within brackets', () => {
    const text = 'edition 2026\ntrigger t = (\n  a for -1\n)\n';
    assert.deepEqual(parse('a', text).diagnostics, []);
  });

  it('takes a calculation behind from, until, at and for on a line of its own in a list', () => {
    for (const amount of ['-1 steps', '(1 + 2) * 1 steps']) {
      const text = `edition 2026\ntest "t" {\n  keep a where [\n    b,\n    c from ${amount},\n    d,\n  ]\n}\n`;
      assert.deepEqual(parse('a', text).diagnostics, []);
    }
  });

  it('breaks no condition for a comment that moves behind it', () => {
    const text = 'edition 2026\ntrigger t = a.b and - 1 steps // c\n > 0\n';
    const once = format('a', text).text ?? '';
    assert.equal(format('a', once).text, once);
  });
});
