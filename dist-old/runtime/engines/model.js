import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { randomStream } from "../control/index.js";
import { ExitCode, ProrlError } from "../errors.js";
import { freshShape, } from "../graph/index.js";
import { byteTokenizer } from "../model/byte-tokenizer.js";
import { parseModelConfig, readModelConfig } from "../model/config.js";
import { fetchModel } from "../model/hub/fetch-model.js";
import { openModelFiles } from "../model/model-files.js";
import { readModelFolder } from "../model/model-folder.js";
import { Policy } from "../model/policy.js";
import { Tokenizer } from "../model/tokenizer.js";
import { packageRoot } from "../package-root.js";
import { BASE_FOLDER } from "../run/folder.js";
/**
 * Finds the model that a graph starts from, and downloads it where it is one of the hub that the cache lacks.
 * Throws a ProrlError where it is not to be had.
 */
export async function placeOfModel({ model }, baseFolder) {
    switch (model.source) {
        case 'fresh':
            return null;
        case 'bundled':
            return { folder: bundledFolder(model.name), name: model.name };
        case 'folder': {
            const folder = resolve(baseFolder, model.path);
            if (existsSync(folder))
                return { folder, name: model.path };
            throw new ProrlError(`There is no model folder ${folder}.`, {
                exitCode: ExitCode.pipeline,
                hint: `folder("${model.path}") starts at the pipeline file's folder, ${baseFolder}.`,
            });
        }
        case 'hf': {
            const { folder, commit } = await fetchModel(model);
            return { folder, name: `${model.repository}@${commit.slice(0, 12)}` };
        }
    }
}
/** Loads or makes the model that a graph starts from. Throws a ProrlError where it is missing or damaged. */
export async function loadModel(graph, place) {
    const { model } = graph;
    if (place === null || model.source === 'fresh')
        return fresh(model, graph.seed);
    const { policy, tokenizer } = await readModelFolder(place.folder);
    usePromptForm(tokenizer, model);
    return { policy, tokenizer, name: place.name };
}
/** Where a run folder kept the shape and the tokenizer of the model that it began with; null where it kept none. */
export function keptFolder(runFolder) {
    const folder = join(runFolder, BASE_FOLDER);
    return existsSync(folder) ? folder : null;
}
/**
 * What a run folder kept of its model, the weights all 0: a checkpoint fills them, so that a run goes on also when
 * that model has gone.
 */
export function keptModel(graph, folder) {
    const tokenizer = Tokenizer.fromFolder(folder);
    usePromptForm(tokenizer, graph.model);
    const config = readModelConfig(folder);
    tokenizer.endBy(config.eosIds);
    return { policy: Policy.blank(config), tokenizer };
}
/** Bundled and fresh models have no chat template. */
function usePromptForm(tokenizer, model) {
    if (model.source === 'folder' || model.source === 'hf')
        tokenizer.usePromptForm(model);
}
/** The shape of a model before it is loaded; `place` is where it lies, null for one that the run makes. */
export async function shapeOf({ model }, place) {
    return place === null ? freshShape(model) : (await openModelFiles(place.folder)).config;
}
/**
 * Threads that are worth their while for one operation of the model, undefined for all. Handing a product of
 * a few microseconds to a second thread costs more than it saves: at a width of 128 a step of GRPO takes 1.1
 * times as long on two threads as on one, 1.7 times on a busy machine; at 192 the two are even.
 */
export function threadsFor({ width }) {
    return width <= 192 ? 1 : undefined;
}
function bundledFolder(name) {
    const models = join(packageRoot, 'models');
    const names = existsSync(models) ? readdirSync(models).sort() : [];
    if (names.includes(name))
        return join(models, name);
    throw new ProrlError(`No model called "${name}" comes with prorl.`, {
        exitCode: ExitCode.pipeline,
        hint: names.length === 0 ? 'This copy of prorl has none: install it again.' : `There is ${names.join(', ')}.`,
    });
}
/** A model with random weights, drawn from the seed's stream `model`, over bytes. */
function fresh(model, seed) {
    const tokenizer = byteTokenizer();
    const config = parseModelConfig({
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
    }, 'the fresh model');
    return {
        policy: Policy.fresh(config, randomStream(seed, 'model')),
        tokenizer,
        name: `fresh ${model.family}`,
    };
}
