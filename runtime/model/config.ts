import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExitCode, ProrlError } from '../errors.ts';

/** The decoder-only families that one transformer serves. They differ in biases and query-key norms alone. */
export const families = ['llama', 'qwen2', 'qwen3'] as const;
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

type Json = Readonly<Record<string, unknown>>;

/** Reads `config.json` of a model folder. Throws ProrlError that names the file and the field. */
export function readModelConfig(folder: string): ModelConfig {
  const file = join(folder, 'config.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ProrlError(`The model folder ${folder} has no readable config.json.`, {
      exitCode: ExitCode.pipeline,
      hint: 'A model folder holds config.json, model.safetensors and tokenizer.json, as Hugging Face writes them. Check the path.',
      cause,
    });
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new ProrlError(`${file} is not JSON: ${(cause as Error).message}`, {
      exitCode: ExitCode.pipeline,
      hint: 'The file is damaged or cut off; fetch the model folder again.',
      cause,
    });
  }
  return parseModelConfig(json, file);
}

/** Checks parsed `config.json`; `file` is for messages. Refuses by name what the transformer cannot do. */
export function parseModelConfig(json: unknown, file = 'config.json'): ModelConfig {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw wrong(file, 'the file', 'a JSON object', json);
  }
  const fields = new Fields(json as Json, file);
  const family = fields.family();
  fields.refuseUnsupported(family);
  const width = fields.count('hidden_size');
  const heads = fields.count('num_attention_heads');
  const keyValueHeads = fields.count('num_key_value_heads', heads);
  if (heads % keyValueHeads !== 0) {
    throw wrong(file, 'num_key_value_heads', `a divisor of num_attention_heads (${heads})`, keyValueHeads);
  }
  const headWidth = fields.count('head_dim', family === 'qwen3' ? 128 : width / heads);
  if (headWidth % 2 !== 0)
    throw wrong(file, 'head_dim', 'an even number, as rotary positions need', headWidth);
  const attentionBias = fields.flag('attention_bias', false);
  const vocabularySize = fields.count('vocab_size');
  return {
    family,
    vocabularySize,
    width,
    hiddenWidth: fields.count('intermediate_size'),
    layers: fields.count('num_hidden_layers'),
    heads,
    keyValueHeads,
    headWidth,
    maxPositions: fields.count('max_position_embeddings', 2048),
    normEpsilon: fields.positive('rms_norm_eps', 1e-6),
    ropeTheta: fields.ropeTheta(),
    ropeScaling: fields.ropeScaling(),
    tiedEmbeddings: fields.flag('tie_word_embeddings', false),
    // Qwen2 always has biases on queries, keys and values, and says so nowhere.
    queryKeyValueBias: family === 'qwen2' || attentionBias,
    outputBias: family !== 'qwen2' && attentionBias,
    mlpBias: family === 'llama' && fields.flag('mlp_bias', false),
    queryKeyNorm: family === 'qwen3',
    bosId: fields.optionalId('bos_token_id'),
    eosIds: fields.ids('eos_token_id', vocabularySize),
    padId: fields.optionalId('pad_token_id'),
  };
}

/** The `config.json` from which `parseModelConfig` and transformers read the same model. */
export function toHuggingFace(config: ModelConfig): Record<string, unknown> {
  const architectures = { llama: 'LlamaForCausalLM', qwen2: 'Qwen2ForCausalLM', qwen3: 'Qwen3ForCausalLM' };
  const scaling = config.ropeScaling;
  return {
    architectures: [architectures[config.family]],
    model_type: config.family,
    vocab_size: config.vocabularySize,
    hidden_size: config.width,
    intermediate_size: config.hiddenWidth,
    num_hidden_layers: config.layers,
    num_attention_heads: config.heads,
    num_key_value_heads: config.keyValueHeads,
    head_dim: config.headWidth,
    max_position_embeddings: config.maxPositions,
    hidden_act: 'silu',
    rms_norm_eps: config.normEpsilon,
    rope_theta: config.ropeTheta,
    ...(scaling === undefined
      ? {}
      : {
          rope_scaling: {
            rope_type: 'llama3',
            factor: scaling.factor,
            low_freq_factor: scaling.lowFrequencyFactor,
            high_freq_factor: scaling.highFrequencyFactor,
            original_max_position_embeddings: scaling.originalMaxPositions,
          },
        }),
    tie_word_embeddings: config.tiedEmbeddings,
    ...(config.family === 'qwen2' ? {} : { attention_bias: config.queryKeyValueBias }),
    ...(config.family === 'llama' ? { mlp_bias: config.mlpBias } : { use_sliding_window: false }),
    ...(config.bosId === undefined ? { bos_token_id: null } : { bos_token_id: config.bosId }),
    eos_token_id: config.eosIds.length > 1 ? config.eosIds : (config.eosIds[0] ?? null),
    pad_token_id: config.padId ?? null,
    torch_dtype: 'float32',
  };
}

/** Reads fields of a configuration, each with a message that names the file and the field when it is wrong. */
class Fields {
  private readonly json: Json;
  private readonly file: string;

  constructor(json: Json, file: string) {
    this.json = json;
    this.file = file;
  }

  family(): Family {
    const value = this.json['model_type'];
    const family = families.find((name) => name === value);
    if (family !== undefined) return family;
    throw wrong(this.file, 'model_type', `one of ${families.join(', ')}`, value);
  }

  refuseUnsupported(family: Family): void {
    const refuse = (field: string, what: string): never => {
      throw new ProrlError(`${this.file}: ${field} asks for ${what}, which prorl does not support.`, {
        exitCode: ExitCode.pipeline,
        hint: 'Supported are dense Llama, Qwen2 and Qwen3 models with full attention, SwiGLU (silu) and rotary positions, plain or llama3.',
      });
    };
    const activation = this.json['hidden_act'] ?? 'silu';
    if (activation !== 'silu') refuse('hidden_act', `the activation ${JSON.stringify(activation)}`);
    if (this.json['use_sliding_window'] === true) refuse('use_sliding_window', 'sliding-window attention');
    const kinds = this.json['layer_types'];
    if (Array.isArray(kinds) && kinds.some((kind) => kind !== 'full_attention')) {
      refuse('layer_types', 'layers other than full_attention');
    }
    if (isGiven(this.json['quantization_config'])) refuse('quantization_config', 'quantised weights');
    const pretraining = this.json['pretraining_tp'];
    if (family === 'llama' && isGiven(pretraining) && pretraining !== 1) {
      refuse('pretraining_tp', 'tensor-parallel weights');
    }
    const partial = this.json['partial_rotary_factor'] ?? this.rope()?.['partial_rotary_factor'];
    if (isGiven(partial) && partial !== 1) refuse('partial_rotary_factor', 'partial rotary positions');
  }

  /** A whole number of at least 1. */
  count(field: string, otherwise?: number): number {
    const value = this.json[field] ?? otherwise;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1) return value;
    throw wrong(this.file, field, 'a whole number of at least 1', value);
  }

  positive(field: string, otherwise: number): number {
    return positive(this.json[field] ?? otherwise, field, this.file);
  }

  flag(field: string, otherwise: boolean): boolean {
    const value = this.json[field] ?? otherwise;
    if (typeof value === 'boolean') return value;
    throw wrong(this.file, field, 'true or false', value);
  }

  optionalId(field: string): number | undefined {
    const value = this.json[field];
    if (!isGiven(value)) return undefined;
    return this.id(field, value);
  }

  /** Ids below `end`, one or several. */
  ids(field: string, end: number): number[] {
    const value = this.json[field];
    if (!isGiven(value)) return [];
    return (Array.isArray(value) ? value : [value]).map((item: unknown) => {
      const id = this.id(field, item);
      if (id >= end) throw wrong(this.file, field, `a token id below vocab_size (${end})`, id);
      return id;
    });
  }

  private id(field: string, value: unknown): number {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    throw wrong(this.file, field, 'a token id', value);
  }

  /** Newer transformers put everything rotary under `rope_parameters`, older ones under `rope_scaling`. */
  private rope(): Json | undefined {
    const value = this.json['rope_parameters'] ?? this.json['rope_scaling'];
    if (!isGiven(value)) return undefined;
    if (typeof value === 'object' && !Array.isArray(value)) return value as Json;
    throw wrong(this.file, 'rope_scaling', 'an object or null', value);
  }

  ropeTheta(): number {
    return positive(this.json['rope_theta'] ?? this.rope()?.['rope_theta'] ?? 10000, 'rope_theta', this.file);
  }

  ropeScaling(): Llama3Scaling | undefined {
    const rope = this.rope();
    const type = rope?.['rope_type'] ?? rope?.['type'] ?? 'default';
    if (rope === undefined || type === 'default') return undefined;
    if (type !== 'llama3') {
      throw new ProrlError(
        `${this.file}: rope_scaling asks for the rotary type ${JSON.stringify(type)}, which prorl does not support.`,
        { exitCode: ExitCode.pipeline, hint: 'Supported are "default" and "llama3".' },
      );
    }
    const number = (field: string) => positive(rope[field], `rope_scaling.${field}`, this.file);
    return {
      factor: number('factor'),
      lowFrequencyFactor: number('low_freq_factor'),
      highFrequencyFactor: number('high_freq_factor'),
      originalMaxPositions: number('original_max_position_embeddings'),
    };
  }
}

/** Python writes `null` where a field does not apply. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function positive(value: unknown, field: string, file: string): number {
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value;
  throw wrong(file, field, 'a number above 0', value);
}

function wrong(file: string, field: string, expected: string, found: unknown): ProrlError {
  const shown = found === undefined ? 'it is missing' : `it is ${JSON.stringify(found)?.slice(0, 60)}`;
  return new ProrlError(`${file}: ${field} must be ${expected}; ${shown}.`, {
    exitCode: ExitCode.pipeline,
    hint: `Correct ${field} in the file, or fetch the model folder again.`,
  });
}
