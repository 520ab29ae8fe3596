import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { ProrlError } from '../../runtime/errors.ts';
import { Complaints } from '../../runtime/sources/dataset/complaints.ts';
import { ParquetReader } from '../../runtime/sources/dataset/parquet.ts';
import { drawHeldout } from '../../runtime/tasks/draw.ts';
import { testRandom } from '../support/random.ts';
import { Folder, jsonl, sums, type Sum } from './data.ts';

function parquet(
  rows: readonly Sum[],
  codec: 'SNAPPY' | 'UNCOMPRESSED' = 'SNAPPY',
  rowGroupSize = 1000,
): Uint8Array {
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'prompt', data: rows.map((row) => row.prompt), type: 'STRING' },
        { name: 'answer', data: rows.map((row) => row.answer), type: 'STRING' },
        { name: 'number', data: rows.map((_, i) => BigInt(i)), type: 'INT64' },
        { name: 'large', data: rows.map(() => 2n ** 60n), type: 'INT64' },
        { name: 'meta', data: rows.map((_, i) => ({ part: i })), type: 'JSON' },
      ],
      codec,
      rowGroupSize,
    }),
  );
}

describe('a data set of Parquet', function () {
  this.timeout(60_000);
  let folder: Folder;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());

  for (const codec of ['SNAPPY', 'UNCOMPRESSED'] as const) {
    it(`reads ${codec} row groups from anywhere`, async () => {
      folder.write('sums.parquet', parquet(sums(500), codec, 70));
      const task = await folder.open('sums.parquet');
      assert.equal(task.data!.train + task.data!.heldout, 500);
      for (const n of [task.data!.train - 1, 0, 200]) {
        const { prompt, answer, data } = await task.stock!.problem('train', n);
        const i = Number(answer) - 1;
        assert.equal(prompt, `${i} + 1 =`);
        assert.deepEqual(data, { prompt, answer, number: i, large: String(2n ** 60n), meta: { part: i } });
      }
    });
  }

  it('is split as the same rows of JSONL are', async () => {
    folder.write('sums.parquet', parquet(sums(300)));
    folder.write('sums.jsonl', jsonl(sums(300)));
    const [a, b] = [await folder.open('sums.parquet'), await folder.open('sums.jsonl')];
    const held = async (task: typeof a): Promise<string[]> =>
      (await drawHeldout(task, {}, 500, testRandom(1))).problems.map(({ prompt }) => prompt);
    assert.deepEqual(await held(a), await held(b));
  });

  it('names the columns that there are', async () => {
    folder.write('sums.parquet', parquet(sums(10)));
    await assert.rejects(
      folder.open('sums.parquet', { columns: { prompt: 'prompt', answer: 'anser', worked: null } }),
      (error: ProrlError) => {
        assert.match(error.message, /sums\.parquet, row 1, column "anser": there is no "anser"/);
        assert.match(error.hint!, /Did you mean answer: "answer"\? There are .*number/);
        return error.exitCode === 3;
      },
    );
  });

  describe('that is damaged', () => {
    // One thread for all of them: starting one takes longer than what it does here.
    const reader = new ParquetReader({ patience: () => 5000 });
    after(() => reader.close());

    /** Reads a file through and one row whole; anything but a row or a ProrlError fails. */
    const attempt = async (bytes: Uint8Array): Promise<'read' | 'refused'> => {
      folder.write('d.parquet', bytes);
      const complaints = new Complaints('sums');
      try {
        const path = join(folder.path, 'd.parquet');
        const table = await reader.open(path, 'd.parquet', ['prompt', 'answer'], complaints, () => undefined);
        for (let place = 0; place < table.rows; place += 25) await table.read(place);
        return 'read';
      } catch (error) {
        assert(error instanceof ProrlError, error instanceof Error ? error.stack : String(error));
        assert.match(error.message, /d\.parquet/);
        return 'refused';
      }
    };

    it('is refused where it was cut off, at whatever byte', async () => {
      const whole = parquet(sums(20));
      for (let length = 0; length < whole.length; length += 41) {
        assert.equal(await attempt(whole.slice(0, length)), 'refused', `${length} bytes`);
      }
    });

    it('is refused, or poses what it holds, and never breaks', async () => {
      const whole = parquet(sums(60), 'SNAPPY', 20);
      const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
          const bytes = whole.slice();
          for (const [at, byte] of changes) bytes[at] = byte;
          await attempt(bytes);
        }),
        { numRuns: 100 },
      );
    });
  });

  it('takes any bytes for a file of JSONL, and never breaks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        folder.write('random.jsonl', bytes);
        await assert.rejects(folder.open('random.jsonl'), ProrlError);
      }),
      { numRuns: 200 },
    );
  });
});
