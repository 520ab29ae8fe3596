import { parametersOf } from "../graph/decoder-shape.js";
/** The size of a model of a known shape, of which only what the size follows from is told. */
export function sizeOfShape(of) {
    const { vocabularySize, width, hiddenWidth, layers, heads, keyValueHeads, headWidth } = of;
    const { tiedEmbeddings, maxPositions } = of;
    const matrices = { vocabularySize, width, hiddenWidth, layers, heads, keyValueHeads, headWidth };
    const shape = { ...matrices, tiedEmbeddings, maxPositions };
    return { parameters: parametersOf(shape), from: 'counted', shape };
}
/** Reads `1.5B`, `500M` or a plain number; null where it is none. */
export function parseParameters(text) {
    const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)([kmbt]?)$/i.exec(text.trim()) ?? [];
    const value = Number(digits) * ({ '': 1, k: 1e3, m: 1e6, b: 1e9, t: 1e12 }[unit.toLowerCase()] ?? NaN);
    return Number.isFinite(value) && value > 0 ? value : null;
}
/** The size that a repository's name tells, as in `Qwen2.5-0.5B-Instruct`; null where it tells none. */
export function sizeByName(model) {
    const name = model.source === 'hf' ? model.repository : '';
    const found = [...name.matchAll(/(?<![\w.])(\d+(?:\.\d+)?[bm])(?![a-z0-9])/gi)].at(-1)?.[1];
    const parameters = found === undefined ? null : parseParameters(found);
    return parameters === null ? null : { parameters, from: 'name', shape: null };
}
