import type { WriteStream } from 'node:tty';

/** One output of the command, and what it can show. */
export interface Output {
  readonly isTerminal: boolean;
  readonly color: boolean;
  /** Columns; 100 where there is no terminal. */
  readonly width: number;
  write(text: string): void;
}

/** Data goes here. */
export const stdout: Output = output(process.stdout);

/** Messages and progress go here. */
export const stderr: Output = output(process.stderr);

function output(stream: NodeJS.WriteStream): Output {
  return {
    get isTerminal() {
      return isTerminal(stream);
    },
    get color() {
      return wantsColor(stream);
    },
    get width() {
      return stream.isTTY ? Math.max(40, stream.columns || 80) : 100;
    },
    write(text) {
      stream.write(text);
    },
  };
}

/** Whether lines may be drawn over: a terminal, no dumb one, and no CI job that keeps every byte. */
function isTerminal(stream: Partial<Pick<WriteStream, 'isTTY'>>): boolean {
  // Node leaves isTTY undefined on a pipe, whatever its types say.
  return stream.isTTY === true && process.env['TERM'] !== 'dumb' && !process.env['CI'];
}

/** NO_COLOR (https://no-color.org) wins over FORCE_COLOR; otherwise colours are for terminals only. */
function wantsColor(stream: Partial<Pick<WriteStream, 'isTTY'>>): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force } = process.env;
  if (no !== undefined && no !== '') return false;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return isTerminal(stream);
}

/** A reader that closes the pipe early (`prorl plan FILE | head`) ends the command quietly. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
      throw error;
    });
  }
}
