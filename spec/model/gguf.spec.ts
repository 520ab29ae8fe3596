import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { ExitCode, ProrlError } from '../../runtime/errors.ts';
import { byteTokenizer } from '../../runtime/model/byte-tokenizer.ts';
import { ggufContextLength } from '../../runtime/model/gguf/context-length.ts';
import { readModelFolder } from '../../runtime/model/model-folder.ts';
import { tf } from '../../runtime/tensor/tf.ts';
import { openTestBackend } from '../support/backend.ts';
import { floats, ggufBytes } from './gguf-writer.ts';
import type { WrittenTensor } from './gguf-writer.ts';

const width = 8;
const tokens = ['<unk>', '<s>', '</s>', 'a', 'b', '\u2581', 'ab', '\u2581ab'];
const metadata = {
  'general.architecture': 'llama',
  'llama.embedding_length': width,
  'llama.feed_forward_length': 12,
  'llama.block_count': 1,
  'llama.attention.head_count': 2,
  'llama.attention.head_count_kv': 1,
  'llama.context_length': 32,
  'llama.attention.layer_norm_rms_epsilon': 1e-5,
  'tokenizer.ggml.model': 'llama',
  'tokenizer.ggml.tokens': tokens,
  'tokenizer.ggml.scores': [0, 0, 0, -3.5, -4.5, -5.5, -1.5, -2.5],
  'tokenizer.ggml.token_type': [2, 3, 3, 1, 1, 1, 1, 1],
  'tokenizer.ggml.unknown_token_id': 0,
  'tokenizer.ggml.bos_token_id': 1,
  'tokenizer.ggml.eos_token_id': 2,
};
const tensor = (name: string, ...shape: number[]): WrittenTensor => {
  const size = shape.reduce((product, length) => product * length, 1);
  const bytes = floats(Array.from({ length: size }, (_, i) => Math.sin(i + name.length)));
  return { name, shape, type: 0, bytes };
};
const tensors = [
  tensor('token_embd.weight', width, tokens.length),
  tensor('output_norm.weight', width),
  tensor('blk.0.attn_norm.weight', width),
  tensor('blk.0.attn_q.weight', width, width),
  tensor('blk.0.attn_k.weight', width, width / 2),
  tensor('blk.0.attn_v.weight', width, width / 2),
  tensor('blk.0.attn_output.weight', width, width),
  tensor('blk.0.ffn_norm.weight', width),
  tensor('blk.0.ffn_gate.weight', width, 12),
  tensor('blk.0.ffn_up.weight', width, 12),
  tensor('blk.0.ffn_down.weight', 12, width),
];

describe('a folder with a GGUF file', () => {
  let folder: string;
  before(openTestBackend);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'prorl-gguf-'));
    write(ggufBytes(metadata, tensors));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (bytes: Uint8Array, name = 'model.gguf') => writeFileSync(join(folder, name), bytes);
  const refused = async (bytes: Uint8Array, message: RegExp) => {
    write(bytes);
    const before = tf.memory().numTensors;
    await assert.rejects(
      () => readModelFolder(folder),
      (error) => {
        assert.ok(error instanceof ProrlError, String((error as Error).stack));
        assert.match(error.message, message);
        assert.ok(error.message.includes(folder), error.message);
        assert.equal(error.exitCode, ExitCode.pipeline);
        assert.ok(error.hint);
        return true;
      },
    );
    assert.equal(tf.memory().numTensors, before);
  };

  it('is a model folder: shape, weights and tokenizer come out of it', async () => {
    const { policy, tokenizer } = await readModelFolder(folder);
    assert.equal(policy.config.family, 'llama');
    assert.equal(policy.config.headWidth, 4);
    assert.deepEqual(policy.config.eosIds, [2]);
    assert.equal(policy.config.tiedEmbeddings, true);
    assert.equal(tokenizer.eosId, 2);
    // The best merge first: "ab", then the space to it; the text begins with a space of sentencepiece's own.
    assert.deepEqual(tokenizer.encode('ab a'), [7, 5, 3]);
    assert.equal(tokenizer.decode([7, 5, 3]), 'ab a');
    // Row 2i + s of a head lies at s d/2 + i: of a head of four rows, the file's 0, 2, 1, 3.
    const stored = (await policy.snapshot()).get('model.layers.0.self_attn.q_proj.weight')?.data;
    const inFile = new Float32Array(tensors[3]?.bytes.buffer as ArrayBuffer);
    const row = (data: Float32Array | undefined, at: number) => [
      ...(data ?? []).slice(at * width, (at + 1) * width),
    ];
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6, 7].map((at) => row(stored, at)),
      [0, 2, 1, 3, 4, 6, 5, 7].map((at) => row(inFile, at)),
    );
    policy.dispose();
  });

  it('takes a tokenizer.json that lies beside it', async () => {
    byteTokenizer().saveTo(folder);
    await refused(ggufBytes(metadata, tensors), /has 262 tokens, but the model has rows for 8/);
  });

  it('must hold one such file', async () => {
    write(ggufBytes(metadata, tensors), 'other.gguf');
    await refused(ggufBytes(metadata, tensors), /holds several GGUF files: model\.gguf, other\.gguf/);
  });

  it('may be named itself, among others', async () => {
    write(Buffer.from('another'), 'other.gguf');
    const { policy } = await readModelFolder(join(folder, 'model.gguf'));
    assert.equal(policy.config.family, 'llama');
    policy.dispose();
    write(Buffer.from('{}'), 'model.bin');
    await assert.rejects(
      readModelFolder(join(folder, 'model.bin')),
      /model\.bin is a file, but no GGUF file/,
    );
  });

  it('tells its context from its beginning, without being opened', () => {
    const path = join(folder, 'model.gguf');
    assert.equal(ggufContextLength(path), metadata['llama.context_length']);
    const lists = { 'general.tags': ['a', 'b c'], 'general.numbers': [1, 2, 3], ...metadata };
    write(ggufBytes(lists, tensors));
    assert.equal(ggufContextLength(path), metadata['llama.context_length']);
    write(ggufBytes({ 'general.architecture': 'llama' }, tensors));
    assert.equal(ggufContextLength(path), null);
    const whole = ggufBytes(metadata, tensors);
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255), (length, at, byte) => {
        const damaged = Buffer.from(whole);
        damaged[at] = byte;
        write(damaged.subarray(0, length));
        const found = ggufContextLength(path);
        assert.ok(found === null || found >= 0);
      }),
    );
  });

  it('is refused where its header claims what the file cannot hold', async () => {
    const with_ = (counts: Parameters<typeof ggufBytes>[2]) => ggufBytes(metadata, tensors, counts);
    await refused(with_({ tensors: 1n << 60n }), /claims 1152921504606846976 tensors/);
    await refused(
      with_({ entries: (1n << 64n) - 1n }),
      /18446744073709551615 entries of metadata, which do not fit/,
    );
    await refused(with_({ version: 9 }), /is of version 9; prorl reads 2 and 3/);
    await refused(Buffer.from('GGUF'), /has 4 bytes, too few/);
    await refused(Buffer.alloc(100), /does not begin with "GGUF"/);
  });

  it('is refused where tensors overlap, leave the file, repeat or are of an unknown type', async () => {
    const changed = (at: number, change: Partial<WrittenTensor>) =>
      ggufBytes(
        metadata,
        tensors.map((one, i) => (i === at ? { ...one, ...change } : one)),
      );
    await refused(
      changed(2, { offset: 32 }),
      /its tensors "token_embd\.weight" and "blk\.0\.attn_norm\.weight" overlap/,
    );
    await refused(
      changed(2, { offset: 1e9 }),
      /"blk\.0\.attn_norm\.weight" lies at bytes .* but the file has/,
    );
    await refused(changed(2, { name: 'output_norm.weight' }), /holds tensor "output_norm\.weight" twice/);
    await refused(changed(2, { type: 23 }), /has GGUF's type 23; prorl reads F32, F16, Q4_0/);
    await refused(changed(2, { type: 2 }), /has the shape \[8\], which Q4_0 cannot hold/);
    await refused(
      changed(3, { shape: [4, 16] }),
      /q_proj\.weight with the shape \[16, 4\], but the model's shape asks for/,
    );
    await refused(
      changed(2, { bytes: floats([1, 2, 3, NaN, 5, 6, 7, 8]) }),
      /value NaN at 3, which is not finite/,
    );
    await refused(
      changed(2, { name: 'blk.0.extra' }),
      /holds no tensor model\.layers\.0\.input_layernorm\.weight/,
    );
    await refused(
      ggufBytes(metadata, [...tensors, tensor('extra', 4)]),
      /holds extra, for which .* has no place/,
    );
    await refused(ggufBytes(metadata, tensors.slice(1)), /holds no tensor token_embd\.weight/);
  });

  it('is refused by name where it is of a kind that is not supported, or says too little', async () => {
    const changed = (change: Parameters<typeof ggufBytes>[0]) =>
      ggufBytes({ ...metadata, ...change }, tensors);
    await refused(
      changed({ 'general.architecture': 'mamba' }),
      /model_type must be one of llama, qwen2, qwen3/,
    );
    await refused(
      changed({ 'llama.rope.scaling.type': 'yarn' }),
      /rotary positions that are scaled \(yarn\)/,
    );
    await refused(changed({ 'llama.expert_count': 8 }), /a mixture of experts/);
    await refused(
      changed({ 'llama.block_count': 'one' }),
      /the metadata llama\.block_count must be a number/,
    );
    await refused(changed({ 'tokenizer.ggml.model': 'bert' }), /the tokenizer model "bert"/);
    await refused(
      changed({ 'tokenizer.ggml.model': 'gpt2', 'tokenizer.ggml.pre': 'tekken' }),
      /the splitting of text "tekken"/,
    );
    await refused(
      changed({ 'tokenizer.ggml.scores': [1.5] }),
      /tokenizer\.ggml\.scores must be a score for each token/,
    );
    const endless = Object.entries(metadata).filter(([name]) => name !== 'tokenizer.ggml.eos_token_id');
    await refused(ggufBytes(Object.fromEntries(endless), tensors), /has no end token/);
  });

  it('is read or refused with an explanation, whatever happened to its bytes', async function () {
    this.timeout(120_000);
    const whole = ggufBytes(metadata, tensors);
    const header = whole.length - tensors.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const change = fc.record({ at: fc.nat(header - 1), to: fc.integer({ min: 0, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.option(fc.nat(whole.length), { nil: whole.length, freq: 5 }),
        async (changes, length) => {
          const bytes = Buffer.from(whole);
          for (const { at, to } of changes) bytes[at] = to;
          write(bytes.subarray(0, length));
          const before = tf.memory().numTensors;
          try {
            (await readModelFolder(folder)).policy.dispose();
          } catch (error) {
            assert.ok(error instanceof ProrlError, String((error as Error).stack));
          }
          assert.equal(tf.memory().numTensors, before);
        },
      ),
      { numRuns: 300 },
    );
  });
});
