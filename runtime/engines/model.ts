import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { randomStream } from '../control/index.ts';
import { ExitCode, ProrlError } from '../errors.ts';
import {
  freshShape,
  type DecoderShape,
  type FreshModel,
  type Graph,
  type ModelSource,
} from '../graph/index.ts';
import { Adapters } from '../model/adapters.ts';
import { byteTokenizer } from '../model/byte-tokenizer.ts';
import { parseModelConfig, readModelConfig } from '../model/config.ts';
import { fetchModel, type OnDownload } from '../model/hub/fetch-model.ts';
import { openModelFiles } from '../model/model-files.ts';
import { readModelFolder } from '../model/model-folder.ts';
import { Policy } from '../model/policy.ts';
import { Tokenizer } from '../model/tokenizer.ts';
import { packageRoot } from '../package-root.ts';
import { BASE_FOLDER } from '../run/folder.ts';

export interface LoadedModel {
  readonly policy: Policy;
  readonly tokenizer: Tokenizer;
  /** For people: `nano`, the folder, or `fresh llama`. */
  readonly name: string;
}

/** The folder that a graph's model is in, and what people call it; null for a fresh model, which is in none. */
export interface ModelPlace {
  readonly folder: string;
  readonly name: string;
}

/**
 * Finds the model that a graph starts from, and downloads it where it is one of the hub that the cache lacks.
 * Throws a ProrlError where it is not to be had.
 */
export async function placeOfModel(
  { model }: Graph,
  baseFolder: string,
  onDownload?: OnDownload,
): Promise<ModelPlace | null> {
  switch (model.source) {
    case 'fresh':
      return null;
    case 'bundled':
      return { folder: bundledFolder(model.name), name: model.name };
    case 'folder': {
      const folder = resolve(baseFolder, model.path);
      if (existsSync(folder)) return { folder, name: model.path };
      const kind = folder.endsWith('.gguf') ? 'model file' : 'model folder';
      throw new ProrlError(`There is no ${kind} ${folder}.`, {
        exitCode: ExitCode.pipeline,
        hint: `folder("${model.path}") starts at the pipeline file's folder, ${baseFolder}. Put the model there, or name where it is.`,
      });
    }
    case 'hf': {
      const { folder, commit } = await fetchModel(model, onDownload);
      return { folder, name: `${model.repository}@${commit.slice(0, 12)}` };
    }
  }
}

/**
 * Loads or makes the model that a graph starts from, with fresh adapters where it asks for them. Throws a ProrlError
 * where it is missing or damaged.
 */
export async function loadModel(graph: Graph, place: ModelPlace | null): Promise<LoadedModel> {
  const loaded = await loadWhole(graph, place);
  const { lora, seed } = graph;
  if (lora === null) return loaded;
  const { config } = loaded.policy;
  const adapters = Adapters.fresh(config, lora, (name) => randomStream(seed, 'adapters', name));
  return { ...loaded, policy: adapted(loaded.policy, adapters) };
}

async function loadWhole({ model, seed }: Graph, place: ModelPlace | null): Promise<LoadedModel> {
  if (place === null || model.source === 'fresh') return fresh(model as FreshModel, seed);
  const { policy, tokenizer } = await readModelFolder(place.folder);
  usePromptForm(tokenizer, model);
  return { policy, tokenizer, name: place.name };
}

function adapted(model: Policy, adapters: Adapters): Policy {
  const policy = model.with(adapters);
  model.dispose();
  return policy;
}

/** Where a run folder kept the shape and the tokenizer of the model that it began with; null where it kept none. */
export function keptFolder(runFolder: string): string | null {
  const folder = join(runFolder, BASE_FOLDER);
  return existsSync(folder) ? folder : null;
}

/**
 * What a run folder kept of its model, so that a run goes on also when that model has gone: the weights that are
 * trained are all 0, for a checkpoint to fill.
 */
export async function keptModel(graph: Graph, folder: string): Promise<Omit<LoadedModel, 'name'>> {
  if (graph.lora !== null) {
    const { policy, tokenizer } = await readModelFolder(folder);
    usePromptForm(tokenizer, graph.model);
    return { policy: adapted(policy, Adapters.blank(policy.config, graph.lora)), tokenizer };
  }
  const tokenizer = Tokenizer.fromFolder(folder);
  usePromptForm(tokenizer, graph.model);
  const config = readModelConfig(folder);
  tokenizer.endBy(config.eosIds);
  return { policy: Policy.blank(config), tokenizer };
}

/** Bundled and fresh models have no chat template. */
function usePromptForm(tokenizer: Tokenizer, model: ModelSource): void {
  if (model.source === 'folder' || model.source === 'hf') tokenizer.usePromptForm(model);
}

/** The shape of a model before it is loaded; `place` is where it lies, null for one that the run makes. */
export async function shapeOf({ model }: Graph, place: ModelPlace | null): Promise<DecoderShape> {
  return place === null ? freshShape(model as FreshModel) : (await openModelFiles(place.folder)).config;
}

/**
 * Threads that are worth their while for one operation of the model, undefined for all. Handing a product of
 * a few microseconds to a second thread costs more than it saves: at a width of 128 a step of GRPO took 1.1
 * times as long on two threads as on one, 1.7 times on a busy machine; at 192, with kernels of prorl's own, one
 * thread takes 1.2 times as long as two.
 */
export function threadsFor({ width }: DecoderShape): number | undefined {
  return width < 192 ? 1 : undefined;
}

function bundledFolder(name: string): string {
  const models = join(packageRoot, 'models');
  const names = existsSync(models) ? readdirSync(models).sort() : [];
  if (names.includes(name)) return join(models, name);
  throw new ProrlError(`No model called "${name}" comes with prorl.`, {
    exitCode: ExitCode.pipeline,
    hint:
      names.length === 0 ? 'This copy of prorl has none: install it again.' : `There is ${names.join(', ')}.`,
  });
}

/** A model with random weights, drawn from the seed's stream `model`, over bytes. */
function fresh(model: FreshModel, seed: number): LoadedModel {
  const tokenizer = byteTokenizer();
  const config = parseModelConfig(
    {
      model_type: model.family,
      vocab_size: tokenizer.vocabularySize,
      hidden_size: model.hidden,
      intermediate_size: model.intermediate,
      num_hidden_layers: model.layers,
      num_attention_heads: model.heads,
      num_key_value_heads: model.kvHeads,
      head_dim: model.hidden / model.heads,
      max_position_embeddings: model.context,
      tie_word_embeddings: true,
      eos_token_id: tokenizer.eosId,
      ...(tokenizer.padId === undefined ? {} : { pad_token_id: tokenizer.padId }),
    },
    'the fresh model',
  );
  return {
    policy: Policy.fresh(config, randomStream(seed, 'model')),
    tokenizer,
    name: `fresh ${model.family}`,
  };
}
