/** Reads `{"prorl": {"modules": {"tasks": "tasks.prorl", ".": "index.prorl"}}}`. */
export function readManifest(text) {
    if (text === null)
        return { kind: 'broken', why: 'it cannot be read, or is far too large' };
    let json;
    try {
        json = JSON.parse(text.replace(/^\ufeff/, ''));
    }
    catch (error) {
        return {
            kind: 'broken',
            why: `it is not JSON: ${error instanceof Error ? error.message : String(error)}`,
        };
    }
    if (!isRecord(json))
        return { kind: 'broken', why: 'it is not a JSON object' };
    const { prorl, version } = json;
    if (prorl === undefined)
        return { kind: 'none' };
    if (!isRecord(prorl) || !isRecord(prorl['modules'])) {
        return { kind: 'broken', why: 'its "prorl" entry has no object "modules"' };
    }
    const modules = new Map();
    for (const [name, path] of Object.entries(prorl['modules'])) {
        if (typeof path !== 'string' || path === '') {
            return { kind: 'broken', why: `the path of its module "${name}" is not a string` };
        }
        modules.set(name, path);
    }
    if (modules.size === 0)
        return { kind: 'broken', why: 'its "prorl" entry names no modules' };
    return {
        kind: 'modules',
        version: typeof version === 'string' ? version : '0.0.0',
        modules,
        published: publishedFiles(json, [...modules.values()]),
    };
}
/** What `files` lets npm publish. Of a pattern the folder that it starts in counts as a whole. */
function publishedFiles({ files, main }, modules) {
    if (!Array.isArray(files))
        return undefined;
    const always = ['package.json', ...(typeof main === 'string' ? [main] : []), ...modules];
    const named = files.filter((one) => typeof one === 'string' && !one.startsWith('!'));
    const literal = [...named, ...always].map((path) => {
        const parts = path.split('/').filter((part) => part !== '' && part !== '.');
        const pattern = parts.findIndex((part) => /[*?[{]/.test(part));
        return (pattern < 0 ? parts : parts.slice(0, pattern)).join('/');
    });
    return literal.includes('') ? undefined : literal;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
