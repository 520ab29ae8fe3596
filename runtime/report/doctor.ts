import type { SandboxReport } from '../sandbox/examine.ts';
import type { PackageReport } from '../sources/reasoning-gym-package.ts';
import type { BackendReport } from '../tensor/doctor.ts';
import { pad, type Style, width } from './style.ts';
import { wrap } from './wrap.ts';

export interface Machine {
  prorl: string;
  node: string;
  platform: string;
  arch: string;
}

/** What `prorl doctor` shows: each backend, whether it works here, why not and the command that mends it. */
export function doctorLines(
  machine: Machine,
  backends: readonly BackendReport[],
  picked: string | null,
  command: string,
  columns: number,
  s: Style,
): string[] {
  const lines = rows(backends, command, columns, s);
  const choice =
    picked === null
      ? s.red('No backend works here, so that nothing can be trained.')
      : `${s.bold(picked)} is picked where --backend is not given.`;
  const head = `${s.bold('prorl')} ${machine.prorl}  ${s.dim(`node ${machine.node}, ${machine.platform} ${machine.arch}`)}`;
  return [head, '', ...lines, '', choice].map((line) => (width(line) === 0 ? '' : line));
}

/** Which languages solutions may be written in here, and what contains them. */
export function sandboxLines(
  sandboxes: readonly SandboxReport[],
  command: string,
  columns: number,
  s: Style,
): string[] {
  return [s.bold('sandbox for solutions in'), '', ...rows(sandboxes, command, columns, s)];
}

/** Which packages are there that tasks pose their problems by. */
export function packageLines(
  packages: readonly PackageReport[],
  command: string,
  columns: number,
  s: Style,
): string[] {
  return [s.bold('packages for tasks'), '', ...rows(packages, command, columns, s)];
}

type Row = { readonly name: string } & (
  | { readonly works: true; readonly detail: string }
  | { readonly works: false; readonly why: string; readonly mend: string | undefined }
);

/** What works with a tick, what does not with why and what mends it. */
function rows(all: readonly Row[], command: string, columns: number, s: Style): string[] {
  const names = Math.max(...all.map(({ name }) => name.length));
  const indent = names + 5;
  return all.flatMap((row) => {
    const text = wrap(row.works ? row.detail : row.why, columns - indent);
    const mark = row.works ? s.green('✓') : s.dim('✗');
    const name = pad(row.works ? s.bold(row.name) : s.dim(row.name), names);
    const mend =
      row.works || row.mend === undefined ? [] : [`${s.dim('mend:')} ${s.cyan(shown(row.mend, command))}`];
    const all = [...text.map((line) => (row.works ? line : s.dim(line))), ...mend];
    return all.map((line, i) => (i === 0 ? `${mark} ${name}   ${line}` : `${' '.repeat(indent)}${line}`));
  });
}

/** A command of prorl in the form in which it can be typed here. */
function shown(mend: string, command: string): string {
  return mend.startsWith('prorl ') ? command + mend.slice('prorl'.length) : mend;
}
