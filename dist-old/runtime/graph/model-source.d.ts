/** @discriminator source */
export type ModelSource = {
    source: 'bundled';
    name: string;
} | FolderModel | HubModel | FreshModel;
/** How a model that was trained elsewhere is given its prompts. */
export interface Prompting {
    /** Whether prompts go through the model's chat template: `auto` where its tokenizer has one. */
    chat: 'auto' | 'on' | 'off';
    /** The system message before each prompt; null leaves it to the template. */
    system: string | null;
}
/** A folder in Hugging Face form, or with one GGUF file; relative paths start at the pipeline file's folder. */
export interface FolderModel extends Prompting {
    source: 'folder';
    path: string;
}
/** A model of the Hugging Face hub. */
export interface HubModel extends Prompting {
    source: 'hf';
    /** OWNER/NAME. */
    repository: string;
    /** A commit, tag or branch; null: the main branch. */
    revision: string | null;
}
/** A model with random weights, for pipelines that make a base model. Its tokenizer is byte-level. */
export interface FreshModel {
    source: 'fresh';
    family: 'llama' | 'qwen2' | 'qwen3';
    layers: number;
    hidden: number;
    heads: number;
    kvHeads: number;
    intermediate: number;
    /** Longest context in tokens. */
    context: number;
}
