import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { packageRoot } from '../../runtime/package-root.ts';

describe('the VS Code extension', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prorl-vsix-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is packed with all that its manifest names, and can be loaded', async function () {
    this.timeout(120_000);
    const vsix = join(folder, 'prorl.vsix');
    await execa('npx', ['tsx', 'scripts/package-vscode.ts', vsix], { cwd: packageRoot });
    await execa('unzip', ['-q', vsix, '-d', folder]);
    const manifest = JSON.parse(readFileSync(join(folder, 'extension/package.json'), 'utf8'));
    const { languages, grammars } = manifest.contributes;
    const configuration = JSON.parse(
      readFileSync(join(folder, 'extension', languages[0].configuration), 'utf8'),
    );
    assert.equal(configuration.comments.lineComment, '//');
    const grammar = JSON.parse(readFileSync(join(folder, 'extension', grammars[0].path), 'utf8'));
    assert.equal(grammar.scopeName, grammars[0].scopeName);
    const main = readFileSync(join(folder, 'extension', manifest.main), 'utf8');
    const module = { exports: {} as Record<string, unknown> };
    const require = createRequire(import.meta.url);
    const vscode = new Proxy(class {}, {
      get: (target, name) => (name === 'prototype' ? target.prototype : vscode),
    }) as unknown;
    new Function('module', 'exports', 'require', main)(module, module.exports, (name: string) =>
      name === 'vscode' ? vscode : require(name),
    );
    assert.equal(typeof module.exports['activate'], 'function');
    assert.equal(typeof module.exports['deactivate'], 'function');
  });
});
