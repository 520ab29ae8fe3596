import { field } from "./field.js";
import { t } from "./type.js";
const { count, oneOf, optional } = t;
const prompting = [
    field('chat', oneOf('auto', 'on', 'off'), 'auto', "Whether prompts go through the model's chat template. auto: where its tokenizer has one."),
    field('system', optional(t.string), null, "The system message before each prompt; none: the template's own."),
];
/** Where a model may come from. */
export const modelConstructors = [
    {
        name: 'bundled',
        doc: 'A model that ships with prorl.',
        parameters: [field('name', t.string, undefined, 'Its name, e.g. "nano".')],
        positional: 1,
    },
    {
        name: 'folder',
        doc: 'A folder in Hugging Face form (config.json, model.safetensors, tokenizer.json), or one that holds a GGUF file.',
        parameters: [
            field('path', t.path, undefined, "The folder, relative to the pipeline's file."),
            ...prompting,
        ],
        positional: 1,
    },
    {
        name: 'hf',
        doc: 'A model of the Hugging Face hub.',
        parameters: [
            field('repository', t.string, undefined, 'OWNER/NAME, e.g. "Qwen/Qwen2.5-0.5B-Instruct".'),
            field('revision', optional(t.string), null, 'A commit, tag or branch; none: the main branch.'),
            ...prompting,
        ],
        positional: 1,
    },
    {
        name: 'transformer',
        doc: 'A model with random weights and a byte-level tokenizer, for pipelines that make a base model.',
        parameters: [
            field('family', oneOf('llama', 'qwen2', 'qwen3'), 'qwen3', 'Which family of decoder.'),
            field('layers', t.whole, undefined, 'Decoder layers.'),
            field('hidden', t.whole, undefined, 'Width of the residual stream.'),
            field('heads', t.whole, undefined, 'Query heads.'),
            field('kv_heads', optional(t.whole), null, 'Key and value heads; heads must be a multiple of it. none: as many as heads.'),
            field('intermediate', optional(t.whole), null, 'Width inside the feed-forward block. none: three times hidden.'),
            field('context', count('tokens'), undefined, 'Longest context.'),
        ],
        positional: 0,
    },
];
