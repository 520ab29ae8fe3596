import { findCage } from './find.ts';
import type { Language } from './job.ts';

/** Whether and how solutions in a language are contained on this machine. */
export type SandboxReport = { readonly name: Language } & (
  | { readonly works: true; readonly detail: string }
  | { readonly works: false; readonly why: string; readonly mend: string | undefined }
);

/** Tries the sandbox of each language, by running a program in it. */
export async function examineSandboxes(): Promise<SandboxReport[]> {
  return Promise.all(
    (['python', 'javascript'] as const).map(async (name): Promise<SandboxReport> => {
      const found = await findCage(name);
      if (found.works) {
        const { executable, version } = found.cage.interpreter;
        return { name, works: true, detail: `bubblewrap, with ${executable} ${version}` };
      }
      const { why, mend } = found;
      if (name === 'python') return { name, works: false, why, mend };
      return { name, works: true, detail: `QuickJS in WebAssembly, plain JavaScript only: ${why}` };
    }),
  );
}
