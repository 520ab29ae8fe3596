import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExitCode, ProrlError } from "../errors.js";
/**
 * The shape with the tokens that end a response as `generation_config.json` of the folder names them, one or
 * several; without that file, as config.json does. Throws ProrlError where the file is damaged.
 */
export function withStopTokens(config, folder) {
    const file = join(folder, 'generation_config.json');
    if (!existsSync(file))
        return config;
    const value = readIds(file);
    if (value === undefined || value === null)
        return config;
    const ids = Array.isArray(value) ? value : [value];
    const fits = (id) => typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 && id < config.vocabularySize;
    if (ids.every(fits))
        return { ...config, eosIds: ids };
    throw new ProrlError(`${file}: eos_token_id must be a token id of the model or a list of them; it is ${JSON.stringify(value).slice(0, 60)}.`, {
        exitCode: ExitCode.pipeline,
        hint: 'Correct eos_token_id in the file, remove the file, or fetch the model folder again.',
    });
}
function readIds(file) {
    try {
        const json = JSON.parse(readFileSync(file, 'utf8'));
        if (typeof json === 'object' && json !== null)
            return json['eos_token_id'];
    }
    catch {
        // Told below, together with JSON that is no object.
    }
    throw new ProrlError(`${file} is not a JSON object.`, {
        exitCode: ExitCode.pipeline,
        hint: 'The file is damaged or cut off; remove it, or fetch the model folder again.',
    });
}
