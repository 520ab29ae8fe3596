import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface HeldStderr {
  hold(): boolean;
  release(): string;
}

/** The file that `prorl backend install` compiles beside the addon of tfjs-node. */
export const heldStderrFile = 'prorl_held_stderr.node';

/** What TensorFlow says of itself each time that it is loaded; no log level silences it. */
const sayings = [
  /^WARNING: All log messages before absl::InitializeLog\(\)/,
  /^I0000 .*oneDNN custom operations are on\./,
];

/**
 * Loads the addon at `binding` by `load`, without the lines that TensorFlow always writes to stderr meanwhile. All else
 * that was written follows once it is loaded, or has failed to. Whoever sets TF_CPP_MIN_LOG_LEVEL wants to see: nothing
 * is held back then.
 */
export function withoutSayings(binding: string | undefined, load: () => void): void {
  const file = binding === undefined ? undefined : join(dirname(binding), heldStderrFile);
  const wanted = process.env['TF_CPP_MIN_LOG_LEVEL'] !== undefined;
  if (wanted || file === undefined || !existsSync(file)) return load();
  const stderr = createRequire(import.meta.url)(file) as HeldStderr;
  stderr.hold();
  try {
    load();
  } finally {
    process.stderr.write(unsaid(stderr.release()));
  }
}

/** A text without the lines that are TensorFlow's sayings. */
export function unsaid(text: string): string {
  return text
    .split(/(?<=\n)/)
    .filter((line) => !sayings.some((saying) => saying.test(line)))
    .join('');
}
