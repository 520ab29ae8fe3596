import { type DecoderShape } from '../graph/decoder-shape.ts';
import type { ModelSource } from '../graph/model-source.ts';
/** How many parameters a model has, and how that is known. */
export interface ModelSize {
    parameters: number;
    /** `counted`: from its configuration; `name`: read off its name; `given`: by a flag. */
    from: 'counted' | 'name' | 'given';
    /** Null where its configuration is not at hand. */
    shape: DecoderShape | null;
}
/** The size of a model of a known shape, of which only what the size follows from is told. */
export declare function sizeOfShape(of: DecoderShape): ModelSize;
/** Reads `1.5B`, `500M` or a plain number; null where it is none. */
export declare function parseParameters(text: string): number | null;
/** The size that a repository's name tells, as in `Qwen2.5-0.5B-Instruct`; null where it tells none. */
export declare function sizeByName(model: ModelSource): ModelSize | null;
