import type { Verdict } from '../tasks/task.ts';
import type { Group } from './batch.ts';

/** Judges every response by its own task's verifier: a score from 0 to 1, and whether it is wholly right. */
export function score(groups_G: readonly Group[]): Verdict[][] {
  return groups_G.map(({ prompt, responses_S }) =>
    responses_S.map((response) => prompt.task.verify(prompt.problem, response.text)),
  );
}
