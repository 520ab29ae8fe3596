import { readFileSync } from 'node:fs';
import { closest, distance } from 'fastest-levenshtein';
import { ExitCode, ProrlError } from '../errors.ts';
import type { SampleRecord } from '../run/samples.ts';

/** A response to be judged. What a run's samples.jsonl says more is left aside. */
export type RecordedResponse = Pick<SampleRecord, 'task' | 'prompt' | 'answer' | 'response' | 'data'> &
  Partial<Pick<SampleRecord, 'step' | 'truncated' | 'tokens' | 'score' | 'correct' | 'reward'>> & {
    readonly line: number;
  };

const texts = ['task', 'prompt', 'answer', 'response'] as const;
const optional = {
  step: 'number',
  tokens: 'number',
  score: 'number',
  reward: 'number',
  truncated: 'boolean',
  correct: 'boolean',
} as const;

/**
 * Reads a JSONL file of responses. Throws a ProrlError with the line and the field where one is missing or of the
 * wrong type.
 */
export function readResponses(file: string, tasks: readonly string[]): RecordedResponse[] {
  const lines = readText(file).split(/\r?\n/);
  const found: RecordedResponse[] = [];
  for (const [i, text] of lines.entries()) {
    if (text.trim() === '') continue;
    found.push(readLine(text, `${file}, line ${i + 1}`, i + 1, tasks));
  }
  if (found.length > 0) return found;
  throw unfit(
    `${file} holds no responses.`,
    'Each line is a JSON object with task, prompt, answer and response.',
  );
}

function readLine(text: string, where: string, line: number, tasks: readonly string[]): RecordedResponse {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch (cause) {
    throw unfit(`${where}: this is not JSON: ${(cause as Error).message}.`, 'Write one JSON object a line.');
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    throw unfit(`${where}: this is no JSON object.`, 'Write one JSON object a line.');
  }
  const given = record as Record<string, unknown>;
  for (const name of texts) {
    if (typeof given[name] === 'string') continue;
    const what = given[name] === undefined ? 'is missing' : `is ${typeName(given[name])}, not a text`;
    const near = given[name] === undefined ? nearest(name, Object.keys(given)) : undefined;
    throw unfit(
      `${where}: the field "${name}" ${what}.`,
      near === undefined
        ? `A response has the fields ${texts.join(', ')}, and may have data, ${Object.keys(optional).join(', ')}.`
        : `Did you mean it by "${near}"?`,
    );
  }
  for (const [name, type] of Object.entries(optional)) {
    const value = given[name];
    if (value === undefined || typeof value === type) continue;
    throw unfit(
      `${where}: the field "${name}" is ${typeName(value)}, not a ${type}.`,
      'Mend it, or leave it out.',
    );
  }
  const task = given['task'] as string;
  if (!tasks.includes(task)) {
    const near = nearest(task, tasks);
    throw unfit(
      `${where}: the field "task" names "${task}", which the stage does not train on.`,
      near === undefined ? `Its tasks are ${tasks.join(', ')}.` : `Did you mean "${near}"?`,
    );
  }
  return { ...(given as unknown as Omit<RecordedResponse, 'line'>), line };
}

function nearest(name: string, among: readonly string[]): string | undefined {
  const near = among.length === 0 ? undefined : closest(name, [...among]);
  return near !== undefined && distance(name, near) <= Math.max(1, Math.floor(name.length / 3))
    ? near
    : undefined;
}

function typeName(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : (cause as Error).message;
    throw unfit(
      `Cannot read ${file}: ${why}.`,
      'Name a JSONL file of responses, such as the samples.jsonl that `prorl run --samples 4` keeps.',
      cause,
    );
  }
}

function unfit(message: string, hint: string, cause?: unknown): ProrlError {
  return new ProrlError(message, { exitCode: ExitCode.usage, hint, cause });
}
