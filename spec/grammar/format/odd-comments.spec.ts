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

  it('takes a minus sign, and a name with a window, that begin an element', () => {
    for (const element of ['-limit', '-(a + b)', 'warm from start until end']) {
      const text = `edition 2026\nlet t = [\n  a,\n  ${element},\n]\nlet u = f(\n  ${element},\n)\n`;
      assert.deepEqual(parse('a', text).diagnostics, []);
    }
  });

  it('keeps brackets around what would take all that follows', () => {
    const text = 'edition 2026\n\nlet a = (every 5) + b\n';
    assert.equal(format('a', text).text, text);
  });

  it('keeps a comment before a comma that goes from becoming a doc comment', () => {
    const text = 'edition 2026\nreward r {\n  a: 1\n  /// of a\n  , b: 2\n}\n';
    assert.match(format('a', text).text ?? '', /a: 1 {2}\/\/\/ of a\n {2}b: 2/);
  });

  it('keeps a comment behind a comma that goes from becoming a doc comment', () => {
    const text = 'edition 2026\nreward r {\n  a: 1\n// x\n, /// y\n  b: 2\n}\n';
    const once = format('a', text).text ?? '';
    assert.match(once, /a: 1 {2}\/\/ x \/\/\/ y\n {2}b: 2/);
    assert.equal(format('a', once).text, once);
  });

  it('leaves the domain and the levels of a task in their order', () => {
    const text = 'edition 2026\n\ntask t = code("./t") levels {\n  1 { a: 1 }\n} domain math  // which\n';
    assert.equal(format('a', text).text, text);
  });

  it('keeps the space before a comment that ends the file', () => {
    const text = 'edition 2026\n\nlet a = 1 /* b */ /* c */\n';
    assert.equal(format('a', text).text, text);
  });

  it('breaks no condition for a comment that moves behind it', () => {
    const text = 'edition 2026\ntrigger t = a.b and - 1 steps // c\n > 0\n';
    const once = format('a', text).text ?? '';
    assert.equal(format('a', once).text, once);
  });
});
