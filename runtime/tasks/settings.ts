import { closest, distance } from 'fastest-levenshtein';
import { ExitCode, ProrlError } from '../errors.ts';
import type { Range, Setting, SettingShape, Settings, SettingsShape } from './task.ts';

type Pair = readonly [from: number, to: number];

const asRange = ([from, to]: Pair): Range => ({ from, to });

/** A setting that is a range of whole numbers inside `within`; a single number n stands for n..n. */
export function range(shape: { within: Pair; default: Pair }): Extract<SettingShape, { kind: 'range' }> {
  return { kind: 'range', within: asRange(shape.within), default: asRange(shape.default) };
}

/** A setting that is one whole number inside `within`. */
export function whole(shape: { within: Pair; default: number }): Extract<SettingShape, { kind: 'whole' }> {
  return { kind: 'whole', within: asRange(shape.within), default: shape.default };
}

/** A setting from 0 to 1. */
export function fraction(shape: { default: number }): Extract<SettingShape, { kind: 'fraction' }> {
  return { kind: 'fraction', default: shape.default };
}

/** A setting that is on or off. */
export function flag(shape: { default: boolean }): Extract<SettingShape, { kind: 'flag' }> {
  return { kind: 'flag', default: shape.default };
}

/** A setting that is a text: one of `oneOf` where that is given, or `several` of them with commas between. */
export function text(shape: {
  oneOf?: readonly string[];
  several?: boolean;
  default: string;
}): Extract<SettingShape, { kind: 'text' }> {
  return { kind: 'text', ...shape };
}

/** The parts of a text of several. */
export function partsOf(text: string): string[] {
  return text.split(',').map((part) => part.trim());
}

type ValueOf<P extends SettingShape> = P['kind'] extends 'range'
  ? Range
  : P['kind'] extends 'flag'
    ? boolean
    : P['kind'] extends 'text'
      ? string
      : number;

/** The values that `readSettings` gives for a shape. */
export type ValuesOf<S extends SettingsShape> = { readonly [K in keyof S]: ValueOf<S[K]> };

/**
 * Checks the settings of a task against its shape and fills in the defaults.
 * Throws ProrlError on an unknown setting, a wrong kind, or a value out of bounds.
 */
export function readSettings<S extends SettingsShape>(
  task: string,
  shape: S,
  settings: Settings,
): ValuesOf<S> {
  for (const name of Object.keys(settings)) {
    if (!Object.hasOwn(shape, name)) throw unknownSetting(task, shape, name);
  }
  const values: Record<string, Setting> = {};
  for (const [name, one] of Object.entries(shape)) {
    const given = Object.hasOwn(settings, name) ? settings[name] : undefined;
    values[name] =
      given === undefined ? one.default : readOne(`${task}(${name}: ${show(given)})`, one, given);
  }
  return values as ValuesOf<S>;
}

function readOne(where: string, shape: SettingShape, given: Setting): Setting {
  switch (shape.kind) {
    case 'range': {
      const { from, to } = shape.within;
      const value = typeof given === 'number' ? { from: given, to: given } : given;
      if (typeof value !== 'object' || value === null || !isWhole(value.from) || !isWhole(value.to)) {
        throw unfit(`${where} is not a range of whole numbers`, `Write one such as ${show(shape.default)}.`);
      }
      if (value.from > value.to) {
        throw unfit(`${where} runs backwards`, `Write the smaller number first: ${value.to}..${value.from}.`);
      }
      if (value.from < from || value.to > to) {
        throw unfit(`${where} leaves the bounds ${from}..${to}`, `Choose a range inside ${from}..${to}.`);
      }
      return value;
    }
    case 'whole': {
      const { from, to } = shape.within;
      if (isWhole(given) && given >= from && given <= to) return given;
      throw unfit(`${where} is not a whole number from ${from} to ${to}`, `The default is ${shape.default}.`);
    }
    case 'fraction':
      if (typeof given === 'number' && given >= 0 && given <= 1) return given;
      throw unfit(`${where} is not a fraction from 0 to 1`, `The default is ${shape.default}.`);
    case 'flag':
      if (typeof given === 'boolean') return given;
      throw unfit(`${where} is neither true nor false`, `The default is ${String(shape.default)}.`);
    case 'text':
      if (typeof given !== 'string') throw unfit(`${where} is not a text`, 'Write it in double quotes.');
      if (shape.oneOf !== undefined) {
        const wrong = (shape.several === true ? partsOf(given) : [given]).find(
          (part) => !shape.oneOf!.includes(part),
        );
        if (wrong !== undefined) {
          throw unfit(
            shape.several === true
              ? `${where} names "${wrong}", which is none of the texts it may hold`
              : `${where} is none of the texts it may be`,
            shape.several === true
              ? `Choose one or more of ${shape.oneOf.join(', ')}, with commas between.`
              : `Choose one of ${shape.oneOf.join(', ')}.`,
          );
        }
      }
      return given;
  }
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function unknownSetting(task: string, shape: SettingsShape, name: string): ProrlError {
  const known = Object.keys(shape);
  const nearest = known.length === 0 ? undefined : closest(name, known);
  const near = nearest !== undefined && distance(name, nearest) <= Math.max(1, Math.floor(name.length / 3));
  return unfit(
    `${task} has no setting "${name}"`,
    near
      ? `Did you mean "${nearest}"?`
      : `It takes ${known.length === 0 ? 'no settings' : known.join(', ')}.`,
  );
}

function unfit(message: string, hint: string): ProrlError {
  return new ProrlError(message + '.', { exitCode: ExitCode.pipeline, hint });
}

function show(setting: Setting): string {
  if (typeof setting === 'object' && setting !== null && 'from' in setting) {
    return `${setting.from}..${setting.to}`;
  }
  return JSON.stringify(setting);
}
