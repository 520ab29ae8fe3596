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
export declare class Tokenizer {
    /** One more than the highest token id. */
    readonly vocabularySize: number;
    /** The token that ends a text. */
    readonly eosId: number;
    readonly padId: number | undefined;
    private readonly library;
    private readonly files;
    private readonly source;
    private readonly ends;
    private chat;
    /** `source` is for messages. Throws ProrlError when the two documents do not make a tokenizer. */
    constructor(tokenizer: Json, config: Json, source: string);
    /** Reads the tokenizer of a model folder. Throws ProrlError that names the file. */
    static fromFolder(folder: string): Tokenizer;
    /**
     * Says how `encodePrompt` puts prompts from now on. Throws ProrlError where a chat template is asked for, or a
     * system message is given, and there is no template to use.
     */
    usePromptForm({ chat, system }: PromptForm): void;
    /** The tokens that end a response: the tokenizer's own, and those that `endBy` added. */
    get stopIds(): ReadonlySet<number>;
    /** Adds tokens that end a response, as the model's own files name them. */
    endBy(ids: readonly number[]): void;
    /** Token ids of a prompt as the model is to read it: through the chat template where `usePromptForm` says so. */
    encodePrompt(prompt: string): number[];
    /** Token ids of a text. Special tokens are found where the text spells them; none is added. */
    encode(text: string): number[];
    decode(ids: readonly number[], { keepSpecial }?: DecodeOptions): string;
    /** The id of a token by its spelling in the vocabulary. */
    tokenId(token: string): number | undefined;
    /** Writes tokenizer.json and tokenizer_config.json, each all or nothing. */
    saveTo(folder: string): void;
    private get config();
    /** The chat template; of several, the one for plain conversations. */
    private templateText;
    /** The tokens that a chat template may name. */
    private namedTokens;
    private namedId;
}
export {};
