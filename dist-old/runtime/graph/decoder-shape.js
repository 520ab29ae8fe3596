/** Weights of a decoder: embeddings, and in each layer attention, a gated feed-forward block and norms. Biases are left out. */
export function parametersOf(shape) {
    const { vocabularySize, width, hiddenWidth, layers, heads, keyValueHeads, headWidth, tiedEmbeddings } = shape;
    const embeddings = vocabularySize * width * (tiedEmbeddings ? 1 : 2);
    const attention = 2 * width * heads * headWidth + 2 * width * keyValueHeads * headWidth;
    const layer = attention + 3 * width * hiddenWidth + 2 * width;
    return embeddings + layers * layer + width;
}
/** The shape of a model that a run makes; its tokenizer has the 256 bytes and 6 tags. */
export function freshShape(model) {
    return {
        vocabularySize: 262,
        width: model.hidden,
        hiddenWidth: model.intermediate,
        layers: model.layers,
        heads: model.heads,
        keyValueHeads: model.kvHeads,
        headWidth: model.hidden / model.heads,
        tiedEmbeddings: true,
        maxPositions: model.context,
    };
}
