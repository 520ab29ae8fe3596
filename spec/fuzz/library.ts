import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../../grammar/parse.ts';
import { packageRoot } from '../../runtime/package-root.ts';
import { shippedFiles } from '../support/compile.ts';
import { corpus } from './mutate.ts';

/**
 * The shipped files, of whose library only those tasks are left that a program of the corpus names. The
 * library itself is not mutated, and to check all its tasks again would be most of the work for each program.
 */
export const smallLibrary: Readonly<Record<string, string>> = shortened();

function shortened(): Record<string, string> {
  const files = { ...shippedFiles };
  const modules = readdirSync(join(packageRoot, 'stdlib'))
    .filter((name) => name.endsWith('.prorl'))
    .map((name) => `/prorl/stdlib/${name}`);
  const shipped = new Set(modules.map((file) => files[file]));
  const named = new Set(corpus.filter((text) => !shipped.has(text)).flatMap((text) => text.match(/\w+/g)));
  for (const file of modules) {
    const text = files[file]!;
    const { declarations } = parse(file, text).file;
    const first = declarations[0]?.span.start ?? text.length;
    const kept = declarations.map((one, i) => {
      if (one.kind === 'TaskDeclaration' && !named.has(one.name.text)) return '';
      const end = one.span.end;
      return text.slice(i === 0 ? first : declarations[i - 1]!.span.end, end);
    });
    files[file] = `${text.slice(0, first)}${kept.join('\n')}\n`;
  }
  return files;
}
