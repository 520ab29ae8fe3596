import { ExitCode, ProrlError } from '../errors.ts';
import { cagedSandbox } from './caged.ts';
import { findCage, openCage } from './find.ts';
import type { Language, Sandbox } from './job.ts';
import { noSandboxPermitted } from './permission.ts';
import { quickJsSandbox } from './quickjs.ts';

const opened = new Map<Language, Promise<Sandbox>>();

/**
 * The sandbox in which solutions of a language run, one for the process: bubblewrap, else QuickJS for JavaScript.
 * Throws ProrlError (exit code 4, with what to install) where there is none and that was not permitted.
 */
export function openSandbox(language: Language): Promise<Sandbox> {
  let sandbox = opened.get(language);
  if (sandbox === undefined) {
    sandbox = choose(language);
    opened.set(language, sandbox);
    // A failure is not kept: what was missing may be there the next time.
    sandbox.catch(() => opened.delete(language));
  }
  return sandbox;
}

/** Ends all that ran in sandboxes; the next `openSandbox` opens one anew. */
export async function closeSandboxes(): Promise<void> {
  const all = [...opened.values()];
  opened.clear();
  for (const sandbox of await Promise.allSettled(all)) {
    if (sandbox.status === 'fulfilled') await sandbox.value.close();
  }
}

async function choose(language: Language): Promise<Sandbox> {
  const found = await findCage(language);
  if (found.works) return cagedSandbox(found.cage);
  if (language === 'javascript') return quickJsSandbox();
  if (noSandboxPermitted()) return cagedSandbox(await openCage(language));
  const mend = found.mend === undefined ? '' : `${found.mend}. `;
  throw new ProrlError(`There is no sandbox for solutions in ${language}: ${found.why}.`, {
    exitCode: ExitCode.environment,
    hint: `${mend}--unsafe-no-sandbox runs them without one, with all that this user may do: only for code that you trust.`,
  });
}
