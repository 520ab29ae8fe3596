import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Tokenizer as HuggingFaceTokenizer } from '@huggingface/tokenizers';
import { ExitCode, ProrlError } from '../errors.ts';
import { writeAtomically } from './files.ts';

type Json = Readonly<Record<string, unknown>>;

export interface DecodeOptions {
  /** Whether tokens marked as special, such as the end of text, appear in the text. Default false. */
  readonly keepSpecial?: boolean;
}

/** Text to token ids and back, as `tokenizer.json` and `tokenizer_config.json` say. */
export class Tokenizer {
  /** One more than the highest token id. */
  readonly vocabularySize: number;
  /** The token that ends a text. */
  readonly eosId: number;
  readonly padId: number | undefined;
  private readonly library: HuggingFaceTokenizer;
  private readonly files: ReadonlyMap<string, Json>;

  /** `source` is for messages. Throws ProrlError when the two documents do not make a tokenizer. */
  constructor(tokenizer: Json, config: Json, source: string) {
    try {
      this.library = new HuggingFaceTokenizer(tokenizer, config);
      const ids = [...this.library.get_vocab(true).values()];
      this.vocabularySize = ids.reduce((highest, id) => Math.max(highest, id), -1) + 1;
    } catch (cause) {
      throw new ProrlError(`The tokenizer of ${source} cannot be used: ${(cause as Error).message}`, {
        exitCode: ExitCode.pipeline,
        hint: 'tokenizer.json is damaged or of a kind that is not supported; fetch the model folder again.',
        cause,
      });
    }
    this.files = new Map([
      ['tokenizer.json', tokenizer],
      ['tokenizer_config.json', config],
    ]);
    const eosId = this.namedId(config, 'eos_token');
    if (eosId === undefined) {
      throw new ProrlError(`The tokenizer of ${source} has no end token.`, {
        exitCode: ExitCode.pipeline,
        hint: 'tokenizer_config.json must name, as eos_token, a token that tokenizer.json holds.',
      });
    }
    this.eosId = eosId;
    this.padId = this.namedId(config, 'pad_token');
  }

  /** Reads the tokenizer of a model folder. Throws ProrlError that names the file. */
  static fromFolder(folder: string): Tokenizer {
    return new Tokenizer(
      readJson(join(folder, 'tokenizer.json')),
      readJson(join(folder, 'tokenizer_config.json')),
      folder,
    );
  }

  /** Token ids of a text. Special tokens are found where the text spells them; none is added. */
  encode(text: string): number[] {
    return this.library.encode(text, { add_special_tokens: false }).ids;
  }

  decode(ids: readonly number[], { keepSpecial = false }: DecodeOptions = {}): string {
    return ids.length === 0
      ? ''
      : this.library.decode([...ids], {
          skip_special_tokens: !keepSpecial,
          clean_up_tokenization_spaces: false,
        });
  }

  /** The id of a token by its spelling in the vocabulary. */
  tokenId(token: string): number | undefined {
    return this.library.token_to_id(token);
  }

  /** Writes tokenizer.json and tokenizer_config.json, each all or nothing. */
  saveTo(folder: string): void {
    for (const [name, json] of this.files) {
      writeAtomically(join(folder, name), [`${JSON.stringify(json, undefined, 2)}\n`]);
    }
  }

  private namedId(config: Json, field: string): number | undefined {
    const value = config[field];
    // Older files hold the token as an object with its text as `content`.
    const token = typeof value === 'object' && value !== null ? (value as Json)['content'] : value;
    return typeof token === 'string' ? this.tokenId(token) : undefined;
  }
}

function readJson(file: string): Json {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ProrlError(`The tokenizer file ${file} is missing or cannot be read.`, {
      exitCode: ExitCode.pipeline,
      hint: 'A model folder holds tokenizer.json and tokenizer_config.json beside config.json; fetch the folder again.',
      cause,
    });
  }
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Json;
  } catch {
    // Told below, together with JSON that is no object.
  }
  throw new ProrlError(`The tokenizer file ${file} is not a JSON object.`, {
    exitCode: ExitCode.pipeline,
    hint: 'The file is damaged or cut off; fetch the model folder again.',
  });
}
