import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Tokenizer as HuggingFaceTokenizer } from '@huggingface/tokenizers';
import { ExitCode, ProrlError } from '../errors.ts';
import { ChatTemplate } from './chat-template.ts';
import { writeAtomically } from './files.ts';
import { checkTokenIds } from './token-ids.ts';
import { withUnicodeDigits } from './unicode-digits.ts';

type Json = Readonly<Record<string, unknown>>;

export interface DecodeOptions {
  /** Whether tokens marked as special, such as the end of text, appear in the text. Default false. */
  readonly keepSpecial?: boolean;
}

/** How a prompt is put to the model. */
export interface PromptForm {
  /** Whether it goes through the chat template: `auto` where there is one. */
  readonly chat: 'auto' | 'on' | 'off';
  /** The system message before it; null leaves it to the template. */
  readonly system: string | null;
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
  private readonly source: string;
  private readonly ends = new Set<number>();
  private chat: { readonly template: ChatTemplate; readonly system: string | null } | undefined;

  /** `source` is for messages. Throws ProrlError when the two documents do not make a tokenizer. */
  constructor(tokenizer: Json, config: Json, source: string) {
    this.source = source;
    try {
      checkTokenIds(tokenizer);
      this.library = new HuggingFaceTokenizer(withUnicodeDigits(tokenizer), config);
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
    this.ends.add(eosId);
    this.padId = this.namedId(config, 'pad_token');
  }

  /** Reads the tokenizer of a model folder. Throws ProrlError that names the file. */
  static fromFolder(folder: string): Tokenizer {
    const config = readJson(join(folder, 'tokenizer_config.json'));
    // Newer transformers keep the template in a file of its own, which comes first.
    const template = join(folder, 'chat_template.jinja');
    return new Tokenizer(
      readJson(join(folder, 'tokenizer.json')),
      existsSync(template) ? { ...config, chat_template: readFileSync(template, 'utf8') } : config,
      folder,
    );
  }

  /**
   * Says how `encodePrompt` puts prompts from now on. Throws ProrlError where a chat template is asked for, or a
   * system message is given, and there is no template to use.
   */
  usePromptForm({ chat, system }: PromptForm): void {
    const text = chat === 'off' ? undefined : this.templateText();
    if (text === undefined && (chat === 'on' || system !== null)) {
      const wanted = chat === 'on' ? '`chat: on`' : '`system:`';
      const why = chat === 'off' ? '`chat: off` leaves the template out' : 'its tokenizer has none';
      throw new ProrlError(`The model asks by ${wanted} for a chat template, but ${why} (${this.source}).`, {
        exitCode: ExitCode.pipeline,
        hint: 'Leave `chat:` and `system:` out to give the model the bare prompt, or take the chat version of the model.',
      });
    }
    this.chat =
      text === undefined
        ? undefined
        : { template: new ChatTemplate(text, this.namedTokens(), this.source), system };
  }

  /** The tokens that end a response: the tokenizer's own, and those that `endBy` added. */
  get stopIds(): ReadonlySet<number> {
    return this.ends;
  }

  /** Adds tokens that end a response, as the model's own files name them. */
  endBy(ids: readonly number[]): void {
    for (const id of ids) this.ends.add(id);
  }

  /** Token ids of a prompt as the model is to read it: through the chat template where `usePromptForm` says so. */
  encodePrompt(prompt: string): number[] {
    return this.encode(
      this.chat === undefined ? prompt : this.chat.template.render(prompt, this.chat.system),
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

  private get config(): Json {
    return this.files.get('tokenizer_config.json') as Json;
  }

  /** The chat template; of several, the one for plain conversations. */
  private templateText(): string | undefined {
    const value = this.config['chat_template'];
    if (typeof value === 'string') return value;
    if (!Array.isArray(value)) return undefined;
    const named = (value as Json[]).find((one) => one?.['name'] === 'default');
    return typeof named?.['template'] === 'string' ? named['template'] : undefined;
  }

  /** The tokens that a chat template may name. */
  private namedTokens(): Record<string, string> {
    const names = ['bos_token', 'eos_token', 'unk_token', 'pad_token'];
    const tokens = names.map((name) => [name, tokenText(this.config[name])] as const);
    return Object.fromEntries(tokens.filter((pair): pair is [string, string] => pair[1] !== undefined));
  }

  private namedId(config: Json, field: string): number | undefined {
    const token = tokenText(config[field]);
    return token === undefined ? undefined : this.tokenId(token);
  }
}

/** Older files hold a token as an object with its text as `content`. */
function tokenText(value: unknown): string | undefined {
  const text = typeof value === 'object' && value !== null ? (value as Json)['content'] : value;
  return typeof text === 'string' ? text : undefined;
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
