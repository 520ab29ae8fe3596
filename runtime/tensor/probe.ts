import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { ownModule } from '../own-modules.ts';
import type { BackendName } from './backend-types.ts';

/** What became of trying a backend in a process of its own. */
export type ProbeResult =
  | { readonly works: true; readonly detail: string }
  | { readonly works: false; readonly why: string; readonly mend: string | undefined };

/** What precedes the answer in the child's output, since TensorFlow may write there too. */
export const answerMark = '@prorl-probe ';

/**
 * Opens a backend in a child process and says what became of it. Nothing that a library does there harms this
 * process: not a crash, not a thread that never ends, not registered kernels.
 */
export async function probeBackend(
  name: BackendName,
  options: { readonly timeoutMs?: number; readonly home?: string; readonly automatic?: boolean } = {},
): Promise<ProbeResult> {
  const script = fileURLToPath(ownModule('runtime/tensor/probe-child'));
  const timeout = options.timeoutMs ?? 60_000;
  const result = await execa(
    process.execPath,
    [...loaderFlags(), script, name, options.automatic ? 'automatic' : ''],
    {
      reject: false,
      stdin: 'ignore',
      timeout,
      env: {
        // What a library says before it ends the process is the reason that is given.
        TF_CPP_MIN_LOG_LEVEL: process.env['TF_CPP_MIN_LOG_LEVEL'] ?? '2',
        ...(options.home === undefined ? {} : { PRORL_HOME: options.home }),
      },
    },
  );
  const answer = result.stdout.split('\n').find((line) => line.startsWith(answerMark));
  if (answer !== undefined) return JSON.parse(answer.slice(answerMark.length)) as ProbeResult;
  const mend =
    name === 'native' || name === 'cuda' || name === 'webgpu' ? `prorl backend install ${name}` : undefined;
  if (result.timedOut) return { works: false, why: `it did not answer within ${timeout / 1000} s.`, mend };
  const how = result.signal ? `was ended by ${result.signal}` : `ended with code ${result.exitCode}`;
  const last = result.stderr.trim().split('\n').at(-1);
  return { works: false, why: `the process that tried it ${how}${last ? ` (${last})` : ''}.`, mend };
}

const loaders = /^(?:--import|--require|-r|--loader|--experimental-loader)(=|$)/;

/** The flags by which this process loads TypeScript, if it does. Others, such as `--eval`, are not for a child. */
function loaderFlags(): string[] {
  return process.execArgv.flatMap((flag, index, all) => {
    const [, joined] = loaders.exec(flag) ?? [];
    if (joined === undefined) return [];
    return joined === '=' ? [flag] : [flag, all[index + 1] ?? ''];
  });
}
