import { ExitCode, ProrlError } from "../errors.js";
import { openModelFiles } from "./model-files.js";
import { Policy } from "./policy.js";
/**
 * Reads a whole model folder: in Hugging Face's form, config.json, weights, tokenizer.json and
 * tokenizer_config.json, or as one GGUF file. Throws ProrlError when a part is missing or damaged, or when they do not fit together.
 */
export async function readModelFolder(folder) {
    const files = await openModelFiles(folder);
    const tokenizer = files.readTokenizer();
    const { vocabularySize } = files.config;
    if (tokenizer.vocabularySize > vocabularySize) {
        throw new ProrlError(`The tokenizer of ${folder} has ${tokenizer.vocabularySize} tokens, but the model has rows for ${vocabularySize}.`, {
            exitCode: ExitCode.pipeline,
            hint: 'tokenizer.json and the weights belong to different models; fetch the folder again.',
        });
    }
    tokenizer.endBy(files.config.eosIds);
    return { policy: Policy.fromFiles(files), tokenizer };
}
