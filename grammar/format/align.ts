import type { Mark } from './doc.ts';
import { columns } from './columns.ts';

/*
 * A mark stands in the laid-out text as a NUL (which no source has) and a letter. Neighbouring lines
 * with the same mark and indentation are brought to one column, unless a line grows too long by that.
 */
const letters: Readonly<Record<Mark, string>> = { value: 'v', block: 'b', comment: 'c' };

export function signOf(mark: Mark): string {
  return `\0${letters[mark]}`;
}

/** Turns the marks into spaces. */
export function align(text: string, width: number): string {
  let lines = text.split('\n');
  lines = alignMark(lines, signOf('value'), ' ', width, (line) => !/^ *[)\]}]/.test(line));
  lines = alignMark(lines, signOf('block'), ' ', width, (line) => /\}(?:\0c.*)?$/.test(line));
  lines = alignMark(lines, signOf('comment'), '  ', width, () => true);
  return lines.map((line) => line.trimEnd()).join('\n');
}

function alignMark(
  lines: readonly string[],
  sign: string,
  gap: string,
  width: number,
  takesPart: (line: string) => boolean,
): string[] {
  const out = [...lines];
  let run: number[] = [];
  const close = (): void => {
    const parts = run.map((i) => split(out[i]!, sign));
    const column = Math.max(0, ...parts.map(([before]) => columns(before)));
    const tooLong = parts.some(([, after]) => column + gap.length + columns(after.split('\0')[0]!) > width);
    run.forEach((i, n) => {
      const [before, after] = parts[n]!;
      out[i] = before + ' '.repeat(tooLong ? 0 : column - columns(before)) + gap + after;
    });
    run = [];
  };
  lines.forEach((line, i) => {
    const has = line.includes(sign) && takesPart(line);
    const isComment = sign !== signOf('comment') && /^ *\/\//.test(line);
    if (has && (run.length === 0 || indentOf(line) === indentOf(lines[run[0]!]!))) run.push(i);
    else if (has) {
      close();
      run.push(i);
    } else if (!isComment) close();
    if (!has && line.includes(sign)) out[i] = line.replaceAll(sign, gap);
  });
  close();
  return out;
}

function split(line: string, sign: string): [string, string] {
  const at = line.indexOf(sign);
  return [line.slice(0, at), line.slice(at + sign.length).replaceAll(sign, ' ')];
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
