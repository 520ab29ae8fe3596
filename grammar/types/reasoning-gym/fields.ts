import { t, type Type } from '../type.ts';
import { CATALOGUE } from './catalogue.ts';

/** What may be given for a field of a data set's configuration; null: nothing that a pipeline can write. */
export type GymField =
  | { readonly kind: 'one'; readonly type: Type }
  /** A text with commas, a range, or one value. */
  | { readonly kind: 'list' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | null;

type Fields = ReadonlyMap<string, GymField>;

/** The whole paper's names, where the package has another. */
const RENAMED: Readonly<Record<string, string>> = { palindrome: 'palindrome_generation' };

let read: ReadonlyMap<string, Fields> | undefined;

/** The data sets of reasoning-gym by name, each with its fields. Read when a file first names one. */
export function gymDatasets(): ReadonlyMap<string, Fields> {
  return (read ??= new Map(CATALOGUE.trim().split('\n').map(readLine)));
}

/** The name in the package of a task that the ProRL paper names otherwise. */
export function gymRenamed(name: string): string | undefined {
  return Object.hasOwn(RENAMED, name) ? RENAMED[name] : undefined;
}

function readLine(line: string): readonly [string, Fields] {
  const colon = line.indexOf(':');
  const written = line.slice(colon + 1).trim();
  const fields = written === '' ? [] : written.split(', ');
  return [
    line.slice(0, colon),
    new Map(
      fields.map((one) => {
        const [name = '', kind = ''] = one.split(' ');
        return [name, fieldOf(kind)] as const;
      }),
    ),
  ];
}

function fieldOf(kind: string): GymField {
  switch (kind) {
    case 'whole':
      return { kind: 'one', type: whole };
    case 'number':
      return { kind: 'one', type: t.number };
    case 'flag':
      return { kind: 'one', type: t.boolean };
    case 'text':
      return { kind: 'one', type: t.string };
    case 'list':
      return { kind: 'list' };
    case '-':
      return null;
    default:
      return { kind: 'choice', of: kind.split('|') };
  }
}

/** Coordinates and the like may be below zero. */
const whole: Type = {
  kind: 'number',
  name: 'Whole',
  bounds: {
    least: Number.MIN_SAFE_INTEGER,
    most: Number.MAX_SAFE_INTEGER,
    open: false,
    words: 'a whole number',
  },
};
