import type { Unit } from './units.ts';

/** The types of the language. Every expression has one, and every field and parameter takes one. */
export type Type =
  | { readonly kind: 'number'; readonly name: NumberName; readonly bounds?: Bounds }
  | { readonly kind: 'count'; readonly unit: Unit; readonly bounds?: Bounds }
  /** A count of steps or of tokens. */
  | { readonly kind: 'duration' }
  | { readonly kind: 'range' }
  | { readonly kind: 'string' }
  | { readonly kind: 'path' }
  | { readonly kind: 'boolean' }
  | EnumType
  /** One word of an enumeration, or a list of them. */
  | { readonly kind: 'several'; readonly of: EnumType }
  /** Of a number or a count; a constant is a schedule too. */
  | { readonly kind: 'schedule'; readonly of: NumericType }
  /** What may stand in a calculation: a number of whatever unit; where `schedule` is no null, a schedule too. */
  | { readonly kind: 'amount'; readonly schedule: NumericType | null }
  /** The type, or the word `none`. */
  | { readonly kind: 'optional'; readonly of: Type }
  | { readonly kind: NamedKind };

export interface EnumType {
  readonly kind: 'enum';
  readonly values: readonly string[];
}

export type NumericType = Extract<Type, { kind: 'number' | 'count' }>;

/** Things that are declared and referred to by name. */
export const namedKinds = [
  'metric',
  'trigger',
  'task',
  'verifier',
  'mixture',
  'reward',
  'suite',
  'model',
  'stage',
] as const;
export type NamedKind = (typeof namedKinds)[number];

export const numberNames = ['Number', 'Fraction', 'Coefficient', 'Rate', 'Temperature', 'Whole'] as const;
export type NumberName = (typeof numberNames)[number];

/** What a number of a type may be, and how a message says so. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
  /** Whether `least` itself is out. */
  readonly open: boolean;
  readonly words: string;
}

const bounds: Readonly<Record<NumberName, Bounds>> = {
  Number: { least: -Infinity, most: Infinity, open: false, words: 'any number' },
  Fraction: { least: 0, most: 1, open: false, words: 'from 0 to 1, or from 0% to 100%' },
  Coefficient: { least: 0, most: Infinity, open: false, words: '0 or more' },
  Rate: { least: 0, most: Infinity, open: true, words: 'more than 0' },
  Temperature: { least: 0, most: Infinity, open: false, words: '0 or more' },
  Whole: { least: 0, most: Number.MAX_SAFE_INTEGER, open: false, words: 'a whole number, 0 or more' },
};

/** The bounds of a number's or a count's values. Counts are whole and at least 1, except those of steps, tokens and evaluations, which may be 0. */
export function boundsOf(type: NumericType): Bounds {
  if (type.bounds !== undefined) return type.bounds;
  if (type.kind === 'number') return bounds[type.name];
  const least = type.unit === 'steps' || type.unit === 'tokens' || type.unit === 'evaluations' ? 0 : 1;
  return { least, most: Number.MAX_SAFE_INTEGER, open: false, words: `a whole number, ${least} or more` };
}

/** Whether a value lies in a type's bounds (and is whole where the type counts). */
export function within(type: NumericType, value: number): boolean {
  const { least, most, open } = boundsOf(type);
  const whole = type.kind === 'count' || type.name === 'Whole';
  if (!Number.isFinite(value) || (whole && !Number.isInteger(value))) return false;
  return (open ? value > least : value >= least) && value <= most;
}

/** The type as it is written in a program, e.g. `Schedule<Count<tokens>>`. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'number':
      return type.name;
    case 'count':
      return `Count<${type.unit}>`;
    case 'schedule':
      return `Schedule<${typeText(type.of)}>`;
    case 'amount':
      return 'Number';
    case 'optional':
      return `${typeText(type.of)} or none`;
    case 'enum':
      return type.values.join(' | ');
    case 'several':
      return `${typeText(type.of)}, ...`;
    default:
      return type.kind[0]!.toUpperCase() + type.kind.slice(1);
  }
}

/** The type with a phrase for readers who do not know it: `Fraction (from 0 to 1, or from 0% to 100%)`. */
export function typeWords(type: Type): string {
  switch (type.kind) {
    case 'number':
      return type.name === 'Number' ? 'a Number' : `a ${type.name} (${boundsOf(type).words})`;
    case 'count':
      return `a count of ${type.unit}`;
    case 'amount':
      return 'a number';
    case 'duration':
      return 'a count of steps or tokens';
    case 'range':
      return 'a range such as 2..4';
    case 'string':
      return 'a text in double quotes';
    case 'path':
      return 'a path in double quotes';
    case 'boolean':
      return 'true or false';
    case 'enum':
      return type.values.length === 1 ? type.values[0]! : `one of ${type.values.join(', ')}`;
    case 'several':
      return `one or more of ${type.of.values.join(', ')}`;
    case 'schedule':
      return `${typeWords(type.of)}, or a schedule of them`;
    case 'optional':
      return `${typeWords(type.of)}, or none`;
    default:
      return `a ${type.kind}`;
  }
}

export const t = {
  number: { kind: 'number', name: 'Number' },
  fraction: { kind: 'number', name: 'Fraction' },
  coefficient: { kind: 'number', name: 'Coefficient' },
  rate: { kind: 'number', name: 'Rate' },
  temperature: { kind: 'number', name: 'Temperature' },
  whole: { kind: 'number', name: 'Whole' },
  duration: { kind: 'duration' },
  range: { kind: 'range' },
  string: { kind: 'string' },
  path: { kind: 'path' },
  boolean: { kind: 'boolean' },
  metric: { kind: 'metric' },
  trigger: { kind: 'trigger' },
  task: { kind: 'task' },
  verifier: { kind: 'verifier' },
  mixture: { kind: 'mixture' },
  reward: { kind: 'reward' },
  suite: { kind: 'suite' },
  model: { kind: 'model' },
  stage: { kind: 'stage' },
  /** Fractions without 0, and without 1. */
  share: {
    kind: 'number',
    name: 'Fraction',
    bounds: { least: 0, most: 1, open: true, words: 'more than 0, and at most 1' },
  },
  decay: {
    kind: 'number',
    name: 'Fraction',
    bounds: { least: 0, most: 1 - Number.EPSILON, open: false, words: '0 or more, and less than 1' },
  },
  /** Ratios that raise: more than 1. */
  excess: {
    kind: 'number',
    name: 'Number',
    bounds: { least: 1, most: Infinity, open: true, words: 'more than 1' },
  },
  atLeastOne: {
    kind: 'number',
    name: 'Number',
    bounds: { least: 1, most: Infinity, open: false, words: '1 or more' },
  },
  /** How many times: at least once. */
  times: {
    kind: 'number',
    name: 'Whole',
    bounds: { least: 1, most: Number.MAX_SAFE_INTEGER, open: false, words: 'a whole number, 1 or more' },
  },
  length: {
    kind: 'count',
    unit: 'tokens',
    bounds: { least: 1, most: Number.MAX_SAFE_INTEGER, open: false, words: 'a whole number, 1 or more' },
  },
  /** How long one request may take. */
  patience: {
    kind: 'count',
    unit: 'seconds',
    bounds: { least: 1, most: 86_400, open: false, words: 'a whole number from 1 to 86400' },
  },
  /** A number of whatever unit. */
  amount: { kind: 'amount', schedule: null },
  count: (unit: Unit) => ({ kind: 'count', unit }) as const,
  oneOf: (...values: string[]) => ({ kind: 'enum', values }) as const,
  several: (...values: string[]) => ({ kind: 'several', of: { kind: 'enum', values } }) as const,
  schedule: (of: NumericType) => ({ kind: 'schedule', of }) as const,
  optional: (of: Type) => ({ kind: 'optional', of }) as const,
} as const satisfies Record<string, Type | ((...args: never[]) => Type)>;
