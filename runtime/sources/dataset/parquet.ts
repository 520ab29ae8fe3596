import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { ExitCode, ProrlError } from '../../errors.ts';
import { startThread } from '../../own-modules.ts';
import { alarm } from '../../standstill.ts';
import { changedUnderway } from './changed.ts';
import type { Complaints } from './complaints.ts';
import type { ParquetReply, ParquetRequest } from './parquet-messages.ts';
import type { Row, Table, Visit } from './table.ts';

/**
 * Milliseconds that decoding a row group may take: a thread that starts is waited for too, and a busy machine decodes
 * some MiB a second. A damaged file of a few rows, which would be decoded without an end, is given up soon.
 */
const patienceFor = (bytes: number): number => Math.min(120_000, 15_000 + (400 * bytes) / 1024 ** 2);

/** MiB that the thread may hold. */
const MEMORY = 2048;

/** Rows that come over from the thread at once. */
const BATCH = 2048;

type Asked = ParquetRequest extends infer R ? (R extends unknown ? Omit<R, 'id'> : never) : never;

/** Parquet files, decoded in a thread that is started when the first is opened and ends with `close`. */
export class ParquetReader {
  private readonly patience: (bytes: number) => number;
  private worker: Worker | null = null;
  private last = 0;
  private readonly waiting = new Map<number, (reply: ParquetReply | { failure: string }) => void>();

  /** `patience`: milliseconds that a request may take for a row group of so many bytes, unpacked. */
  constructor({ patience = patienceFor }: { patience?: (bytes: number) => number } = {}) {
    this.patience = patience;
  }

  /** Reads the named columns of a whole file once. `columns` are dotted paths. */
  async open(
    path: string,
    shown: string,
    columns: readonly string[],
    complaints: Complaints,
    visit: Visit,
  ): Promise<Table> {
    const refuse = (why: string, hint: string, row?: number): never => {
      complaints.add({ file: shown, ...(row === undefined ? {} : { row }) }, why, hint, true);
      throw new Error('a complaint is raised');
    };
    const opened = await this.ask({ kind: 'open', path }, 0);
    if ('failure' in opened) return refuse(`it cannot be read as Parquet: ${opened.failure}`, BROKEN);
    const { starts, columns: names, bytes: sizes } = opened as Extract<ParquetReply, { starts: unknown }>;
    const wanted = names.filter((name) => columns.some((one) => one === name || one.startsWith(`${name}.`)));
    for (const [group, start] of starts.slice(0, -1).entries()) {
      const end = starts[group + 1]!;
      for (let from = start; from < end; from += BATCH) {
        const to = Math.min(end, from + BATCH);
        const reply = await this.ask({ kind: 'read', path, from, to, columns: wanted }, sizes[group]!);
        if ('failure' in reply) {
          return refuse(`rows ${start + 1} to ${end} (row group ${group + 1}): ${reply.failure}`, BROKEN);
        }
        const { rows } = reply as Extract<ParquetReply, { rows: unknown }>;
        // Columns that are not read are named all the same where one is looked for in vain.
        const others =
          from === 0
            ? Object.fromEntries(names.filter((n) => !wanted.includes(n)).map((n) => [n, null]))
            : {};
        for (const [i, row] of rows.entries()) visit({ ...others, ...row }, from + i + 1);
      }
    }
    const { bytes, sha256 } = await digest(path);
    return {
      rows: starts.at(-1)!,
      bytes,
      sha256,
      read: async (place) => {
        const size = sizes[starts.findLastIndex((start) => start <= place)]!;
        const reply = await this.ask({ kind: 'read', path, from: place, to: place + 1, columns: null }, size);
        if ('rows' in reply) return reply.rows[0] as Row;
        const why = 'failure' in reply ? reply.failure : 'no row came';
        if (why === 'CHANGED' || why.startsWith('ENOENT')) throw changedUnderway(shown);
        throw new ProrlError(`${shown}, row ${place + 1}, cannot be read: ${why}.`, {
          exitCode: ExitCode.runFailed,
          hint: BROKEN,
        });
      },
    };
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
    this.worker = null;
  }

  private async ask(asked: Asked, bytes: number): Promise<ParquetReply | { failure: string }> {
    this.worker ??= this.start();
    const { worker } = this;
    const id = ++this.last;
    const patience = this.patience(bytes);
    let silence: (() => void) | undefined;
    try {
      return await new Promise((resolve) => {
        this.waiting.set(id, resolve);
        silence = alarm(patience, () => {
          this.fail(worker, `decoding did not end within ${Math.round(patience / 1000)} s`);
          void worker.terminate();
        });
        worker.ref();
        worker.postMessage({ ...asked, id });
      });
    } finally {
      silence?.();
      this.waiting.delete(id);
      if (this.waiting.size === 0) worker.unref();
    }
  }

  private start(): Worker {
    const worker = startThread('runtime/sources/dataset/parquet-thread', {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
    worker.on('message', (reply: ParquetReply) => this.waiting.get(reply.id)?.(reply));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const full = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.fail(worker, full ? `it takes more than ${MEMORY} MiB to decode` : error.message);
    });
    worker.on('exit', () => this.fail(worker, 'the thread that decodes it ended'));
    return worker;
  }

  /** A thread that ended answers nothing more; the next request gets another. */
  private fail(worker: Worker, failure: string): void {
    if (this.worker !== worker) return;
    this.worker = null;
    for (const resolve of this.waiting.values()) resolve({ failure });
  }
}

const BROKEN =
  'The file is damaged, or not Parquet: fetch it again, or write it again as JSONL. Smaller row groups need less memory.';

async function digest(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
