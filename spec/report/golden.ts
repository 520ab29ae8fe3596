import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Compares a text with `golden/NAME.txt`. With UPDATE_GOLDEN=1 the file is written instead: look at the change
 * before it is kept.
 */
export function golden(name: string, lines: readonly string[]): void {
  const path = fileURLToPath(new URL(`golden/${name}.txt`, import.meta.url));
  const text = `${lines.join('\n')}\n`;
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return;
  }
  assert.equal(text, readFileSync(path, 'utf8'));
}
