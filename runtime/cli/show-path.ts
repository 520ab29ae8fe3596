import { isAbsolute, relative } from 'node:path';

/** A path as people write it: relative to the working folder where it lies below it. */
export function showPath(path: string): string {
  const near = relative('.', path);
  return near === '' ? '.' : near.startsWith('..') || isAbsolute(near) ? path : near;
}
