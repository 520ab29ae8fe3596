import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DatasetReference } from '../../runtime/graph/index.ts';
import { openDataset } from '../../runtime/sources/dataset.ts';
import type { OpenTask, OpenVerifier } from '../../runtime/sources/opened.ts';

/** A folder for the files of one test. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'prorl-data-'));
  private readonly opened: OpenTask[] = [];

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), content);
  }

  /** Opens a task of a data set in the folder; what it is judged by knows equal texts only. */
  async open(
    path: string,
    of: Partial<DatasetReference> = {},
    more: Partial<OpenVerifier> = {},
  ): Promise<OpenTask> {
    const reference: DatasetReference = {
      source: 'dataset',
      name: 'sums',
      settings: {},
      library: null,
      path,
      config: null,
      split: null,
      heldout: null,
      columns: { prompt: 'prompt', answer: 'answer', worked: null },
      instruction: null,
      verifier: { source: 'code', name: 'same', settings: {}, library: null, module: 'same', export: 'same' },
      ...of,
    };
    const same: OpenVerifier = {
      name: 'same',
      verify: ({ answer }, response) => ({
        score: Number(answer === response),
        correct: answer === response,
      }),
      ...more,
    };
    const task = await openDataset(reference, { baseFolder: this.path, libraries: new Map() }, () =>
      Promise.resolve(same),
    );
    this.opened.push(task);
    return task;
  }

  async remove(): Promise<void> {
    await Promise.all(this.opened.map((task) => task.close?.()));
    rmSync(this.path, { recursive: true, force: true });
  }
}

export interface Sum {
  prompt: string;
  answer: string;
}

/** So many different problems. */
export function sums(count: number, from = 0): Sum[] {
  return Array.from({ length: count }, (_, i) => ({
    prompt: `${from + i} + 1 =`,
    answer: String(from + i + 1),
  }));
}

export function jsonl(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
