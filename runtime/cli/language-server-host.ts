import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ServerHost } from '../../grammar/server/index.ts';
import { valueAt } from '../control/schedule.ts';
import { drawSchedule } from '../report/schedule-drawing.ts';
import { packageRoot } from '../package-root.ts';
import { prorlFiles } from './prorl-files.ts';
import { stderr } from './terminal.ts';
import { fileWorkspace } from './workspace.ts';

/** No more files than that are looked at for a name, nor folders deeper than that. */
const mostFiles = 2000;
const deepest = 12;

/** The language server on this machine's files. */
export const serverHost: ServerHost = {
  workspace: fileWorkspace,
  prorlFiles(folder) {
    const found: string[] = [];
    for (const file of prorlFiles(folder, tell, deepest)) {
      if (found.push(slashes(file)) === mostFiles) break;
    }
    return found;
  },
  entries(folder) {
    try {
      return readdirSync(folder, { withFileTypes: true })
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .slice(0, mostFiles)
        .map((one) => ({ name: one.name, isFolder: one.isDirectory() }));
    } catch {
      // A path that is being written names folders that are not there.
      return [];
    }
  },
  bundledModels: () =>
    readdirSync(join(packageRoot, 'models'), { withFileTypes: true })
      .filter((one) => one.isDirectory())
      .map((one) => one.name),
  toFile(uri) {
    try {
      return slashes(fileURLToPath(uri));
    } catch {
      // An unsaved document, or one that lies on no disk of this machine.
      return null;
    }
  },
  toUri: (file) => pathToFileURL(file).href,
  drawSchedule: (schedule) =>
    drawSchedule(
      schedule,
      (x) =>
        valueAt(
          schedule,
          typeof schedule.over === 'string'
            ? { steps: x, tokens: x, metrics: {} }
            : { steps: 0, tokens: 0, metrics: { [schedule.over.metric]: x } },
        ),
      { from: 0, to: null },
      40,
      3,
    ),
  log: (message) => stderr.write(`prorl lsp: ${message}\n`),
};

function tell(folder: string, error: unknown): void {
  const why = error instanceof Error ? error.message : String(error);
  stderr.write(`prorl lsp: ${folder} cannot be listed: ${why}\n`);
}

function slashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
