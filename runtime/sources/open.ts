import type { TaskReference, VerifierReference } from '../graph/index.ts';
import { openCodeTask, openCodeVerifier } from './code.ts';
import type { OpenTask, OpenVerifier, Surroundings } from './opened.ts';

/*
 * Each kind is imported only where a pipeline has it: most have code alone, and starting programs takes libraries.
 */

/**
 * Makes ready what poses and judges a task's problems: imports its code, starts its program, reaches its server.
 * Throws a ProrlError where that cannot be. Whoever opens it closes it.
 */
export async function openTask(reference: TaskReference, around: Surroundings): Promise<OpenTask> {
  switch (reference.source) {
    case 'code':
      return openCodeTask(reference, around);
    case 'program':
      return (await import('./program.ts')).openProgramTask(reference, around);
    case 'http':
      return (await import('./http.ts')).openHttpTask(reference, around);
    case 'reasoning_gym':
      return (await import('./reasoning-gym.ts')).openReasoningGym(reference);
    case 'dataset':
      return (await import('./dataset.ts')).openDataset(reference, around, openVerifier);
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
      return (await import('./program.ts')).openProgramVerifier(reference, around);
    case 'http':
      return (await import('./http.ts')).openHttpVerifier(reference, around);
  }
}
