/** A lock with these libraries, and those of an earlier one that have other names. */
export function lockOf(libraries, earlier) {
    const byName = new Map();
    for (const { name, version, hash } of [...(earlier?.libraries ?? []), ...libraries]) {
        byName.set(name, { name, version, hash });
    }
    return {
        format: 'prorl-lock/1',
        libraries: [...byName.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    };
}
/** What differs between the libraries of a graph and a lock. The lock may hold others: they belong to other pipelines. */
export function lockDifferences(lock, libraries) {
    return libraries.flatMap((library) => {
        const locked = lock.libraries.find(({ name }) => name === library.name);
        if (locked === undefined)
            return [{ kind: 'not locked', library }];
        if (locked.version !== library.version)
            return [{ kind: 'version', library, locked: locked.version }];
        return locked.hash === library.hash ? [] : [{ kind: 'content', library }];
    });
}
