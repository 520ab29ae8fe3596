import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { packageRoot } from '../../runtime/package-root.ts';
import { Position, vscodeHost, type Range, type WorkspaceEdit } from './vscode-host.ts';

const text = `edition 2026

import { chain_sum } from "prorl/tasks"
import { grpo } from "prorl/stages"

/// What is practised.
mixture puzzles {
  chain_sum: 1
}

schedule trust: Coefficient = linear(0, 0.02, over: 50 steps)

stage explore = grpo {
  mixture: puzles
  kl { coefficient: trust }
}
`;

interface Extension {
  activate(context: { subscriptions: { dispose(): unknown }[] }): Promise<void>;
  deactivate(): Promise<void>;
}

describe('the VS Code extension', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'prorl-vsix-'));
  const extension = join(folder, 'extension');
  const project = join(folder, 'project');
  const pids = join(folder, 'pids');

  before(async () => {
    const vsix = join(folder, 'prorl.vsix');
    await execa('npx', ['tsx', 'scripts/package-vscode.ts', vsix], { cwd: packageRoot });
    await execa('unzip', ['-q', vsix, '-d', folder]);
    // The project's own prorl, as npm installs a command; it tells its process id.
    const bin = join(project, 'node_modules/.bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(project, 'package.json'), '{ "name": "project" }');
    const main = join(packageRoot, 'runtime/cli/main.ts');
    const run = `exec '${process.execPath}' --import '${import.meta.resolve('tsx')}' '${main}' "$@"`;
    writeFileSync(join(bin, 'prorl'), `#!/bin/sh\necho $$ >> '${pids}'\n${run}\n`);
    chmodSync(join(bin, 'prorl'), 0o755);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** The extension as it lies in the package, with a `vscode` of ours. */
  function load(vscode: unknown): Extension {
    const manifest = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
    const main = join(extension, manifest.main);
    const module = { exports: {} as Extension };
    const require = createRequire(main);
    new Function('module', 'exports', 'require', '__dirname', readFileSync(main, 'utf8'))(
      module,
      module.exports,
      (name: string) => (name === 'vscode' ? vscode : require(name)),
      join(extension, 'dist'),
    );
    return module.exports;
  }

  it('is packed with all that its manifest names', () => {
    const manifest = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
    const { languages, grammars } = manifest.contributes;
    const configuration = JSON.parse(readFileSync(join(extension, languages[0].configuration), 'utf8'));
    assert.equal(configuration.comments.lineComment, '//');
    const grammar = JSON.parse(readFileSync(join(extension, grammars[0].path), 'utf8'));
    assert.equal(grammar.scopeName, grammars[0].scopeName);
  });

  it('starts the server of the project, shows what it says and ends it', async () => {
    const host = vscodeHost(project);
    const { activate, deactivate } = load(host.api);
    const context = { subscriptions: [] as { dispose(): unknown }[] };
    await activate(context);
    const pid = Number(readFileSync(pids, 'utf8').trim());
    assert.ok(isAlive(pid));
    try {
      const document = host.open(join(project, 'main.prorl'), text);
      const [found] = await host.until(document, (all) => all.length > 0);
      assert.match(found!.message, /nothing here is called "puzles"/);
      const token = { isCancellationRequested: false, onCancellationRequested: () => undefined };
      const behind = (words: string): Position =>
        document.positionAt(document.getText().indexOf(words) + words.length);

      const [action] = await host.ask<{ title: string; edit: WorkspaceEdit }[]>(
        ...(['CodeActions', 'provideCodeActions', document, found!.range] as const),
        { diagnostics: [found], only: undefined, triggerKind: 1 },
        token,
      );
      assert.equal(action!.title, 'Change it to "puzzles"');
      for (const edit of action!.edit.changes.get(document.uri.toString())!) {
        const [range, put] = edit.given as [Range, string];
        host.edit(document, range.start, range.end, put);
      }
      await host.until(document, (all) => all.length === 0);

      const items = await host.ask<{ label: string }[] | { items: { label: string }[] }>(
        ...(['CompletionItem', 'provideCompletionItems', document, behind('kl { ')] as const),
        token,
        { triggerKind: 0 },
      );
      const labels = (Array.isArray(items) ? items : items.items).map((one) => one.label);
      assert.ok(labels.includes('estimator'), labels.join(' '));

      const hover = await host.ask<{ given: [{ value: string }] }>(
        ...(['Hover', 'provideHover', document, behind('coefficient: tru'), token] as const),
      );
      assert.match(JSON.stringify(hover), /schedule trust: Coefficient.*█/s);

      const renamed = await host.ask<WorkspaceEdit>(
        ...(['Rename', 'provideRenameEdits', document, behind('mixture puzz'), 'practice', token] as const),
      );
      assert.equal(renamed.changes.get(document.uri.toString())!.length, 2);

      // The command of the palette: another server, and the old one gone.
      await host.commands.get('prorl.restart')!();
      const [first, second] = readFileSync(pids, 'utf8').trim().split('\n').map(Number);
      assert.equal(first, pid);
      await ends(pid);
      assert.ok(isAlive(second!));
      host.edit(document, new Position(0, 0), new Position(0, 12), 'edition 1999');
      await host.until(document, (all) => all.some(({ message }) => /1999/.test(message)));
      await deactivate();
      await ends(second!);
      for (const one of context.subscriptions) one.dispose();
    } finally {
      await deactivate();
    }
  });

  it('says what to do where there is no prorl', async () => {
    const host = vscodeHost(project, { 'prorl.path': join(folder, 'nowhere') });
    const { activate, deactivate } = load(host.api);
    await activate({ subscriptions: [] });
    assert.match(host.messages.join('\n'), /prorl could not be started.*npm install prorl.*prorl\.path/);
    await deactivate();
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Waits until a process is gone, for at most 10 s. */
async function ends(pid: number): Promise<void> {
  for (const until = Date.now() + 10_000; isAlive(pid);) {
    assert.ok(Date.now() < until, 'the server is still there');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
