import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ggufBytes } from '../model/gguf-writer.ts';
import { inFolder, prorl } from './prorl.ts';

const pipeline = (model: string) => `edition 2026

import { chain_sum } from "prorl/tasks"
import { grpo } from "prorl/stages"

model mine = folder("${model}")

mixture sums {
  chain_sum: 1
}

stage explore = grpo {
  mixture: sums
  rollout { max_tokens: 64 tokens }
  kl      { coefficient: 0.001 }
}

pipeline main {
  model: mine
  checkpoint every 1 step
  run explore for 1 step
}
`;

describe('prorl check', function () {
  this.timeout(60_000);

  it('knows the context of a GGUF file, by its name and in its folder, and says nothing of one that is none', async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'model'));
      const bytes = ggufBytes({ 'general.architecture': 'llama', 'llama.context_length': 32 }, []);
      writeFileSync(join(cwd, 'model/one.gguf'), bytes);
      writeFileSync(join(cwd, 'folder.prorl'), pipeline('./model'));
      writeFileSync(join(cwd, 'file.prorl'), pipeline('./model/one.gguf'));
      for (const file of ['folder.prorl', 'file.prorl']) {
        const { exitCode, stdout } = await prorl(['check', file], { cwd });
        assert.match(stdout, /G0518.*responses of 64 tokens do not fit a context of 32 tokens/);
        assert.equal(exitCode, 3);
      }
      for (const damaged of [bytes.subarray(0, 30), Buffer.from('no model')]) {
        writeFileSync(join(cwd, 'model/one.gguf'), damaged);
        assert.equal((await prorl(['check', 'file.prorl'], { cwd })).exitCode, 0);
      }
    });
  });
});
