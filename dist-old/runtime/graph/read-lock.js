import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ExitCode, ProrlError } from "../errors.js";
import { packageRoot } from "../package-root.js";
/**
 * The text of a `prorl.lock`, checked against its published schema. `where` names it in messages.
 * Throws ProrlError (pipeline) that says what is wrong in it.
 */
export function readLock(text, where) {
    let json;
    try {
        json = JSON.parse(text.replace(/^\ufeff/, ''));
    }
    catch (cause) {
        throw broken(where, `it is not JSON: ${cause.message}`, cause);
    }
    const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
    if (typeof format === 'string' && format !== 'prorl-lock/1') {
        throw broken(where, `its format is '${format}'; this version of prorl reads 'prorl-lock/1'`);
    }
    const load = createRequire(import.meta.url);
    const { Ajv: Validator } = load('ajv');
    const schema = readFileSync(join(packageRoot, 'spec', 'schemas', 'lock.schema.json'), 'utf8');
    const validate = new Validator().compile(JSON.parse(schema));
    if (!validate(json)) {
        const [first] = validate.errors ?? [];
        throw broken(where, `${first?.instancePath || '/'} ${first?.message ?? 'does not fit'}`);
    }
    const lock = json;
    const names = lock.libraries.map(({ name }) => name);
    const twice = names.find((name, i) => names.indexOf(name) < i);
    if (twice !== undefined)
        throw broken(where, `it names ${twice} twice`);
    return lock;
}
function broken(where, why, cause) {
    return new ProrlError(`${where} is damaged: ${why}.`, {
        exitCode: ExitCode.pipeline,
        hint: 'Take it from version control again (a merge may have left its marks in it), or delete it and write it anew by `prorl lock FILE`.',
        cause,
    });
}
