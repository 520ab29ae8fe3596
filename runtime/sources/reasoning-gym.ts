import { ExitCode, ProrlError } from '../errors.ts';
import type { ReasoningGymReference } from '../graph/index.ts';
import type { OpenTask, Surroundings } from './opened.ts';

export async function openReasoningGym(
  reference: ReasoningGymReference,
  _around: Surroundings,
): Promise<OpenTask> {
  throw new ProrlError(
    `${reference.name} comes from reasoning_gym(...), which is not available in this version of prorl.`,
    {
      exitCode: ExitCode.pipeline,
      hint: 'Take tasks made of code(...) until it is.',
    },
  );
}
