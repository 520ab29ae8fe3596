import { parametersOf, type DecoderShape } from './decoder-shape.ts';
import { adaptedParameters, adapterParameters } from './lora.ts';
import { memoryNeeds, rowBytes, sequenceBytes, type MemoryLimits, type MemoryLoad } from './memory.ts';

/** One line of what a run holds: what it is, how its size comes about, and its bytes. */
export interface MemoryLine {
  readonly what: string;
  readonly how: string;
  readonly bytes: number;
}

/** What a run holds while it does so much at once, line by line; the last line is the peak. */
export function memoryLines(shape: DecoderShape, load: MemoryLoad, limits: MemoryLimits): MemoryLine[] {
  const needs = memoryNeeds(shape, load, limits);
  const rows = Math.min(limits.rows, load.rows);
  const sequences = Math.min(limits.sequences, load.sequences);
  const weights = `4 bytes x ${(parametersOf(shape) / 1e6).toFixed(1)}M weights`;
  const { lora } = load;
  const millions = (count: number): string => `${(count / 1e6).toFixed(count < 1e5 ? 3 : 1)}M`;
  const adapters = lora === null ? '' : `4 bytes x ${millions(adapterParameters(shape, lora))} in adapters`;
  const trained = lora === null ? weights : adapters;
  const numbers = lora === null ? parametersOf(shape) : adapterParameters(shape, lora);
  const times = (bytes: number): string => `${Number((bytes / (4 * numbers)).toPrecision(3))} x ${trained}`;
  return [
    { what: 'process', how: 'Node and the native backend', bytes: needs.process },
    { what: 'policy', how: weights, bytes: needs.policy },
    ...(lora === null ? [] : [{ what: 'adapters', how: adapters, bytes: needs.adapters }]),
    ...(load.reference ? [{ what: 'reference', how: trained, bytes: needs.reference }] : []),
    { what: 'AdamW moments', how: times(needs.moments), bytes: needs.moments },
    { what: 'gradients', how: times(needs.gradients), bytes: needs.gradients },
    {
      what: 'activations',
      how: `${rows} tokens at once x ${memoryText(rowBytes(shape))}`,
      bytes: needs.activations,
    },
    {
      what: 'decoding',
      how:
        `${sequences} ${sequences === 1 ? 'sequence' : 'sequences'} at once x ${memoryText(sequenceBytes(shape, load))}` +
        (lora === null ? '' : `, ${millions(adaptedParameters(shape, lora))} weights with adapters taken in`),
      bytes: needs.decoding,
    },
    { what: 'peak memory', how: 'with the greater of update and decoding', bytes: needs.peak },
  ];
}

/** Bytes for people: `840 MiB`, `5.2 GiB`. */
export function memoryText(bytes: number): string {
  const [unit, size] = ([
    ['GiB', 2 ** 30],
    ['MiB', 2 ** 20],
    ['KiB', 2 ** 10],
  ].find(([, size]) => bytes >= (size as number)) as [string, number] | undefined) ?? ['bytes', 1];
  const value = bytes / size;
  return `${value >= 100 || size === 1 ? Math.round(value) : Number(value.toPrecision(2))} ${unit}`;
}
