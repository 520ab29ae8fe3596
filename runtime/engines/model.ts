import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { randomStream } from '../control/index.ts';
import { ExitCode, ProrlError } from '../errors.ts';
import type { FreshModel, Graph, ModelSource } from '../graph/index.ts';
import { byteTokenizer } from '../model/byte-tokenizer.ts';
import { parseModelConfig, readModelConfig } from '../model/config.ts';
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

/** Loads or makes the model that a graph starts from. Throws a ProrlError where it is missing or damaged. */
export async function loadModel(graph: Graph, baseFolder: string): Promise<LoadedModel> {
  const { model } = graph;
  if (model.source === 'fresh') return fresh(model, graph.seed);
  const folder = folderOf(model, baseFolder);
  const { policy, tokenizer } = await readModelFolder(folder);
  usePromptForm(tokenizer, model);
  return { policy, tokenizer, name: model.source === 'folder' ? model.path : basename(folder) };
}

/**
 * The shape and the tokenizer that a run folder kept of the model it began with, its weights all 0: a checkpoint
 * fills them, so that a run goes on also when that model has gone. Null for run folders that kept none.
 */
export function keptModel(graph: Graph, runFolder: string): Omit<LoadedModel, 'name'> | null {
  const folder = keptFolder(runFolder);
  if (folder === null) return null;
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

function keptFolder(runFolder: string): string | null {
  const folder = join(runFolder, BASE_FOLDER);
  return existsSync(folder) ? folder : null;
}

/**
 * Threads that are worth their while for one operation of the model, undefined for all. Handing a product of
 * a few microseconds to a second thread costs more than it saves: at a width of 128 a step of GRPO takes 1.1
 * times as long on two threads as on one, 1.7 times on a busy machine; at 192 the two are even.
 */
export async function threadsFor(
  graph: Graph,
  baseFolder: string,
  runFolder?: string,
): Promise<number | undefined> {
  const { model } = graph;
  const kept = runFolder === undefined ? null : keptFolder(runFolder);
  const width =
    model.source === 'fresh'
      ? model.hidden
      : (await openModelFiles(kept ?? folderOf(model, baseFolder))).config.width;
  return width <= 192 ? 1 : undefined;
}

function folderOf(model: Exclude<ModelSource, FreshModel>, baseFolder: string): string {
  switch (model.source) {
    case 'bundled':
      return bundledFolder(model.name);
    case 'folder': {
      const folder = resolve(baseFolder, model.path);
      if (existsSync(folder)) return folder;
      throw new ProrlError(`There is no model folder ${folder}.`, {
        exitCode: ExitCode.pipeline,
        hint: `folder("${model.path}") starts at the pipeline file's folder, ${baseFolder}.`,
      });
    }
    case 'hf':
      throw new ProrlError(
        `prorl does not download models yet, and hf("${model.repository}") would have to be.`,
        {
          exitCode: ExitCode.environment,
          hint:
            `Run \`huggingface-cli download ${model.repository}${model.revision === null ? '' : ` --revision ${model.revision}`} ` +
            `--local-dir ./model\` and write \`folder("./model")\` in the pipeline.`,
        },
      );
  }
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
