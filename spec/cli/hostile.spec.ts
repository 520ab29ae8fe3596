import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, prorl } from './prorl.ts';

const head = 'edition 2026\n';

/** Files that are no programs, with what is said of them. */
const hostile: readonly [what: string, content: string | Buffer, message: RegExp][] = [
  ['a binary file', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)), /P0101/],
  [
    'bytes in a string that are not UTF-8',
    Buffer.from([...Buffer.from(`${head}model a = bundled("n`), 0xff, 0xfe, ...Buffer.from('")\n')]),
    /P0101.*not UTF-8/,
  ],
  ['50 MB', Buffer.alloc(50_000_000, 'model a = bundled("nano")\n'), /P0102.*too large/],
  ['nested braces', head + '{'.repeat(10_000), /P0111/],
  ['nested parentheses', `${head}schedule a = ${'('.repeat(10_000)}1`, /P0111/],
  ['nested brackets', `${head}stage s = grpo { mixture: ${'['.repeat(10_000)}`, /P0111/],
  ['a very long line of letters', `${head}model a = bundled("${'a'.repeat(200_000)}") zzz\n`, /P0121/],
  [
    'a very long line of wide characters',
    `${head}model a = bundled("${'日本é'.repeat(70_000)}") zzz\n`,
    /P0121/,
  ],
  ['a very long line of marks', `${head}model a = bundled("${'\u0301'.repeat(200_000)}") zzz\n`, /P0121/],
  ['a string without end', `${head}model a = bundled("nano\n`, /P0104/],
  ['an empty file', '', /P0130/],
  [
    'mixed line ends',
    `edition 2026\rmodel a = bundled("nano")\r\nmodel b = bundle("nano")\n`,
    /N0207[^]*:3:11/,
  ],
  ['a line separator of Unicode', `${head}model a = bundled("nano")\u2028`, /P0103[^]*U\+2028/],
  ['a byte-order mark and an unknown edition', '\ufeffedition 1999\n', /error\[\w+\]/],
];

describe('hostile files', function () {
  this.timeout(60_000);
  for (const [what, content, message] of hostile) {
    it(`${what}: a short message and exit code 3`, async () => {
      await inFolder(async (cwd) => {
        writeFileSync(join(cwd, 'a.prorl'), content);
        const { stdout, stderr, exitCode } = await prorl(['check', 'a.prorl'], { cwd });
        const all = `${stdout}\n${stderr}`;
        assert.match(all, message);
        assert.equal(exitCode, 3);
        assert.ok(all.length < 4000, `${all.length} characters`);
        // Control characters, shown as signs or not, say nothing to a reader.
        assert.doesNotMatch(all, /[\u2400-\u241f]{2}|[\0-\x08]/);
      });
    });
  }
});
