import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { packageRoot } from '../../runtime/package-root.ts';

const text = `edition 2026

import { chain_sum } from "prorl/tasks"
import { grpo } from "prorl/stages"

model nano = bundled("nano")

mixture puzzles {
  chain_sum: 1
}

stage explore = grpo {
    mixture:puzles
  rollout {   }
}
`;

/** Found again, and seen by whoever reads the log, rather than passed over in silence. */
async function hasNeovim(): Promise<boolean> {
  const { exitCode } = await execa('nvim', ['--version'], { reject: false });
  return exitCode === 0;
}

describe('neovim as the editor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prorl-nvim-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('shows a diagnostic, applies its fix, completes and formats', async function () {
    this.timeout(90_000);
    if (!(await hasNeovim())) {
      assert.equal(process.env['CI'], undefined, 'nvim is not installed, and CI must try it');
      console.log('      nvim is not installed: apt-get install neovim');
      this.skip();
    }
    const [file, out] = [join(folder, 'main.prorl'), join(folder, 'out.json')];
    writeFileSync(join(folder, 'package.json'), '{}');
    writeFileSync(file, text);
    const main = join(packageRoot, 'runtime/cli/main.ts');
    const tsx = import.meta.resolve('tsx');
    const ran = await execa(
      'nvim',
      ['--headless', '--clean', '-n', '-c', `luafile ${join(packageRoot, 'spec/slow/neovim.lua')}`],
      {
        cwd: folder,
        timeout: 80_000,
        env: {
          PRORL_FILE: file,
          PRORL_OUT: out,
          PRORL_SERVER: [process.execPath, '--import', tsx, main, 'lsp', '--stdio'].join('\t'),
          PRORL_LINE: '13',
          PRORL_COLUMN: '12',
        },
      },
    );
    const found = JSON.parse(readFileSync(out, 'utf8'));
    assert.equal(found.error, undefined, `${found.error}\n${ran.stderr}`);
    assert.equal(found.diagnostic.code, 'N0201');
    assert.match(found.diagnostic.message, /nothing here is called "puzles"/);
    assert.equal(found.diagnostic.line, 12);
    assert.equal(found.fixed[12], '    mixture:puzzles');
    for (const one of ['prompts', 'samples', 'max_tokens'])
      assert.ok(found.completion.includes(one), found.completion);
    assert.equal(found.formatted[12], '  mixture: puzzles');
  });
});
