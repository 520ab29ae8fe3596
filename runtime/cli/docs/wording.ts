import type { LibraryDocs, ParameterDocs } from '../../../grammar/docs/index.ts';

export function heading({ name, version }: LibraryDocs): string {
  return version === null ? name : `${name} ${version}`;
}

/** `Range in 2..12`; empty where neither is written. */
export function typeOf({ type, bounds }: ParameterDocs): string {
  return [type, bounds === null ? null : `in ${bounds}`].filter((part) => part !== null).join(' ');
}
