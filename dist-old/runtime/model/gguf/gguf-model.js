import { ExitCode, ProrlError } from "../../errors.js";
import { parseModelConfig } from "../config.js";
import { embeddingName, finalNormName, headName, layerName } from "../weight-names.js";
/** GGUF's names of the tensors of one layer, and Hugging Face's. */
const layerParts = {
    attn_norm: 'input_layernorm',
    attn_q: 'self_attn.q_proj',
    attn_k: 'self_attn.k_proj',
    attn_v: 'self_attn.v_proj',
    attn_q_norm: 'self_attn.q_norm',
    attn_k_norm: 'self_attn.k_norm',
    attn_output: 'self_attn.o_proj',
    ffn_norm: 'post_attention_layernorm',
    ffn_gate: 'mlp.gate_proj',
    ffn_up: 'mlp.up_proj',
    ffn_down: 'mlp.down_proj',
};
/** The shape of the model that a GGUF file describes. Throws ProrlError on kinds that prorl does not run. */
export function ggufConfig({ file, metadata, shapes }) {
    const family = metadata.text('general.architecture');
    if (family === undefined)
        throw metadata.wrong('general.architecture', 'the kind of the model');
    const of = (name) => metadata.number(`${family}.${name}`);
    const scaling = metadata.text(`${family}.rope.scaling.type`) ?? 'none';
    if (scaling !== 'none' || shapes.has('rope_freqs.weight')) {
        throw unsupported(file, `rotary positions that are scaled (${scaling === 'none' ? 'llama3' : scaling})`);
    }
    if ((of('expert_count') ?? 0) > 0)
        throw unsupported(file, 'a mixture of experts');
    const embedding = shapes.get('token_embd.weight');
    if (embedding === undefined) {
        throw new ProrlError(`${file} holds no tensor token_embd.weight, so it is no whole language model.`, {
            exitCode: ExitCode.pipeline,
            hint: 'A model in several GGUF files, or a file of an adapter or of a vocabulary alone, is not read; take the model in one file, or as safetensors.',
        });
    }
    const eos = [
        metadata.number('tokenizer.ggml.eos_token_id'),
        metadata.number('tokenizer.ggml.eot_token_id'),
    ];
    return parseModelConfig({
        model_type: family,
        vocab_size: embedding[0],
        hidden_size: of('embedding_length'),
        intermediate_size: of('feed_forward_length'),
        num_hidden_layers: of('block_count'),
        num_attention_heads: of('attention.head_count'),
        num_key_value_heads: of('attention.head_count_kv'),
        head_dim: of('attention.key_length') ??
            of('rope.dimension_count') ??
            (of('embedding_length') ?? 0) / (of('attention.head_count') ?? 1),
        max_position_embeddings: of('context_length'),
        rms_norm_eps: asWritten(of('attention.layer_norm_rms_epsilon')),
        rope_theta: of('rope.freq_base'),
        tie_word_embeddings: !shapes.has('output.weight'),
        attention_bias: family !== 'qwen2' && shapes.has('blk.0.attn_q.bias'),
        mlp_bias: shapes.has('blk.0.ffn_gate.bias'),
        bos_token_id: metadata.number('tokenizer.ggml.bos_token_id'),
        eos_token_id: [...new Set(eos.filter((id) => id !== undefined))],
        pad_token_id: metadata.number('tokenizer.ggml.padding_token_id'),
    }, file);
}
/** All tensors of the file as float32, under Hugging Face's names and in Hugging Face's layout. */
export function ggufWeights(gguf, config) {
    const weights = new Map();
    for (const [name, tensor] of gguf.readTensors()) {
        const theirs = huggingFaceName(name);
        weights.set(theirs ?? name, config.family === 'llama' ? unpermuted(name, tensor, config) : tensor);
    }
    return weights;
}
/** A number that was written with a few digits and kept as float32, with those digits again. */
function asWritten(value) {
    return value === undefined ? undefined : Number(value.toPrecision(7));
}
function huggingFaceName(name) {
    if (name === 'token_embd.weight')
        return embeddingName;
    if (name === 'output_norm.weight')
        return finalNormName;
    if (name === 'output.weight')
        return headName;
    const found = /^blk\.(\d+)\.(\w+)\.(weight|bias)$/.exec(name);
    const part = layerParts[found?.[2] ?? ''];
    return part === undefined ? undefined : layerName(Number(found?.[1]), `${part}.${found?.[3]}`);
}
/**
 * GGUF keeps the rows of Llama's queries and keys so that the two numbers that a rotation turns together are
 * neighbours; Hugging Face keeps the first of all pairs of a head, then the second. Row 2i + s of a head of
 * width d there is row s d/2 + i here.
 */
function unpermuted(name, tensor, { headWidth }) {
    if (!/\.attn_[qk]\.(weight|bias)$/.test(name))
        return tensor;
    const rows = tensor.shape[0];
    const width = tensor.data.length / rows;
    if (rows % headWidth !== 0)
        return tensor; // its shape is refused where shapes are checked
    const data = new Float32Array(tensor.data.length);
    for (let row = 0; row < rows; row++) {
        const within = row % headWidth;
        const to = row - within + (within % 2) * (headWidth / 2) + (within >> 1);
        data.set(tensor.data.subarray(row * width, (row + 1) * width), to * width);
    }
    return { shape: tensor.shape, data };
}
function unsupported(file, what) {
    return new ProrlError(`${file} asks for ${what}, which prorl does not read from GGUF.`, {
        exitCode: ExitCode.pipeline,
        hint: 'Take the model as a folder of safetensors: there, plain and llama3 rotary positions are supported.',
    });
}
