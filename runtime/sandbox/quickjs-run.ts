import {
  newQuickJSWASMModuleFromVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core';
import { runningClock } from '../standstill.ts';
import type { Job, JobResult, Outcome } from './job.ts';
import { QUICKJS_PRELUDE } from './quickjs-prelude.ts';

const STACK_BYTES = 1024 * 1024;

let module: Promise<QuickJSWASMModule> | undefined;

/** Runs a JavaScript job in QuickJS, each input in a context of its own. Blocks its thread while it runs. */
export async function runInQuickJs(job: Job): Promise<JobResult> {
  module ??= newQuickJSWASMModuleFromVariant(import('@jitl/quickjs-wasmfile-release-sync'));
  const quickJs = await module;
  const clock = runningClock();
  const late = (): boolean => clock() > job.limits.cpuSeconds * 1000;
  const why = compileError(quickJs, job, late);
  if (why !== undefined) return { status: 'not compiled', why };
  const outcomes: Outcome[] = [];
  for (const input of job.inputs) {
    outcomes.push(runOne(quickJs, job, input, late));
    if (late()) {
      return { status: 'stopped', limit: 'time', why: `it took more than ${job.limits.cpuSeconds} s` };
    }
  }
  return { status: 'ran', outcomes };
}

/** What the source is run as: the body of a CommonJS module, which gives the function where one is asked for. */
function moduleText({ source, entry }: Job): string {
  const found =
    entry === null
      ? ''
      : `if (typeof ${entry} === 'function') return ${entry}; return module.exports.${entry} || module.exports;`;
  return `(function (require, module, exports) {${source}\n;${found}})`;
}

function compileError(quickJs: QuickJSWASMModule, job: Job, late: () => boolean): string | undefined {
  return inContext(quickJs, job, late, (context) => {
    const compiled = context.evalCode(moduleText(job), 'solution.js', { strict: false });
    if (!compiled.error) {
      compiled.value.dispose();
      return undefined;
    }
    return describe(context, compiled.error);
  });
}

function runOne(quickJs: QuickJSWASMModule, job: Job, input: string, late: () => boolean): Outcome {
  const { outputBytes } = job.limits;
  const said = { output: '', bytes: 0, exit: undefined as number | undefined };
  const over = (): boolean => said.bytes > outputBytes;
  return inContext(
    quickJs,
    job,
    late,
    (context): Outcome => {
      give(context, '__stdin', context.newString(job.entry === null ? input : ''));
      give(
        context,
        '__write',
        context.newFunction('write', (stream, text) => {
          if (said.exit !== undefined || over()) return;
          const written = context.getString(text);
          said.bytes += Buffer.byteLength(written);
          if (context.getNumber(stream) === 1 && !over()) said.output += written;
        }),
      );
      give(
        context,
        '__exit',
        context.newFunction('exit', (code) => {
          said.exit ??= context.getNumber(code);
          throw new Error('process.exit');
        }),
      );
      let result: string | undefined;
      give(
        context,
        '__result',
        context.newFunction('result', (text) => {
          result ??= context.getString(text);
        }),
      );
      const failed = run(context, programText(job, input));
      if (over()) return { ok: false, why: 'it wrote too much' };
      if (said.exit !== undefined && job.entry === null) {
        return said.exit === 0
          ? { ok: true, output: said.output }
          : { ok: false, why: `it ended with code ${said.exit}` };
      }
      if (failed !== undefined) return { ok: false, why: failed };
      if (job.entry === null) return { ok: true, output: said.output };
      if (result === undefined) return { ok: false, why: 'it gave no result' };
      const {
        ok,
        output = '',
        why = '',
      } = JSON.parse(result) as { ok: boolean; output?: string; why?: string };
      return ok && Buffer.byteLength(output) <= outputBytes
        ? { ok, output }
        : { ok: false, why: why || 'the result is too long' };
    },
    over,
  );
}

function programText(job: Job, input: string): string {
  const start = `const { require, tick } = ${QUICKJS_PRELUDE.trim()}; globalThis.__tick = tick;
    const module = { exports: {} }; const done = __result; delete globalThis.__result;`;
  const body = `${moduleText(job)}(require, module, module.exports)`;
  if (job.entry === null) return `{ ${start} ${body}; }`;
  return `{ ${start}
    const { stringify, parse } = JSON;
    const plain = (key, value) => {
      if (typeof value === 'number' && !isFinite(value)) throw new TypeError('the result holds ' + value);
      return value;
    };
    const failed = (error) => done(stringify({ ok: false, why: String(error).slice(0, 400) }));
    const text = ${JSON.stringify(input)};
    (async () => {
      const output = stringify(await ${body}(...parse(text)), plain);
      if (output === undefined) throw new TypeError('the result is not JSON');
      done(stringify({ ok: true, output }));
    })().catch(failed);
  }`;
}

/** Evaluates, then lets promises and timers go on until none is left. What was thrown, or undefined. */
function run(context: QuickJSContext, text: string): string | undefined {
  const evaluated = context.evalCode(text, 'solution.js', { strict: false });
  if (evaluated.error) return describe(context, evaluated.error);
  evaluated.value.dispose();
  for (;;) {
    const jobs = context.runtime.executePendingJobs();
    if (jobs.error) return describe(context, jobs.error);
    const ticked = context.evalCode('__tick()');
    if (ticked.error) return describe(context, ticked.error);
    const more = context.dump(ticked.value) === true;
    ticked.value.dispose();
    if (!more) return undefined;
  }
}

function inContext<T>(
  quickJs: QuickJSWASMModule,
  { limits }: Job,
  late: () => boolean,
  use: (context: QuickJSContext) => T,
  over: () => boolean = () => false,
): T {
  const runtime = quickJs.newRuntime();
  runtime.setMemoryLimit(limits.memoryBytes);
  runtime.setMaxStackSize(STACK_BYTES);
  runtime.setInterruptHandler(() => over() || late());
  const context = runtime.newContext();
  try {
    return use(context);
  } finally {
    context.dispose();
    runtime.dispose();
  }
}

function give(context: QuickJSContext, name: string, value: QuickJSHandle): void {
  context.setProp(context.global, name, value);
  value.dispose();
}

function describe(context: QuickJSContext, error: QuickJSHandle): string {
  const dumped = context.dump(error) as { name?: unknown; message?: unknown } | string | null;
  error.dispose();
  const text =
    typeof dumped === 'object' && dumped !== null
      ? `${String(dumped.name)}: ${String(dumped.message)}`
      : String(dumped);
  return text.slice(0, 400);
}
