import { createHash } from 'node:crypto';
import { ExitCode, ProrlError } from '../errors.ts';
import type { DatasetReference, VerifierReference } from '../graph/index.ts';
import type { Random } from '../tasks/task.ts';
import { doubtAnswers } from './dataset/doubts.ts';
import { ParquetReader } from './dataset/parquet.ts';
import { readColumns } from './dataset/row.ts';
import { readStock, type FileRecord } from './dataset/stock.ts';
import type { Row } from './dataset/table.ts';
import { pathOf, type DatasetRecord, type OpenTask, type OpenVerifier, type Surroundings } from './opened.ts';

/**
 * Reads the data of `task NAME = dataset(...)` through, and opens its verifier. Problems are drawn evenly and with
 * replacement from the rows of a split, whose order does not matter; each takes one number of the stream that it is
 * drawn by. A problem's `data` is its whole row.
 */
export async function openDataset(
  reference: DatasetReference,
  around: Surroundings,
  openVerifier: (reference: VerifierReference, around: Surroundings) => Promise<OpenVerifier>,
): Promise<OpenTask> {
  const { name, columns } = reference;
  const parquet = new ParquetReader();
  try {
    const locate = (path: string): string => pathOf(path, reference.library, around);
    const { stock, files, dropped } = await readStock(reference, locate, parquet);
    const verifier = await openVerifier(reference.verifier, around);
    const warnings = await doubtAnswers(reference, stock, verifier);
    const data: DatasetRecord = {
      task: name,
      path: reference.path,
      train: stock.size('train'),
      heldout: stock.size('heldout'),
      dropped,
      sha256: fingerprint(files),
      files,
    };
    return {
      name,
      stock,
      data,
      warnings,
      generate: (_, random: Random) => {
        const size = stock.size('train');
        if (size === 0) throw nothingToTrainOn(name);
        return stock.problem('train', random.int(0, size - 1));
      },
      verify: (problem, response, signal, limit) => verifier.verify(problem, response, signal, limit),
      ...(columns.worked !== null && {
        solve: (problem) => readColumns(problem.data as Row, columns).worked!,
      }),
      close: async () => {
        await Promise.all([parquet.close(), verifier.close?.()]);
      },
    };
  } catch (cause) {
    await parquet.close();
    throw cause;
  }
}

/** Of all files in order: their content, not where they lie. */
function fingerprint(files: readonly FileRecord[]): string {
  return createHash('sha256')
    .update(JSON.stringify(files.map(({ sha256 }) => sha256)))
    .digest('hex');
}

function nothingToTrainOn(name: string): ProrlError {
  return new ProrlError(`All rows of the task ${name} are held out: it is for suites alone.`, {
    exitCode: ExitCode.pipeline,
    hint: 'Leave `heldout: "all"` out, or train on another task.',
  });
}
