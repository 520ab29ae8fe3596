import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageRoot } from "../../package-root.js";
/** Characters of a reply; a longer one is refused before it fills the memory. */
export const LONGEST_REPLY = 4 * 1024 * 1024;
/** Takes a text for a reply, against the published schema. */
export function readReply(text) {
    let json;
    try {
        json = JSON.parse(text);
    }
    catch {
        return { why: `wrote what is no JSON: ${excerpt(text)}` };
    }
    const validate = replySchema();
    if (validate(json))
        return { reply: json };
    const { instancePath = '', message = '' } = validate.errors?.[0] ?? {};
    const at = instancePath === '' ? 'it' : instancePath.slice(1).replaceAll('/', '.');
    return { why: `wrote a reply that is none: ${at} ${message} in ${excerpt(text)}` };
}
export function excerpt(text) {
    const line = text.trim();
    return JSON.stringify(line.length > 120 ? `${line.slice(0, 119)}…` : line);
}
let validator;
function replySchema() {
    if (validator === undefined) {
        const { Ajv: Validator } = createRequire(import.meta.url)('ajv');
        const schema = JSON.parse(readFileSync(join(packageRoot, 'spec', 'schemas', 'verifier.schema.json'), 'utf8'));
        validator = new Validator({ discriminator: true, allowUnionTypes: true }).compile({
            $ref: '#/definitions/Reply',
            definitions: schema.definitions,
        });
    }
    return validator;
}
