const part = '[a-z0-9][a-z0-9._-]*';
const packageName = new RegExp(`^(@${part}/${part}|${part})(?:/(.+))?$`);
/** Reads the string of an import: `./file.prorl`, `name`, `name/module`, `@scope/name/module`. */
export function readSpecifier(text) {
    if (text === '')
        return { kind: 'bad', why: 'it is empty' };
    if (text.includes('\\'))
        return { kind: 'bad', why: 'paths are written with "/", on every system' };
    if (/[\0-\x1f]/.test(text))
        return { kind: 'bad', why: 'it has a control character in it' };
    if (/^[a-z][a-z0-9+.-]*:/i.test(text))
        return { kind: 'bad', why: 'nothing is imported from the network or from a drive' };
    if (text.startsWith('/'))
        return { kind: 'bad', why: 'a path starts from the file itself, with "./" or "../"' };
    if (/^\.{1,2}(\/|$)/.test(text))
        return { kind: 'file', path: text };
    const match = packageName.exec(text);
    if (match === null)
        return { kind: 'bad', why: 'this is neither a path ("./file.prorl") nor the name of a package' };
    return { kind: 'package', name: match[1], module: match[2] ?? null };
}
