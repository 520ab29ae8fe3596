import { Script } from 'node:vm';
import { ExitCode, ProrlError } from "../errors.js";
import { VerifierFailure } from "./verifier-failure.js";
/** Milliseconds after which a call of a task is taken to hang. None of the standard library takes one. */
const PATIENCE = 10_000;
/**
 * The task, with every answer of it checked: where it throws, hangs, or gives what is no problem or no verdict, an
 * error names the task and what it did. Otherwise it would train on nonsense, or a defect of the task would look
 * like one of prorl. It is a ProrlError, but for `verify`: there it is a VerifierFailure, and the pipeline says
 * what becomes of it.
 */
export function carefully(task, { source, patience = PATIENCE }) {
    const asker = { name: task.name, what: 'task', source };
    const broken = ({ message, hint, cause }) => new ProrlError(message, { exitCode: ExitCode.pipeline, hint, cause });
    const ask = (doing, about, call, whyNot) => within({ asker, doing, about, limit: patience, whyNot, broken, waits: doing === 'generate' }, call);
    const careful = {
        ...task,
        generate: (settings, random) => ask('generate', null, () => task.generate(settings, random), whyNotProblem),
        ...carefulVerifier({ ...asker, patience, verify: (...of) => task.verify(...of) }),
    };
    if (task.solve) {
        careful.solve = (problem) => ask('solve', problem, () => task.solve(problem), whyNotText);
    }
    if (task.slip) {
        careful.slip = (problem, random) => ask('slip', problem, () => task.slip(problem, random), whyNotText);
    }
    // Methods of a class are not its instance's own: they are not copied above.
    if (task.close)
        careful.close = () => task.close();
    return careful;
}
/** Something that judges, with every verdict of it checked. */
export function carefulVerifier(of) {
    const { patience = PATIENCE } = of;
    // A call that hangs may have met a busy machine. One that blocked, or threw, would do the same again.
    const broken = ({ message, hint, cause, slow }) => new VerifierFailure(message, { retryable: slow, hint, cause });
    return {
        verify: (problem, response, signal, limit = patience) => {
            const controller = new AbortController();
            return within({
                asker: of,
                doing: 'verify',
                about: problem,
                limit,
                whyNot: whyNotVerdict,
                broken,
                controller,
                signal,
                waits: true,
            }, () => of.verify(problem, response, controller.signal));
        },
    };
}
/** Calls a function of a task: what blocks is stopped by Node, what waits is no longer waited for. */
function within(question, call) {
    let value;
    try {
        value = question.limit === null ? call() : withoutBlocking(question.limit, call);
    }
    catch (cause) {
        throw explained(question, cause);
    }
    return question.waits && isThenable(value) ? waited(question, value) : checked(question, value);
}
function checked(question, value) {
    const why = question.whyNot(value);
    if (why === null)
        return value;
    throw question.broken({
        message: `${subject(question)} gave ${why} in ${place(question)}.`,
        hint: 'See the interfaces Task and Verifier of prorl; checkTask tries a task in a test of your own.',
        slow: false,
    });
}
async function waited(question, value) {
    const { limit, controller, signal } = question;
    let timer;
    let stop;
    const end = new Promise((_, reject) => {
        if (limit !== null)
            timer = setTimeout(() => reject(hung(question, limit, true)), limit);
        stop = () => reject(signal.reason);
        if (signal?.aborted)
            stop();
        signal?.addEventListener('abort', stop, { once: true });
    });
    try {
        return checked(question, await Promise.race([value, end]));
    }
    catch (cause) {
        // Whoever still works on it need not; nobody waits for what it has to say.
        controller?.abort(cause);
        value.catch(() => undefined);
        if (signal?.aborted === true && cause === signal.reason)
            throw cause;
        throw explained(question, cause);
    }
    finally {
        clearTimeout(timer);
        if (stop !== undefined)
            signal?.removeEventListener('abort', stop);
    }
}
/** What a task threw, as an error that names it. */
function explained(question, cause) {
    if (cause instanceof ProrlError || cause instanceof VerifierFailure)
        return cause;
    if (cause?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
        return hung(question, question.limit, false, cause);
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
function hung(question, limit, slow, cause) {
    return question.broken({
        message: `${subject(question)} did not come back for ${limit / 1000} s in ${place(question)}.`,
        hint: slow
            ? 'Look for what it waits for; `verify { timeout: ... }` of the stage gives it longer.'
            : 'Look for a loop without an end in it, or a regular expression that backtracks.',
        cause,
        slow,
    });
}
function subject({ asker }) {
    return `The ${asker.what} ${asker.name}`;
}
function place({ asker, doing, about }) {
    const where = about === null ? '' : ` on the problem ${quote(about.prompt)}`;
    return `${doing}${where} (${asker.source})`;
}
function isThenable(value) {
    return typeof value?.then === 'function';
}
/** Where the script finds the function to call. */
const CALL = Symbol.for('prorl.task.call');
const script = new Script(`globalThis[Symbol.for('prorl.task.call')]()`, { filename: 'prorl:task' });
/** Calls a function; Node stops it when it takes too long before it returns. */
function withoutBlocking(milliseconds, call) {
    Object.defineProperty(globalThis, CALL, { value: call, configurable: true });
    return script.runInThisContext({ timeout: milliseconds });
}
function whyNotProblem(problem) {
    if (typeof problem !== 'object' || problem === null)
        return `${show(problem)} instead of a problem`;
    if (typeof problem.prompt !== 'string')
        return `a problem whose prompt is ${show(problem.prompt)}, not a text`;
    if (problem.prompt === '')
        return 'a problem whose prompt is empty';
    if (typeof problem.answer !== 'string')
        return `a problem whose answer is ${show(problem.answer)}, not a text`;
    return null;
}
function whyNotVerdict(verdict) {
    if (typeof verdict !== 'object' || verdict === null)
        return `${show(verdict)} instead of { score, correct }`;
    const { score, correct } = verdict;
    if (typeof score !== 'number' || !(score >= 0 && score <= 1))
        return `the score ${show(score)}, which is not a number from 0 to 1`;
    return typeof correct === 'boolean' ? null : `${show(correct)} as correct, which is neither true nor false`;
}
function whyNotText(text) {
    return typeof text === 'string' ? null : `${show(text)} instead of a text`;
}
function show(value) {
    if (typeof value === 'string')
        return quote(value);
    if (isThenable(value))
        return 'a Promise';
    return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
function quote(text) {
    const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
    return JSON.stringify(short);
}
