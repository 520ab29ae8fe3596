import type { TaskReference, VerifierReference } from '../graph/index.ts';
import { openCodeTask, openCodeVerifier } from './code.ts';
import { openDataset } from './dataset.ts';
import type { OpenTask, OpenVerifier, Surroundings } from './opened.ts';
import { openHttpTask, openHttpVerifier } from './http.ts';
import { openProgramTask, openProgramVerifier } from './program.ts';
import { openReasoningGym } from './reasoning-gym.ts';

/**
 * Makes ready what poses and judges a task's problems: imports its code, starts its program, reaches its server.
 * Throws a ProrlError where that cannot be. Whoever opens it closes it.
 */
export async function openTask(reference: TaskReference, around: Surroundings): Promise<OpenTask> {
  switch (reference.source) {
    case 'code':
      return openCodeTask(reference, around);
    case 'program':
      return openProgramTask(reference, around);
    case 'http':
      return openHttpTask(reference, around);
    case 'reasoning_gym':
      return openReasoningGym(reference, around);
    case 'dataset':
      return openDataset(reference, around);
  }
}

/** The same of what judges answers to the problems of others. */
export async function openVerifier(
  reference: VerifierReference,
  around: Surroundings,
): Promise<OpenVerifier> {
  switch (reference.source) {
    case 'code':
      return openCodeVerifier(reference, around);
    case 'program':
      return openProgramVerifier(reference, around);
    case 'http':
      return openHttpVerifier(reference, around);
  }
}
