import { Script } from 'node:vm';
import { ExitCode, ProrlError } from '../errors.ts';
import type { Problem, Task, Verdict } from './task.ts';

/** Milliseconds after which a call of a task is taken to hang. None of the standard library takes one. */
const PATIENCE = 10_000;

/**
 * The task, with every answer of it checked: where it throws, hangs, or gives what is no problem or no verdict,
 * a ProrlError names the task and what it did. Otherwise it would train on nonsense, or a defect of the task
 * would look like one of prorl. `source` is where its code is, for the message.
 */
export function carefully(task: Task, source: string, patience = PATIENCE): Task {
  const ask = <T>(
    doing: string,
    about: Problem | null,
    call: () => T,
    whyNot: (value: T) => string | null,
  ): T => {
    const where = about === null ? '' : ` on the problem ${quote(about.prompt)}`;
    const fail = (what: string, hint: string, cause?: unknown): ProrlError =>
      new ProrlError(`The task ${task.name} ${what} in ${doing}${where} (${source}).`, {
        exitCode: ExitCode.pipeline,
        hint,
        cause,
      });
    let value: T;
    try {
      value = within(patience, call);
    } catch (cause) {
      if (cause instanceof ProrlError) throw cause;
      if ((cause as NodeJS.ErrnoException | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
        throw fail(
          `did not come back for ${patience / 1000} s`,
          'Look for a loop without an end in it, or a regular expression that backtracks.',
          cause,
        );
      }
      const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
      throw fail(
        `threw "${reason}"`,
        `Mend ${doing} there; PRORL_DEBUG=1 shows the stack.${doing === 'verify' ? ' A verifier must not throw on any text.' : ''}`,
        cause,
      );
    }
    const why = whyNot(value);
    if (why !== null)
      throw fail(
        `gave ${why}`,
        'See the Task interface of prorl; checkTask tries a task in a test of your own.',
      );
    return value;
  };
  const careful: Task = {
    ...task,
    generate: (settings, random) =>
      ask('generate', null, () => task.generate(settings, random), whyNotProblem),
    verify: (problem, response) =>
      ask('verify', problem, () => task.verify(problem, response), whyNotVerdict),
  };
  if (task.solve) careful.solve = (problem) => ask('solve', problem, () => task.solve!(problem), whyNotText);
  if (task.slip) {
    careful.slip = (problem, random) => ask('slip', problem, () => task.slip!(problem, random), whyNotText);
  }
  return careful;
}

let pending: (() => unknown) | null = null;
Object.defineProperty(globalThis, Symbol.for('prorl.task.call'), { value: () => pending!() });
const script = new Script(`globalThis[Symbol.for('prorl.task.call')]()`, { filename: 'prorl:task' });

/** Calls a function that is not asynchronous; Node stops it when it takes too long. */
function within<T>(milliseconds: number, call: () => T): T {
  pending = call;
  return script.runInThisContext({ timeout: milliseconds }) as T;
}

function whyNotProblem(problem: Problem): string | null {
  if (typeof problem !== 'object' || problem === null) return `${show(problem)} instead of a problem`;
  if (problem instanceof Promise) return 'a Promise instead of a problem (tasks are not asynchronous)';
  if (typeof problem.prompt !== 'string')
    return `a problem whose prompt is ${show(problem.prompt)}, not a text`;
  if (problem.prompt === '') return 'a problem whose prompt is empty';
  if (typeof problem.answer !== 'string')
    return `a problem whose answer is ${show(problem.answer)}, not a text`;
  return null;
}

function whyNotVerdict(verdict: Verdict): string | null {
  if (typeof verdict !== 'object' || verdict === null)
    return `${show(verdict)} instead of { score, correct }`;
  if (verdict instanceof Promise) return 'a Promise instead of a verdict (tasks are not asynchronous)';
  const { score, correct } = verdict;
  if (typeof score !== 'number' || !(score >= 0 && score <= 1))
    return `the score ${show(score)}, which is not a number from 0 to 1`;
  return typeof correct === 'boolean' ? null : `${show(correct)} as correct, which is neither true nor false`;
}

function whyNotText(text: string): string | null {
  return typeof text === 'string' ? null : `${show(text)} instead of a text`;
}

function show(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

function quote(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return JSON.stringify(short);
}
