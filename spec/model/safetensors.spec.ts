import assert from 'node:assert/strict';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { ProrlError } from '../../runtime/errors.ts';
import { encodeSafetensors, readSafetensors, writeSafetensors } from '../../runtime/model/safetensors.ts';

describe('safetensors', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'prorl-safetensors-'));
    file = join(folder, 'model.safetensors');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives back what was written, to the bit', () => {
    const shapes = fc.array(fc.nat({ max: 4 }), { maxLength: 3 });
    const tensor = shapes.chain((shape) => {
      const size = shape.reduce((product, length) => product * length, 1);
      return fc
        .float32Array({ minLength: size, maxLength: size })
        .map((data): { shape: number[]; data: Float32Array } => ({ shape, data }));
    });
    const names = fc
      .string({ minLength: 1, maxLength: 12, unit: 'binary' })
      .filter((name) => name !== '__metadata__' && name !== '__proto__');
    fc.assert(
      fc.property(fc.dictionary(names, tensor, { maxKeys: 5, noNullPrototype: true }), (tensors) => {
        writeSafetensors(file, new Map(Object.entries(tensors)));
        const found = readSafetensors(file);
        assert.equal(found.size, Object.keys(tensors).length);
        for (const [name, { shape, data }] of Object.entries(tensors)) {
          assert.deepEqual(found.get(name)?.shape, shape);
          assert.deepEqual(bitsOf(found.get(name)?.data as Float32Array), bitsOf(data));
        }
      }),
      { numRuns: 60 },
    );
    assert.deepEqual(readdirSync(folder), ['model.safetensors']);
  });

  it('reads every float16 and bfloat16 there is', () => {
    const halves = Uint16Array.from({ length: 65536 }, (_, bits) => bits);
    for (const [dtype, valueOf] of [
      ['F16', float16Value],
      ['BF16', bfloat16Value],
    ] as const) {
      writeRaw(file, { x: { dtype, shape: [65536], data_offsets: [0, 131072] } }, Buffer.from(halves.buffer));
      readSafetensors(file)
        .get('x')
        ?.data.forEach((value, bits) => {
          assert.ok(
            Object.is(value, valueOf(bits)),
            `${dtype} ${bits.toString(16)}: ${value}, not ${valueOf(bits)}`,
          );
        });
    }
  });

  const one = { dtype: 'F32', shape: [1], data_offsets: [0, 4] };
  const hostile: Record<string, [unknown, RegExp]> = {
    'a tensor beyond the end': [
      { x: { ...one, data_offsets: [8, 12] } },
      /"x" lies at bytes 8 to 12, but there are 8/,
    ],
    'a tensor that ends before it begins': [{ x: { ...one, data_offsets: [4, 0] } }, /"x" lies at/],
    'negative offsets': [{ x: { ...one, data_offsets: [-4, 0] } }, /"x" has no sound data_offsets/],
    'fractional offsets': [{ x: { ...one, data_offsets: [0, 3.5] } }, /"x" has no sound data_offsets/],
    'overlapping tensors': [
      { x: one, y: { dtype: 'F32', shape: [1], data_offsets: [2, 6] } },
      /"x" and "y" overlap/,
    ],
    'a shape that needs other bytes': [
      { x: { ...one, shape: [2] } },
      /shape \[2\] needs 8 bytes, but is given 4/,
    ],
    'a shape of enormous size': [
      { x: { ...one, shape: [2 ** 40, 2 ** 40] } },
      /needs .* bytes, but is given 4/,
    ],
    'a shape that is no list': [{ x: { ...one, shape: 'wide' } }, /"x" has no sound shape/],
    'a negative length': [{ x: { ...one, shape: [-1, -1] } }, /"x" has no sound shape/],
    'a type that is not read': [{ x: { ...one, dtype: 'I64' } }, /"x" has the type "I64"; prorl reads F32/],
    'the name of a built-in as type': [
      { x: { ...one, dtype: 'constructor' } },
      /"x" has the type "constructor"/,
    ],
    'no description': [{ x: null }, /"x" has the type undefined/],
    'a header that is a list': [[1, 2], /header is not a JSON object/],
  };
  for (const [what, [header, message]] of Object.entries(hostile)) {
    it(`refuses ${what}`, () => {
      writeRaw(file, header, Buffer.alloc(8));
      refused(file, message);
    });
  }

  it('refuses a header longer than the file, before it takes memory', () => {
    const bytes = Buffer.alloc(64);
    bytes.writeBigUInt64LE(100_000_000_000n);
    writeFileSync(file, bytes);
    refused(file, /header claims 100000000000 bytes, but the file has 64/);
    bytes.writeBigUInt64LE(2n ** 64n - 1n);
    writeFileSync(file, bytes);
    refused(file, /header claims 18446744073709551615 bytes/);
  });

  it('refuses what is cut off, empty, not JSON or not there', () => {
    writeSafetensors(file, new Map([['x', { shape: [100], data: new Float32Array(100) }]]));
    writeFileSync(file, readFileSync(file).subarray(0, -1));
    refused(file, /"x" lies at bytes 0 to 400, but there are 399/);
    writeFileSync(file, '');
    refused(file, /0 bytes, too few/);
    const bytes = Buffer.from('________{nothing');
    bytes.writeBigUInt64LE(8n);
    writeFileSync(file, bytes);
    refused(file, /header is not JSON/);
    refused(join(folder, 'absent'), /Cannot open the weight file .*absent/);
  });

  it('refuses what is no file, without waiting for it', () => {
    refused(folder, /Cannot open the weight file .*it is not a regular file/);
    symlinkSync('/dev/zero', file);
    refused(file, /it is not a regular file/);
  });

  it('is read or refused with an explanation, whatever happened to its bytes', () => {
    const whole = Buffer.concat(
      encodeSafetensors(
        new Map([
          ['a.weight', { shape: [2, 3], data: Float32Array.from([1, 2, 3, 4, 5, 6]) }],
          ['b', { shape: [4], data: Float32Array.from([1, 2, 3, 4]) }],
        ]),
      ),
    );
    const change = fc.record({ at: fc.nat(whole.length - 41), to: fc.integer({ min: 0, max: 255 }) });
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.option(fc.nat(whole.length), { nil: whole.length, freq: 5 }),
        (changes, length) => {
          const bytes = Buffer.from(whole);
          for (const { at, to } of changes) bytes[at] = to;
          writeFileSync(file, bytes.subarray(0, length));
          try {
            readSafetensors(file);
          } catch (error) {
            assert.ok(error instanceof ProrlError, String((error as Error).stack));
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('leaves what was there when it cannot write', () => {
    const place = join(folder, 'no', 'such', 'folder', 'model.safetensors');
    assert.throws(() => writeSafetensors(place, new Map()), /Cannot write .*model\.safetensors/);
    assert.equal(existsSync(join(folder, 'no')), false);
  });
});

function refused(file: string, message: RegExp): void {
  assert.throws(
    () => readSafetensors(file),
    (error) => {
      assert.ok(error instanceof ProrlError, String(error));
      assert.match(error.message, message);
      assert.ok(error.message.includes(file), 'the message names the file');
      assert.ok(error.hint);
      return true;
    },
  );
}

function writeRaw(file: string, header: unknown, data: Buffer): void {
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  writeFileSync(file, Buffer.concat([length, json, data]));
}

function bitsOf(data: Float32Array): Uint32Array {
  return new Uint32Array(Float32Array.from(data).buffer);
}

/** The value of a binary16 by its definition. */
function float16Value(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** The value of a bfloat16 by its definition. */
function bfloat16Value(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 7) & 255;
  const fraction = bits & 127;
  if (exponent === 255) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** -133 : sign * (128 + fraction) * 2 ** (exponent - 134);
}
