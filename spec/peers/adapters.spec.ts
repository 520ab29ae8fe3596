import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adapterTargets, type AdapterTarget, type Lora } from '../../runtime/graph/index.ts';
import { Adapters } from '../../runtime/model/adapters.ts';
import { packSamples } from '../../runtime/model/batch.ts';
import { disposeGradients, gradientsOf } from '../../runtime/model/gradients.ts';
import { tokenLogprobs } from '../../runtime/model/logprobs.ts';
import { writePeftFolder } from '../../runtime/model/peft-folder.ts';
import { Policy } from '../../runtime/model/policy.ts';
import { readSafetensors } from '../../runtime/model/safetensors.ts';
import { tf } from '../../runtime/tensor/tf.ts';
import { openTestBackend } from '../support/backend.ts';
import { logitsOfText } from '../support/logits.ts';
import { describePeers, runPython } from './python.ts';

/** What peft computed of one response; gradients as they lie in its files, of sum(cos(1 + t) log p_t). */
interface Computed {
  prompt: number[];
  response: number[];
  logprobs: number[];
  gradients: Record<string, number[]>;
}

const names = ['llama-all', 'llama-some', 'qwen3-all', 'qwen3-some'];

describePeers('adapters beside peft', function () {
  this.timeout(600_000);
  let folder: string;
  let expected: Record<string, Computed>;
  before(openTestBackend);
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'prorl-peft-'));
    await runPython('peft_adapters.py', ['write', folder]);
    expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as typeof expected;
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const name of names) {
    it(`give the log-probabilities and gradients that peft gives: ${name}`, async () => {
      const policy = await adapted(join(folder, name));
      const { prompt, response, logprobs, gradients } = expected[name]!;
      const batch = packSamples([{ prompt, response }]);
      const found = gradientsOf(policy, () => {
        const { logps_BT } = tokenLogprobs(policy, batch);
        const factors = tf.tensor2d([response.map((_, t) => Math.cos(1 + t))]);
        return { loss: tf.sum(tf.mul(logps_BT, factors)), aside: { logps_BT } };
      });
      near(await found.aside['logps_BT']!.data(), logprobs, 1e-4, 'log-probabilities');
      assert.deepEqual([...found.gradients.keys()].sort(), Object.keys(gradients).sort());
      for (const [weight, gradient] of found.gradients) {
        const inFile = tf.transpose(gradient);
        near(await inFile.data(), gradients[weight]!, 1e-4, weight);
        inFile.dispose();
      }
      disposeGradients(found);
      policy.dispose();
    });
  }

  it('are written so that peft loads them, and merged so that transformers does, with the same scores', async () => {
    for (const name of names) {
      const policy = await adapted(join(folder, name));
      await policy.saveTo(join(folder, name, 'ours'));
      await writePeftFolder(join(folder, name, 'ours/adapter'), policy.adapters!, {
        name: join(folder, name, 'base'),
        revision: null,
      });
      policy.dispose();
    }
    const lines = (await runPython('peft_adapters.py', ['read', ...names.map((name) => join(folder, name))]))
      .trim()
      .split('\n');
    assert.equal(lines.length, names.length);
    for (const [i, name] of names.entries()) {
      const { text, beside, merged } = JSON.parse(lines[i]!) as Record<'text', number[]> &
        Record<'beside' | 'merged', number[][]>;
      const policy = await adapted(join(folder, name));
      const ours = await logitsOfText(policy, text);
      policy.dispose();
      near(beside.flat(), ours.flat(), 1e-4, `${name} by peft`);
      near(merged.flat(), ours.flat(), 1e-4, `${name} merged, by transformers`);
    }
  });
});

/** The model of a folder with the adapters that peft wrote beside it. */
async function adapted(folder: string): Promise<Policy> {
  const config = JSON.parse(readFileSync(join(folder, 'adapter/adapter_config.json'), 'utf8')) as {
    r: number;
    lora_alpha: number;
    target_modules: AdapterTarget[];
  };
  const settings: Lora = {
    rank: config.r,
    alpha: config.lora_alpha,
    targets: adapterTargets.filter((one) => config.target_modules.includes(one)),
  };
  const base = await Policy.fromFolder(join(folder, 'base'));
  const policy = base.with(Adapters.blank(base.config, settings));
  base.dispose();
  const stored = readSafetensors(join(folder, 'adapter/adapter_model.safetensors'));
  policy.restore(
    new Map([...stored].map(([name, tensor]) => [name.replace('base_model.model.', ''), tensor])),
  );
  return policy;
}

/** Within a share of the largest of them. */
function near(found: ArrayLike<number>, wanted: ArrayLike<number>, tolerance: number, what: string): void {
  assert.equal(found.length, wanted.length, what);
  const most = Math.max(1, ...Array.from(wanted, Math.abs));
  Array.from(wanted, (value, i) => {
    const off = Math.abs(found[i]! - value);
    assert.ok(
      off <= tolerance * most,
      `${what}[${i}]: ${found[i]} should be ${value} within ${tolerance * most}`,
    );
  });
}
