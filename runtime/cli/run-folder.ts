import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** `runs/PIPELINE-N` with the first N after all that are there. Nothing is made. */
export function nextRunFolder(pipeline: string): string {
  const taken = entries('runs').flatMap((name) => {
    const [, stem, n] = /^(.*)-(\d+)$/.exec(name) ?? [];
    return stem === pipeline ? [Number(n)] : [];
  });
  return join('runs', `${pipeline}-${Math.max(0, ...taken) + 1}`);
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
