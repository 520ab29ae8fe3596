import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExitCode, ProrlError } from '../../runtime/errors.ts';
import { byteTokenizer } from '../../runtime/model/byte-tokenizer.ts';
import { parseModelConfig, toHuggingFace } from '../../runtime/model/config.ts';
import { readModelFolder } from '../../runtime/model/model-folder.ts';
import { Policy } from '../../runtime/model/policy.ts';
import { readSafetensors, writeSafetensors } from '../../runtime/model/safetensors.ts';
import type { WeightData } from '../../runtime/model/safetensors.ts';
import { tf } from '../../runtime/tensor/tf.ts';
import { openTestBackend } from '../support/backend.ts';
import { livelyPolicy, testRandom, tinyConfigs } from './tiny-models.ts';

const llama = parseModelConfig({
  model_type: 'llama',
  vocab_size: 262,
  hidden_size: 8,
  intermediate_size: 12,
  num_hidden_layers: 1,
  num_attention_heads: 2,
  num_key_value_heads: 1,
  tie_word_embeddings: true,
  eos_token_id: 256,
});

describe('a model folder', () => {
  let folder: string;
  before(openTestBackend);
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'prorl-model-'));
    const policy = Policy.fresh(llama, testRandom(1));
    await policy.saveTo(folder, byteTokenizer());
    policy.dispose();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const path = (name: string) => join(folder, name);
  const rewriteWeights = (
    change: (tensors: Map<string, { shape: readonly number[]; data: Float32Array }>) => void,
  ) => {
    const tensors = readSafetensors(path('model.safetensors'));
    change(tensors);
    writeSafetensors(path('model.safetensors'), tensors);
  };
  const rewriteConfig = (change: Record<string, unknown>) => {
    const json = JSON.parse(readFileSync(path('config.json'), 'utf8')) as Record<string, unknown>;
    writeFileSync(path('config.json'), JSON.stringify({ ...json, ...change }));
  };
  const refused = async (message: RegExp) => {
    const before = tf.memory().numTensors;
    await assert.rejects(
      () => readModelFolder(folder),
      (error) => {
        assert.ok(error instanceof ProrlError, String(error));
        assert.match(error.message, message);
        assert.ok(error.message.includes(folder), `the message names the place: ${error.message}`);
        assert.equal(error.exitCode, ExitCode.pipeline);
        assert.ok(error.hint);
        return true;
      },
    );
    assert.equal(tf.memory().numTensors, before, 'a refused folder leaves no tensors');
  };

  it('comes back as it was saved, to the bit, for every family', async () => {
    for (const config of Object.values(tinyConfigs)) {
      const place = mkdtempSync(join(tmpdir(), 'prorl-model-'));
      const policy = await livelyPolicy(config, 2);
      await policy.saveTo(place);
      const back = await Policy.fromFolder(place);
      assert.deepEqual(back.config, policy.config);
      assert.deepEqual(await back.snapshot(), await policy.snapshot());
      assert.equal(back.numberOfParameters, policy.numberOfParameters);
      assert.deepEqual(readdirSync(place).sort(), ['config.json', 'model.safetensors']);
      policy.dispose();
      back.dispose();
      rmSync(place, { recursive: true });
    }
  });

  it('holds a tokenizer that comes back too', async () => {
    const { policy, tokenizer } = await readModelFolder(folder);
    policy.dispose();
    assert.deepEqual(readdirSync(folder).sort(), [
      'config.json',
      'model.safetensors',
      'tokenizer.json',
      'tokenizer_config.json',
    ]);
    assert.deepEqual(
      tokenizer.encode('Gr\u00fc\u00dfe <answer>'),
      byteTokenizer().encode('Gr\u00fc\u00dfe <answer>'),
    );
  });

  it('may have its weights in shards', async () => {
    const whole = readSafetensors(path('model.safetensors'));
    const names = [...whole.keys()];
    const part = (of: string[]): WeightData => new Map(of.map((name) => [name, whole.get(name) as never]));
    writeSafetensors(path('a.safetensors'), part(names.slice(0, 3)));
    writeSafetensors(path('b.safetensors'), part(names.slice(3)));
    unlinkSync(path('model.safetensors'));
    const index = (map: Record<string, string>) =>
      writeFileSync(path('model.safetensors.index.json'), JSON.stringify({ weight_map: map }));
    const map = Object.fromEntries(names.map((name, i) => [name, i < 3 ? 'a.safetensors' : 'b.safetensors']));
    index(map);
    const policy = await Policy.fromFolder(folder);
    assert.deepEqual(await policy.snapshot(), whole);
    policy.dispose();
    index({ ...map, [names[0] as string]: '../a.safetensors' });
    await refused(/names the shard "\.\.\/a\.safetensors"/);
    index({});
    await refused(/index\.json has no weight_map/);
    index(map);
    writeSafetensors(path('b.safetensors'), whole);
    await refused(/holds model\.embed_tokens\.weight, which .*a\.safetensors holds too/);
    unlinkSync(path('b.safetensors'));
    await refused(/b\.safetensors/);
  });

  it('is refused without one of its parts', async () => {
    const cases: [string, RegExp][] = [
      ['tokenizer_config.json', /tokenizer_config\.json is missing/],
      ['tokenizer.json', /tokenizer\.json is missing/],
      ['model.safetensors', /holds no weights/],
      ['config.json', /no readable config\.json/],
    ];
    for (const [name, message] of cases) {
      const content = readFileSync(path(name));
      unlinkSync(path(name));
      await refused(message);
      writeFileSync(path(name), content.subarray(0, content.length / 2));
      await refused(new RegExp(name.replace('.', '\\.')));
      writeFileSync(path(name), content);
    }
  });

  it('is refused when tensors do not fit the configuration', async () => {
    const name = 'model.layers.0.mlp.up_proj.weight';
    const whole = readFileSync(path('model.safetensors'));
    rewriteWeights((tensors) => tensors.delete(name));
    await refused(/holds no tensor model\.layers\.0\.mlp\.up_proj\.weight/);
    writeFileSync(path('model.safetensors'), whole);
    rewriteWeights((tensors) => tensors.set(name, { shape: [8, 12], data: new Float32Array(96) }));
    await refused(/up_proj\.weight with the shape \[8, 12\], but the model's shape asks for \[12, 8\]/);
    writeFileSync(path('model.safetensors'), whole);
    rewriteWeights((tensors) =>
      tensors.set('model.layers.1.extra', { shape: [1], data: new Float32Array(1) }),
    );
    await refused(/holds model\.layers\.1\.extra, for which the model's shape has no place/);
    writeFileSync(path('model.safetensors'), whole);
    rewriteConfig({ vocab_size: 300 });
    await refused(/embed_tokens\.weight with the shape \[262, 8\]/);
  });

  it('is refused with a weight that is not finite', async () => {
    rewriteWeights((tensors) => {
      tensors.get('model.norm.weight')!.data[3] = Number.NaN;
    });
    await refused(/model\.norm\.weight with the value NaN at 3, which is not finite/);
  });

  it('is refused when the tokenizer has more tokens than the model', async () => {
    rewriteConfig({ vocab_size: 261 });
    rewriteWeights((tensors) =>
      tensors.set('model.embed_tokens.weight', { shape: [261, 8], data: new Float32Array(261 * 8) }),
    );
    await refused(/has 262 tokens, but the model has rows for 261/);
  });

  it('may carry a tied head and stored rotary frequencies, which are passed over', async () => {
    rewriteWeights((tensors) => {
      tensors.set('lm_head.weight', { shape: [262, 8], data: new Float32Array(262 * 8) });
      tensors.set('model.layers.0.self_attn.rotary_emb.inv_freq', { shape: [2], data: new Float32Array(2) });
    });
    (await readModelFolder(folder)).policy.dispose();
  });

  it('cannot be written where a file is in the way; nothing changes there', async () => {
    const policy = Policy.fresh(llama, testRandom(1));
    await assert.rejects(policy.saveTo(join(path('config.json'), 'inside')), /Cannot make the folder/);
    policy.dispose();
    assert.equal(readdirSync(folder).length, 4);
  });
});

describe('a policy', () => {
  before(openTestBackend);

  it('is copied whole: clone, copyFrom and restore give the same weights and share none', async () => {
    const policy = await livelyPolicy(llama, 5);
    const before = tf.memory().numTensors;
    const clone = policy.clone();
    const original = await policy.snapshot();
    const other = Policy.fresh(llama, testRandom(3));
    policy.copyFrom(other);
    assert.deepEqual(await policy.snapshot(), await other.snapshot());
    assert.deepEqual(await clone.snapshot(), original);
    policy.restore(original);
    assert.deepEqual(await policy.snapshot(), original);
    clone.dispose();
    other.dispose();
    assert.equal(tf.memory().numTensors, before);
    policy.dispose();
  });

  it('is the same for the same stream, and spread as stated', async () => {
    const [a, b] = [Policy.fresh(llama, testRandom(4)), Policy.fresh(llama, testRandom(4))];
    assert.deepEqual(await a.snapshot(), await b.snapshot());
    const table = (await a.snapshot()).get('model.embed_tokens.weight')?.data as Float32Array;
    const deviation = Math.sqrt(table.reduce((sum, value) => sum + value * value, 0) / table.length);
    assert.ok(Math.abs(deviation - 0.02) < 0.001, `deviation ${deviation}`);
    a.dispose();
    b.dispose();
  });
});

describe('config.json', () => {
  const base = { ...toHuggingFace(llama) };

  it('comes back as it was written', async () => {
    const scaled = {
      ...llama,
      ropeScaling: { factor: 8, lowFrequencyFactor: 1, highFrequencyFactor: 4, originalMaxPositions: 8192 },
      eosIds: [1, 2],
    };
    for (const config of [llama, scaled, ...Object.values(tinyConfigs)]) {
      assert.deepEqual(parseModelConfig(JSON.parse(JSON.stringify(toHuggingFace(config)))), config);
    }
  });

  it('reads the rotary settings under their new name', async () => {
    const rest: Record<string, unknown> = { ...base };
    delete rest['rope_theta'];
    assert.equal(
      parseModelConfig({ ...rest, rope_parameters: { rope_type: 'default', rope_theta: 5e5 } }).ropeTheta,
      5e5,
    );
  });

  const wrong: [Record<string, unknown>, RegExp][] = [
    [{ model_type: 'mamba' }, /model_type must be one of llama, qwen2, qwen3; it is "mamba"/],
    [{ hidden_size: undefined }, /hidden_size must be a whole number of at least 1; it is missing/],
    [{ hidden_size: 8.5 }, /hidden_size .* it is 8\.5/],
    [{ num_hidden_layers: 0 }, /num_hidden_layers/],
    [{ vocab_size: '262' }, /vocab_size .* it is "262"/],
    [{ num_key_value_heads: 3 }, /num_key_value_heads must be a divisor of num_attention_heads \(2\)/],
    [{ head_dim: 3 }, /head_dim must be an even number/],
    [{ rms_norm_eps: -1 }, /rms_norm_eps must be a number above 0/],
    [{ tie_word_embeddings: 'yes' }, /tie_word_embeddings must be true or false/],
    [{ eos_token_id: [1, -2] }, /eos_token_id must be a token id/],
    [{ eos_token_id: 2 ** 30 }, /eos_token_id must be a token id below vocab_size \(\d+\); it is 1073741824/],
    [{ hidden_act: 'gelu' }, /hidden_act asks for the activation "gelu", which prorl does not support/],
    [{ rope_scaling: { rope_type: 'yarn' } }, /rotary type "yarn", which prorl does not support/],
    [{ rope_scaling: { rope_type: 'llama3', factor: 0 } }, /rope_scaling\.factor must be a number above 0/],
    [{ rope_scaling: 7 }, /rope_scaling must be an object/],
    [{ use_sliding_window: true }, /use_sliding_window asks for sliding-window attention/],
    [{ layer_types: ['sliding_attention'] }, /layer_types/],
    [{ quantization_config: {} }, /quantization_config asks for quantised weights/],
    [{ partial_rotary_factor: 0.5 }, /partial_rotary_factor/],
  ];
  for (const [change, message] of wrong) {
    it(`is refused with ${JSON.stringify(change)}`, async () => {
      assert.throws(
        () => parseModelConfig({ ...base, ...change }, 'here/config.json'),
        (error) =>
          error instanceof ProrlError && message.test(error.message) && error.message.includes('here/'),
      );
    });
  }
});
