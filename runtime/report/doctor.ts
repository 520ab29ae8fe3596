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
  const names = Math.max(...backends.map(({ name }) => name.length));
  const indent = names + 5;
  const lines = backends.flatMap((backend) => {
    const text = wrap(backend.works ? backend.detail : backend.why, columns - indent);
    const mark = backend.works ? s.green('✓') : s.dim('✗');
    const name = pad(backend.works ? s.bold(backend.name) : s.dim(backend.name), names);
    const mend =
      backend.works || backend.mend === undefined
        ? []
        : [`${s.dim('mend:')} ${s.cyan(shown(backend.mend, command))}`];
    const all = [...text.map((line) => (backend.works ? line : s.dim(line))), ...mend];
    return all.map((line, i) => (i === 0 ? `${mark} ${name}   ${line}` : `${' '.repeat(indent)}${line}`));
  });
  const choice =
    picked === null
      ? s.red('No backend works here, so that nothing can be trained.')
      : `${s.bold(picked)} is picked where --backend is not given.`;
  const head = `${s.bold('prorl')} ${machine.prorl}  ${s.dim(`node ${machine.node}, ${machine.platform} ${machine.arch}`)}`;
  return [head, '', ...lines, '', choice].map((line) => (width(line) === 0 ? '' : line));
}

/** A command of prorl in the form in which it can be typed here. */
function shown(mend: string, command: string): string {
  return mend.startsWith('prorl ') ? command + mend.slice('prorl'.length) : mend;
}
