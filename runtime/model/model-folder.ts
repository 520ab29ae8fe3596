import { ExitCode, ProrlError } from '../errors.ts';
import { Policy } from './policy.ts';
import { Tokenizer } from './tokenizer.ts';

/** A language model with the tokenizer that belongs to it. */
export interface LanguageModel {
  readonly policy: Policy;
  readonly tokenizer: Tokenizer;
}

/**
 * Reads a whole model folder in Hugging Face's form: config.json, weights, tokenizer.json and
 * tokenizer_config.json. Throws ProrlError when a part is missing or damaged, or when they do not fit together.
 */
export function readModelFolder(folder: string): LanguageModel {
  const tokenizer = Tokenizer.fromFolder(folder);
  const policy = Policy.fromFolder(folder);
  const { vocabularySize } = policy.config;
  if (tokenizer.vocabularySize > vocabularySize) {
    policy.dispose();
    throw new ProrlError(
      `The tokenizer of ${folder} has ${tokenizer.vocabularySize} tokens, but the model has rows for ${vocabularySize}.`,
      {
        exitCode: ExitCode.pipeline,
        hint: 'tokenizer.json and the weights belong to different models; fetch the folder again.',
      },
    );
  }
  return { policy, tokenizer };
}
