import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ExitCode, ProrlError } from "../errors.js";
import { readModelConfig } from "./config.js";
import { withStopTokens } from "./generation-config.js";
import { openGguf } from "./gguf/gguf-file.js";
import { ggufConfig, ggufWeights } from "./gguf/gguf-model.js";
import { ggufTokenizer } from "./gguf/gguf-tokenizer.js";
import { Tokenizer } from "./tokenizer.js";
import { checkWeights, readWeights } from "./weight-files.js";
/**
 * Opens a model folder: one in Hugging Face's form (config.json, safetensors, tokenizer.json), or one that holds a
 * single GGUF file. Throws ProrlError where it is neither.
 */
export async function openModelFiles(folder) {
    const gguf = existsSync(join(folder, 'config.json')) ? undefined : findGguf(folder);
    if (gguf === undefined) {
        const config = withStopTokens(readModelConfig(folder), folder);
        return {
            config,
            readTokenizer: () => Tokenizer.fromFolder(folder),
            readWeights: () => readWeights(folder, config),
        };
    }
    const opened = await openGguf(gguf);
    const config = ggufConfig(opened);
    return {
        config,
        readTokenizer: () => existsSync(join(folder, 'tokenizer.json')) ? Tokenizer.fromFolder(folder) : ggufTokenizer(opened),
        readWeights: () => checkWeights(ggufWeights(opened, config), () => gguf, config),
    };
}
/** Whether a folder is there and looks like one that `openModelFiles` opens. */
export function isModelFolder(folder) {
    return existsSync(join(folder, 'config.json')) || ggufNames(folder).length > 0;
}
function ggufNames(folder) {
    return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.gguf')) : [];
}
/** The GGUF file of a folder that has no config.json, undefined where there is none. */
function findGguf(folder) {
    const names = ggufNames(folder);
    if (names.length <= 1)
        return names[0] === undefined ? undefined : join(folder, names[0]);
    throw new ProrlError(`The model folder ${folder} holds several GGUF files: ${names.sort().join(', ')}.`, {
        exitCode: ExitCode.pipeline,
        hint: 'Leave one of them in the folder: each is a whole model, and which one to take is not said.',
    });
}
