import type { Library } from './graph.ts';

/** What `prorl.lock` holds: the libraries that the pipelines beside it were pinned to. */
export interface Lock {
  format: 'prorl-lock/1';
  /** Sorted by name, each once. */
  libraries: LockedLibrary[];
}

export interface LockedLibrary {
  name: string;
  version: string;
  /**
   * SHA-256 over the published files: see `Library`.
   * @pattern ^[0-9a-f]{64}$
   */
  hash: string;
}

/** A lock with these libraries, and those of an earlier one that have other names. */
export function lockOf(libraries: readonly Library[], earlier?: Lock): Lock {
  const byName = new Map<string, LockedLibrary>();
  for (const { name, version, hash } of [...(earlier?.libraries ?? []), ...libraries]) {
    byName.set(name, { name, version, hash });
  }
  return {
    format: 'prorl-lock/1',
    libraries: [...byName.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** How a library is not what the lock pins. */
export type LockDifference =
  | { readonly kind: 'not locked' | 'content'; readonly library: Library }
  | { readonly kind: 'version'; readonly library: Library; readonly locked: string };

/** What differs between the libraries of a graph and a lock. The lock may hold others: they belong to other pipelines. */
export function lockDifferences(lock: Lock, libraries: readonly Library[]): LockDifference[] {
  return libraries.flatMap((library): LockDifference[] => {
    const locked = lock.libraries.find(({ name }) => name === library.name);
    if (locked === undefined) return [{ kind: 'not locked', library }];
    if (locked.version !== library.version) return [{ kind: 'version', library, locked: locked.version }];
    return locked.hash === library.hash ? [] : [{ kind: 'content', library }];
  });
}
