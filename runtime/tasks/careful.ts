import { ExitCode, ProrlError } from '../errors.ts';
import { alarm } from '../standstill.ts';
import { wasCutOff, withoutBlocking } from '../patience.ts';
import { replay } from './replay.ts';
import type { Stock } from './stock.ts';
import type { Problem, Random, Task, Verdict } from './task.ts';
import { VerifierFailure } from './verifier-failure.ts';

/** Milliseconds after which a call of a task is taken to hang. None of the standard library takes one. */
const PATIENCE = 10_000;

/** A task, or the part of it that judges, whose every answer is checked. */
export interface CarefulVerifier {
  /**
   * Judges within `limit` milliseconds, without one in the limit that the verifier was made with.
   * Throws VerifierFailure where the verifier throws, hangs, or gives what is no verdict.
   */
  verify(
    problem: Problem,
    response: string,
    signal?: AbortSignal,
    limit?: number | null,
  ): Verdict | Promise<Verdict>;
}

export interface CarefulTask extends Omit<Task, 'verify'>, CarefulVerifier {
  /** The problems themselves, where they are all there from the beginning; then no split is found by drawing. */
  readonly stock?: Stock;
}

export interface CarefulOptions {
  /** Where the code is, for messages. */
  readonly source: string;
  /** Milliseconds that a call may take; null: it holds a limit of its own. */
  readonly patience?: number | null;
}

/**
 * The task, with every answer of it checked: where it throws, hangs, or gives what is no problem or no verdict, an
 * error names the task and what it did. Otherwise it would train on nonsense, or a defect of the task would look
 * like one of prorl. It is a ProrlError, but for `verify`: there it is a VerifierFailure, and the pipeline says
 * what becomes of it.
 */
export function carefully(task: Task, { source, patience = PATIENCE }: CarefulOptions): CarefulTask {
  const asker: Asker = { name: task.name, what: 'task', source };
  const broken = ({ message, hint, cause }: Complaint): ProrlError =>
    new ProrlError(message, { exitCode: ExitCode.pipeline, hint, cause });
  const ask = <T>(doing: string, about: Problem | null, call: () => T | Promise<T>, whyNot: WhyNot) =>
    within({ asker, doing, about, limit: patience, whyNot, broken, waits: doing === 'generate' }, call);
  const careful: CarefulTask = {
    ...task,
    generate: (settings, random) =>
      ask(
        'generate',
        null,
        drawing(random, (draws) => task.generate(settings, draws)),
        whyNotProblem,
      ),
    ...carefulVerifier({ ...asker, patience, verify: (...of) => task.verify(...of) }),
  };
  if (task.solve) {
    careful.solve = (problem) => ask('solve', problem, () => task.solve!(problem), whyNotText) as string;
  }
  if (task.slip) {
    careful.slip = (problem, random) =>
      ask(
        'slip',
        problem,
        drawing(random, (draws) => task.slip!(problem, draws)),
        whyNotText,
      ) as string;
  }
  // Methods of a class are not its instance's own: they are not copied above.
  if (task.close) careful.close = () => task.close!();
  return careful;
}

/** Something that judges, with every verdict of it checked. */
export function carefulVerifier(of: {
  readonly name: string;
  readonly what: 'task' | 'verifier';
  readonly source: string;
  readonly patience?: number | null;
  verify(problem: Problem, response: string, signal: AbortSignal): Verdict | Promise<Verdict>;
}): CarefulVerifier {
  const { patience = PATIENCE } = of;
  // A call that hangs may have met a busy machine. One that blocked, or threw, would do the same again.
  const broken = ({ message, hint, cause, slow }: Complaint): VerifierFailure =>
    new VerifierFailure(message, { retryable: slow, hint, cause });
  return {
    verify: (problem, response, signal, limit = patience) => {
      const controller = new AbortController();
      return within(
        {
          asker: of,
          doing: 'verify',
          about: problem,
          limit,
          whyNot: whyNotVerdict,
          broken,
          controller,
          signal,
          waits: true,
        },
        () => of.verify(problem, response, controller.signal),
      );
    },
  };
}

interface Asker {
  readonly name: string;
  readonly what: 'task' | 'verifier';
  readonly source: string;
}

interface Complaint {
  readonly message: string;
  readonly hint: string;
  readonly cause?: unknown;
  /** It was waiting for something that did not come. */
  readonly slow: boolean;
}

type WhyNot = (value: never) => string | null;

interface Question {
  readonly asker: Asker;
  readonly doing: string;
  readonly about: Problem | null;
  readonly limit: number | null;
  readonly whyNot: WhyNot;
  readonly broken: (complaint: Complaint) => Error;
  /** Aborted when the time is up or `signal` aborts. */
  readonly controller?: AbortController;
  readonly signal?: AbortSignal | undefined;
  /** Whether it may answer later. */
  readonly waits: boolean;
}

/** Calls a function of a task: what blocks is stopped by Node, what waits is no longer waited for. */
function within<T>(question: Question, call: () => T | Promise<T>): T | Promise<T> {
  let value: T | Promise<T>;
  try {
    value = question.limit === null ? call() : withoutBlocking(question.limit, call);
  } catch (cause) {
    throw explained(question, cause);
  }
  return question.waits && isThenable(value) ? waited(question, value) : checked(question, value);
}

function checked<T>(question: Question, value: T): T {
  const why = question.whyNot(value as never);
  if (why === null) return value;
  throw question.broken({
    message: `${subject(question)} gave ${why} in ${place(question)}.`,
    hint: 'See the interfaces Task and Verifier of prorl; checkTask tries a task in a test of your own.',
    slow: false,
  });
}

async function waited<T>(question: Question, value: Promise<T>): Promise<T> {
  const { limit, controller, signal } = question;
  let silence: (() => void) | undefined;
  let stop: (() => void) | undefined;
  const end = new Promise<never>((_, reject) => {
    if (limit !== null) silence = alarm(limit, () => reject(hung(question, limit, true)));
    stop = () => reject(signal!.reason as Error);
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
  });
  try {
    return checked(question, await Promise.race([value, end]));
  } catch (cause) {
    // Whoever still works on it need not; nobody waits for what it has to say.
    controller?.abort(cause);
    value.catch(() => undefined);
    if (signal?.aborted === true && cause === signal.reason) throw cause;
    throw explained(question, cause);
  } finally {
    silence?.();
    if (stop !== undefined) signal?.removeEventListener('abort', stop);
  }
}

/** What a task threw, as an error that names it. */
function explained(question: Question, cause: unknown): Error {
  if (cause instanceof ProrlError || cause instanceof VerifierFailure) return cause;
  if (wasCutOff(cause)) {
    return hung(question, question.limit!, false, cause);
  }
  const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  const verifies = question.doing === 'verify';
  return question.broken({
    message: `${subject(question)} threw "${reason}" in ${place(question)}.`,
    hint: `Mend ${question.doing} there; PRORL_DEBUG=1 shows the stack.${verifies ? ' A verifier must not throw on any text.' : ''}`,
    cause,
    slow: false,
  });
}

function hung(question: Question, limit: number, slow: boolean, cause?: unknown): Error {
  return question.broken({
    message: `${subject(question)} did not come back for ${limit / 1000} s in ${place(question)}.`,
    hint: slow
      ? 'Look for what it waits for; `verify { timeout: ... }` of the stage gives it longer.'
      : 'Look for a loop without an end in it, or a regular expression that backtracks.',
    cause,
    slow,
  });
}

function subject({ asker }: Question): string {
  return `The ${asker.what} ${asker.name}`;
}

function place({ asker, doing, about }: Question): string {
  const where = about === null ? '' : ` on the problem ${quote(about.prompt)}`;
  return `${doing}${where} (${asker.source})`;
}

function isThenable<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof (value as Promise<T> | null | undefined)?.then === 'function';
}

/** A call that draws; made again, it draws the same again. */
function drawing<T>(random: Random, call: (random: Random) => T): () => T {
  const draws = replay(random);
  return () => {
    draws.rewind();
    return call(draws);
  };
}

function whyNotProblem(problem: Problem): string | null {
  if (typeof problem !== 'object' || problem === null) return `${show(problem)} instead of a problem`;
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
  if (isThenable(value)) return 'a Promise';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

function quote(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return JSON.stringify(short);
}
