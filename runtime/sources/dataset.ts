import { ExitCode, ProrlError } from '../errors.ts';
import type { DatasetReference } from '../graph/index.ts';
import type { OpenTask, Surroundings } from './opened.ts';

export async function openDataset(reference: DatasetReference, _around: Surroundings): Promise<OpenTask> {
  throw new ProrlError(
    `${reference.name} comes from dataset(...), which is not available in this version of prorl.`,
    {
      exitCode: ExitCode.pipeline,
      hint: 'Take tasks made of code(...) until it is.',
    },
  );
}
