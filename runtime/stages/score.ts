import type { Verdict } from '../tasks/task.ts';
import type { Group } from './batch.ts';

/** Judges every response by its own task's verifier: a score from 0 to 1, and whether it is wholly right. */
export async function score(groups_G: readonly Group[]): Promise<Verdict[][]> {
  return Promise.all(
    groups_G.map(({ prompt, responses_S }) =>
      Promise.all(responses_S.map(async (response) => prompt.task.verify(prompt.problem, response.text))),
    ),
  );
}
