import type { Schedule } from '../../runtime/graph/index.ts';
import type { Sourced, Value } from '../types/value.ts';
import { valueOrigin, type Origin } from './origins.ts';

/**
 * Collects where the parts of one object of the graph come from, while its values are taken. A
 * value that is missing or still open here is a defect of the checks, not of the program.
 */
export class Config {
  readonly origins = new Map<string, Origin>();

  schedule(key: string, sourced: Sourced | undefined): Schedule {
    const value = this.take(key, sourced);
    if (value.kind === 'schedule') return value.schedule;
    throw new TypeError(`"${key}" is a ${value.kind}, not a schedule`);
  }

  scheduleOrNull(key: string, sourced: Sourced | undefined): Schedule | null {
    return sourced?.value.kind === 'none' ? this.none(key, sourced) : this.schedule(key, sourced);
  }

  number(key: string, sourced: Sourced | undefined): number {
    const value = this.take(key, sourced);
    if (value.kind === 'number') return value.value;
    throw new TypeError(`"${key}" is a ${value.kind}, not a number`);
  }

  numberOrNull(key: string, sourced: Sourced | undefined): number | null {
    const value = this.take(key, sourced);
    if (value.kind === 'none') return null;
    if (value.kind === 'number') return value.value;
    throw new TypeError(`"${key}" is a ${value.kind}, not a number`);
  }

  /** A word of an enumeration; the type system has seen to it that it is one of `Word`. */
  word<Word extends string>(key: string, sourced: Sourced | undefined): Word {
    const value = this.take(key, sourced);
    if (value.kind === 'word') return value.value as Word;
    throw new TypeError(`"${key}" is a ${value.kind}, not a word`);
  }

  boolean(key: string, sourced: Sourced | undefined): boolean {
    const value = this.take(key, sourced);
    if (value.kind === 'boolean') return value.value;
    throw new TypeError(`"${key}" is a ${value.kind}, not true or false`);
  }

  note(key: string, origin: Origin): void {
    this.origins.set(key, origin);
  }

  private none(key: string, sourced: Sourced): null {
    this.take(key, sourced);
    return null;
  }

  private take(key: string, sourced: Sourced | undefined): Value {
    if (sourced === undefined) throw new TypeError(`"${key}" has no value`);
    this.origins.set(key, valueOrigin(sourced));
    return sourced.value;
  }
}
