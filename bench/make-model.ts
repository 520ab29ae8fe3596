/** Writes a model folder of a size with random weights: `tsx bench/make-model.ts SIZE FOLDER`. */
import { randomStream } from '../runtime/control/index.ts';
import { byteTokenizer } from '../runtime/model/byte-tokenizer.ts';
import { Policy } from '../runtime/model/policy.ts';
import { openBackend } from '../runtime/tensor/backend.ts';
import { sizeOf } from './sizes.ts';

const [size, folder] = process.argv.slice(2) as [string, string];
await openBackend();
await Policy.fresh(sizeOf(size).config, randomStream(1, 'model')).saveTo(folder, byteTokenizer());
process.exit(0);
