import { ExitCode, ProrlError } from '../errors.ts';
import type { DatasetRecord } from '../sources/opened.ts';

/**
 * Compares the data sets of a run with what it began with: a row drawn by its number would be another one. Throws a
 * ProrlError (pipeline) that says what changed, unless `allowed`; then the same is given back, as warnings.
 */
export function compareData(
  recorded: readonly DatasetRecord[],
  now: readonly DatasetRecord[],
  { folder, allowed }: { folder: string; allowed: boolean },
): string[] {
  const changes = now.flatMap((one) => {
    const before = recorded.find((other) => other.task === one.task && other.path === one.path);
    return before === undefined || before.sha256 === one.sha256 ? [] : [change(before, one)];
  });
  if (changes.length === 0 || allowed) {
    return changes.map((one) => `Resumed with other data than the run began with: ${one}.`);
  }
  throw new ProrlError(
    `The data changed after the run in ${folder} began:${changes.map((one) => `\n  ${one}`).join('')}`,
    {
      exitCode: ExitCode.pipeline,
      hint: `Put the data back as they were to go on exactly. To go on with the data as they are now: \`prorl resume ${folder} --changed-data\`.`,
    },
  );
}

function change(before: DatasetRecord, now: DatasetRecord): string {
  const earlier = new Map(before.files.map((file) => [file.path, file]));
  const later = new Set(now.files.map((file) => file.path));
  const parts = [
    ...now.files.flatMap((file) => {
      const old = earlier.get(file.path);
      if (old === undefined) return [`${file.path} is new`];
      if (old.sha256 === file.sha256) return [];
      const rows =
        old.rows === file.rows ? `${file.rows} rows as before` : `${file.rows} rows, ${old.rows} before`;
      return [`${file.path} has another content (${rows})`];
    }),
    ...before.files.flatMap(({ path }) => (later.has(path) ? [] : [`${path} is gone`])),
  ];
  return `${now.task}: ${parts.length === 0 ? 'its files are in another order' : parts.join(', ')}`;
}

/** What a reader of the results should know of the data. */
export function dataWarnings({
  data,
  warnings,
}: {
  readonly data: readonly DatasetRecord[];
  readonly warnings: readonly string[];
}): string[] {
  const held = data.flatMap(({ task, train, dropped }) =>
    dropped === 0
      ? []
      : [
          `${dropped} of the ${train + dropped} rows of ${task} are held out too (the same prompt): they are left out of training.`,
        ],
  );
  return [...held, ...warnings];
}
