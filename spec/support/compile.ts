import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, renderDiagnostic, type Compilation, type CompileOptions } from '../../grammar/index.ts';
import { memoryWorkspace } from '../../grammar/memory-workspace.ts';
import { packageRoot } from '../../runtime/package-root.ts';

/** The standard library as it is shipped, and a small library beside it, as an installation has them. */
function installed(): Record<string, string> {
  const files: Record<string, string> = {
    '/prorl/package.json': readFileSync(join(packageRoot, 'package.json'), 'utf8'),
    '/prorl/models/nano/config.json': readFileSync(join(packageRoot, 'models/nano/config.json'), 'utf8'),
    '/project/node_modules/@acme/prorl-logic/package.json': JSON.stringify({
      name: '@acme/prorl-logic',
      version: '1.2.3',
      prorl: { modules: { logic: './logic.prorl' } },
    }),
    '/project/node_modules/@acme/prorl-logic/logic.prorl': `edition 2026
/// Who lives where?
export task zebra(people: Range in 2..6 = 3) = code("./zebra", export: "zebra")
`,
    '/project/node_modules/@acme/prorl-logic/zebra.ts': '',
    '/project/package.json': '{ "name": "project" }',
    '/project/riddle.ts': '',
    '/project/problems.jsonl': '{ "question": "What is 1 + 1?", "solution": "2" }\n',
    '/project/empty.jsonl': '\n',
  };
  for (const name of readdirSync(join(packageRoot, 'stdlib'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(prorl|ts)$/.test(name)) continue;
    const text = name.endsWith('.prorl') ? readFileSync(join(packageRoot, 'stdlib', name), 'utf8') : '';
    files[`/prorl/stdlib/${name}`] = text;
  }
  return files;
}

/** What is installed beside a project: the standard library and a small one, by path. */
export const shippedFiles: Readonly<Record<string, string>> = installed();

/** Compiles a text as /project/main.prorl, with the standard library and `@acme/prorl-logic` installed. */
export function compileText(
  text: string,
  options: CompileOptions & { files?: Readonly<Record<string, string>> } = {},
): Compilation {
  const { files, ...rest } = options;
  return compile(
    '/project/main.prorl',
    memoryWorkspace({ ...shippedFiles, ...files, '/project/main.prorl': text }),
    rest,
  );
}

/** All that a compilation says, as a person reads it; file names as they are called from the project. */
export function said(compilation: Compilation): string {
  return compilation.diagnostics
    .map((one) =>
      renderDiagnostic(one, compilation.sources, { display: (file) => file.replace(/^\/project\//, '') }),
    )
    .join('\n\n');
}

export function shippedWorkspace() {
  return memoryWorkspace(shippedFiles);
}
