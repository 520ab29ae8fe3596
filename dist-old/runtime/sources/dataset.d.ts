import type { DatasetReference, VerifierReference } from '../graph/index.ts';
import { type OpenTask, type OpenVerifier, type Surroundings } from './opened.ts';
/**
 * Reads the data of `task NAME = dataset(...)` through, and opens its verifier. Problems are drawn evenly and with
 * replacement from the rows of a split, whose order does not matter; each takes one number of the stream that it is
 * drawn by. A problem's `data` is its whole row.
 */
export declare function openDataset(reference: DatasetReference, around: Surroundings, openVerifier: (reference: VerifierReference, around: Surroundings) => Promise<OpenVerifier>): Promise<OpenTask>;
