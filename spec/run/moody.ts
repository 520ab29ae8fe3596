import { setTimeout as wait } from 'node:timers/promises';
import { readAnswer, VerifierFailure, type Task, type Verifier } from '../../runtime/tasks/index.ts';
import { copyLetter } from './copy-letter.ts';

/** What the verifier of these tests does; shared, since a run loads the module a second time. */
export interface Mood {
  /** Milliseconds that a verdict takes, by how many were asked for before it. */
  wait: (nth: number) => number;
  /** Whether the request fails, by how many came before it. */
  fails: (nth: number) => boolean;
  retryable: boolean;
  asked: number;
  closed: number;
}

export const mood: Mood = ((globalThis as Record<symbol, unknown>)[Symbol.for('prorl.spec.mood')] ??=
  {}) as Mood;

export function calm(change: Partial<Mood> = {}): Mood {
  const plain = { wait: () => 0, fails: () => false, retryable: false, asked: 0, closed: 0 };
  return Object.assign(mood, plain, change);
}

async function judge(answer: string, response: string): Promise<{ score: number; correct: boolean }> {
  const nth = mood.asked++;
  await wait(mood.wait(nth));
  if (mood.fails(nth)) throw new VerifierFailure(`out of order (${nth})`, { retryable: mood.retryable });
  const correct = readAnswer(response) === answer;
  return { score: correct ? 1 : 0, correct };
}

export const moodyVerifier: Verifier = {
  name: 'moody',
  verify: ({ answer }, response) => judge(answer, response),
  close: async () => void mood.closed++,
};

/** The task whose own verifier is moody: suites are judged by it. */
export const moodyTask: Task = {
  ...copyLetter,
  verify: ({ answer }, response) => judge(answer, response),
  close: async () => void mood.closed++,
};
