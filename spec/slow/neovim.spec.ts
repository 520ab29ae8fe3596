import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { packageRoot } from '../../runtime/package-root.ts';

const text = `edition 2026

import { chain_sum } from "prorl/tasks"
import { grpo } from "prorl/stages"
import { drifted } from "./part.prorl"

model nano = bundled("nano")

mixture puzzles {
  chain_sum(terms: 2..3, digits: 1..2): 1
}

schedule trust: Coefficient = linear(0, 0.02, over: 50 steps, from: 10 steps)

stage explore = grpo {
    mixture:puzles
  kl { coefficient: trust }
  rollout {   }
  reset reference to current when drifted { cooldown: 5 steps }
}
`;
const part =
  'edition 2026\n\n/// The policy went astray.\nexport trigger drifted = kl.mean > 0.05 for 3 steps\n';

/** Found again, and seen by whoever reads the log, rather than passed over in silence. */
async function hasNeovim(): Promise<boolean> {
  const { exitCode } = await execa('nvim', ['--version'], { reject: false });
  return exitCode === 0;
}

describe('neovim as the editor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prorl-nvim-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('shows a diagnostic, applies its fix, completes, formats, explains, finds and renames', async function () {
    this.timeout(90_000);
    if (!(await hasNeovim())) {
      assert.equal(process.env['CI'], undefined, 'nvim is not installed, and CI must try it');
      console.log('      nvim is not installed: apt-get install neovim');
      this.skip();
    }
    const [file, out] = [join(folder, 'main.prorl'), join(folder, 'out.json')];
    writeFileSync(join(folder, 'package.json'), '{}');
    writeFileSync(file, text);
    writeFileSync(join(folder, 'part.prorl'), part);
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
          PRORL_LINE: '17',
          PRORL_COLUMN: '12',
        },
      },
    );
    const found = JSON.parse(readFileSync(out, 'utf8'));
    assert.equal(found.error, undefined, `${found.error}\n${ran.stderr}`);
    assert.equal(found.diagnostic.code, 'N0201');
    assert.match(found.diagnostic.message, /nothing here is called "puzles"/);
    assert.equal(found.diagnostic.line, 15);
    assert.equal(found.fixed[15], '    mixture:puzzles');
    for (const one of ['prompts', 'samples', 'max_tokens'])
      assert.ok(found.completion.includes(one), found.completion);
    assert.equal(found.formatted[15], '  mixture: puzzles');
    assert.match(found.hover, /schedule trust: Coefficient = linear.*█/s);
    assert.equal(found.definition[0].range.start.line, 12);
    assert.equal(found.references, 2);
    assert.match(found.signature, /^chain_sum\(terms: Range in 2\.\.12 = 2\.\.4, digits/);
    const hints = found.hints.map((one: { label: string }) => one.label).join('\n');
    assert.match(hints, /subtract: false/);
    assert.match(hints, /until 60 steps/);
    assert.deepEqual(found.symbols, ['nano', 'puzzles', 'trust', 'explore']);
    assert.equal(found.renamed['part.prorl'][3], 'export trigger wandered = kl.mean > 0.05 for 3 steps');
    assert.equal(found.renamed['main.prorl'][4], 'import { wandered } from "./part.prorl"');
    assert.match(found.renamed['main.prorl'].join('\n'), /current when wandered/);
    assert.deepEqual(found.left, [], 'no diagnostics are left in either file');
  });
});
