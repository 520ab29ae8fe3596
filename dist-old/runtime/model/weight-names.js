export const embeddingName = 'model.embed_tokens.weight';
export const headName = 'lm_head.weight';
export const finalNormName = 'model.norm.weight';
/** The prefix of a layer's tensors. */
export function layerName(layer, rest) {
    return `model.layers.${layer}.${rest}`;
}
/** Every tensor of a model of this shape, in the order in which files and optimizers hold them. */
export function weightSpecs(config) {
    const { width, hiddenWidth, headWidth } = config;
    const queries = config.heads * headWidth;
    const keys = config.keyValueHeads * headWidth;
    const specs = [{ name: embeddingName, shape: [config.vocabularySize, width], kind: 'table' }];
    const linear = (name, out, input, bias) => {
        specs.push({ name: `${name}.weight`, shape: [out, input], kind: 'linear' });
        if (bias)
            specs.push({ name: `${name}.bias`, shape: [out], kind: 'bias' });
    };
    const gain = (name, length) => specs.push({ name: `${name}.weight`, shape: [length], kind: 'gain' });
    for (let layer = 0; layer < config.layers; layer++) {
        const named = (rest) => layerName(layer, rest);
        gain(named('input_layernorm'), width);
        linear(named('self_attn.q_proj'), queries, width, config.queryKeyValueBias);
        linear(named('self_attn.k_proj'), keys, width, config.queryKeyValueBias);
        linear(named('self_attn.v_proj'), keys, width, config.queryKeyValueBias);
        if (config.queryKeyNorm) {
            gain(named('self_attn.q_norm'), headWidth);
            gain(named('self_attn.k_norm'), headWidth);
        }
        linear(named('self_attn.o_proj'), width, queries, config.outputBias);
        gain(named('post_attention_layernorm'), width);
        linear(named('mlp.gate_proj'), hiddenWidth, width, config.mlpBias);
        linear(named('mlp.up_proj'), hiddenWidth, width, config.mlpBias);
        linear(named('mlp.down_proj'), width, hiddenWidth, config.mlpBias);
    }
    gain('model.norm', width);
    if (!config.tiedEmbeddings) {
        specs.push({ name: headName, shape: [config.vocabularySize, width], kind: 'table' });
    }
    return specs;
}
