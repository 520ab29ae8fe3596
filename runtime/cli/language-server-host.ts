import { readdirSync, type Dirent } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ServerHost } from '../../grammar/server/index.ts';
import { valueAt } from '../control/schedule.ts';
import { drawSchedule } from '../report/schedule-drawing.ts';
import { packageRoot } from '../package-root.ts';
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
    collect(folder, found, 0);
    return found;
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

function collect(folder: string, found: string[], depth: number): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    stderr.write(
      `prorl lsp: ${folder} cannot be listed: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return;
  }
  for (const entry of entries) {
    if (found.length >= mostFiles || entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < deepest) collect(path, found, depth + 1);
    else if (entry.isFile() && entry.name.endsWith('.prorl')) found.push(slashes(path));
  }
}

function slashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
