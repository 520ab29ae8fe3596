import assert from 'node:assert/strict';
import { codes } from '../../grammar/diagnostics/codes.ts';
import { prorl } from './prorl.ts';

describe('prorl explain', function () {
  this.timeout(60_000);

  it('shows a page with a wrong and a right example', async () => {
    const { stdout, stderr, exitCode } = await prorl(['explain', 'g0508']);
    assert.equal(exitCode, 0, stderr);
    assert.match(
      stdout,
      /^G0508: a reset without a cooldown\n\n[^]+Wrong:\n\n[^]+Right:\n\n[^]+cooldown: 50 steps/,
    );
    const json = JSON.parse((await prorl(['explain', 'G0508', '--json'])).stdout) as Record<string, unknown>;
    assert.deepEqual(Object.keys(json), ['format', 'code', 'title', 'meaning', 'why', 'wrong', 'right']);
  });

  it('lists all codes', async () => {
    const { stdout, exitCode } = await prorl(['explain', '--list']);
    assert.equal(exitCode, 0);
    assert.deepEqual(
      stdout.split('\n'),
      Object.entries(codes).map(([code, title]) => `${code}  ${title}`),
    );
    const json = JSON.parse((await prorl(['explain', '--list', '--json'])).stdout) as {
      codes: { code: string; wrong: { text: string } }[];
    };
    assert.deepEqual(
      json.codes.map(({ code }) => code),
      Object.keys(codes),
    );
    assert.ok(json.codes.every(({ wrong }) => wrong.text !== ''));
  });

  it('says which code may have been meant, and what to do without one', async () => {
    const wrong = await prorl(['explain', 'G0580']);
    assert.equal(wrong.exitCode, 2);
    assert.match(wrong.stderr, /There is no code 'G0580': did you mean 'G05\d\d'\?/);
    const none = await prorl(['explain']);
    assert.equal(none.exitCode, 2);
    assert.match(none.stderr, /Which code is to be explained\?[^]*--list/);
  });
});
