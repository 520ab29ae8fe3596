/** The decoder-only families that one transformer serves. They differ in biases and query-key norms alone. */
export declare const families: readonly ["llama", "qwen2", "qwen3"];
export type Family = (typeof families)[number];
/** The shape of a model: what Hugging Face's `config.json` says, under names of our own. */
export interface ModelConfig {
    readonly family: Family;
    readonly vocabularySize: number;
    /** Width of the residual stream. */
    readonly width: number;
    /** Width of the SwiGLU's middle. */
    readonly hiddenWidth: number;
    readonly layers: number;
    readonly heads: number;
    /** Heads of keys and values; queries are shared out evenly among them. */
    readonly keyValueHeads: number;
    readonly headWidth: number;
    /** Longest sequence, in tokens, that the model was made for. */
    readonly maxPositions: number;
    readonly normEpsilon: number;
    readonly ropeTheta: number;
    readonly ropeScaling: Llama3Scaling | undefined;
    /** Whether the output projection is the embedding table. */
    readonly tiedEmbeddings: boolean;
    readonly queryKeyValueBias: boolean;
    readonly outputBias: boolean;
    readonly mlpBias: boolean;
    readonly queryKeyNorm: boolean;
    readonly bosId: number | undefined;
    readonly eosIds: readonly number[];
    readonly padId: number | undefined;
}
/** Llama 3's stretching of the rotary frequencies (`rope_type: "llama3"`). */
export interface Llama3Scaling {
    readonly factor: number;
    readonly lowFrequencyFactor: number;
    readonly highFrequencyFactor: number;
    readonly originalMaxPositions: number;
}
/** Reads `config.json` of a model folder. Throws ProrlError that names the file and the field. */
export declare function readModelConfig(folder: string): ModelConfig;
/** Checks parsed `config.json`; `file` is for messages. Refuses by name what the transformer cannot do. */
export declare function parseModelConfig(json: unknown, file?: string): ModelConfig;
/** The `config.json` from which `parseModelConfig` and transformers read the same model. */
export declare function toHuggingFace(config: ModelConfig): Record<string, unknown>;
