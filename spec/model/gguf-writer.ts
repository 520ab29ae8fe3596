/** Writes small GGUF files for tests: version 3, little-endian. */

type Value = string | number | boolean | readonly string[] | readonly number[];

export interface WrittenTensor {
  readonly name: string;
  /** The innermost axis first, as GGUF has it. */
  readonly shape: readonly number[];
  readonly type: number;
  readonly bytes: Uint8Array;
  /** Where the header says that it lies; by default where it does. */
  readonly offset?: number;
}

export function ggufBytes(
  metadata: Readonly<Record<string, Value>>,
  tensors: readonly WrittenTensor[],
  counts: { tensors?: bigint; entries?: bigint; version?: number } = {},
): Buffer {
  const entries = Object.entries(metadata);
  const parts = [
    Buffer.from('GGUF'),
    u32(counts.version ?? 3),
    u64(counts.tensors ?? BigInt(tensors.length)),
    u64(counts.entries ?? BigInt(entries.length)),
    ...entries.flatMap(([name, value]) => [text(name), ...typed(value)]),
  ];
  let offset = 0;
  for (const tensor of tensors) {
    parts.push(text(tensor.name), u32(tensor.shape.length), ...tensor.shape.map((n) => u64(BigInt(n))));
    parts.push(u32(tensor.type), u64(BigInt(tensor.offset ?? offset)));
    offset += padded(tensor.bytes.length);
  }
  const header = Buffer.concat(parts);
  const data = tensors.map(({ bytes }) =>
    Buffer.concat([bytes, Buffer.alloc(padded(bytes.length) - bytes.length)]),
  );
  return Buffer.concat([header, Buffer.alloc(padded(header.length) - header.length), ...data]);
}

export function floats(values: readonly number[]): Uint8Array {
  return new Uint8Array(Float32Array.from(values).buffer);
}

function padded(length: number): number {
  return Math.ceil(length / 32) * 32;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}

function f32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([u64(BigInt(bytes.length)), bytes]);
}

/** Texts, flags, 32-bit counts and, for all else, 32-bit floats, under GGUF's numbers of these types. */
function typed(value: Value): Buffer[] {
  if (typeof value === 'string') return [u32(8), text(value)];
  if (typeof value === 'boolean') return [u32(7), Buffer.from([value ? 1 : 0])];
  if (typeof value === 'number') return Number.isInteger(value) ? [u32(4), u32(value)] : [u32(6), f32(value)];
  const length = u64(BigInt(value.length));
  if (typeof value[0] === 'string') return [u32(9), u32(8), length, ...(value as string[]).map(text)];
  return [u32(9), u32(6), length, ...(value as number[]).map(f32)];
}
