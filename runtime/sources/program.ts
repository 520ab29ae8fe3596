import { ExitCode, ProrlError } from '../errors.ts';
import type { ProgramReference } from '../graph/index.ts';
import type { OpenTask, OpenVerifier, Surroundings } from './opened.ts';

export async function openProgramTask(reference: ProgramReference, _around: Surroundings): Promise<OpenTask> {
  throw new ProrlError(
    `${reference.name} comes from program(...), which is not available in this version of prorl.`,
    {
      exitCode: ExitCode.pipeline,
      hint: 'Take tasks made of code(...) until it is.',
    },
  );
}

export async function openProgramVerifier(
  reference: ProgramReference,
  _around: Surroundings,
): Promise<OpenVerifier> {
  throw new ProrlError(
    `${reference.name} comes from program(...), which is not available in this version of prorl.`,
    {
      exitCode: ExitCode.pipeline,
      hint: 'Take tasks made of code(...) until it is.',
    },
  );
}
