import type { SourceFile } from '../ast.ts';
import type { Edit } from '../diagnostics/index.ts';
import { spanAt, type Source } from '../source.ts';
import { after } from '../span.ts';

/** Writes a name into the import of its module, or an import below those that there are. */
export function importEdit(source: Source, syntax: SourceFile, name: string, specifier: string): Edit {
  const { imports, edition } = syntax;
  const known = imports.find(({ from }) => from.kind === 'StringLiteral' && from.value === specifier);
  const beside = known?.names.at(-1);
  if (beside !== undefined) return { span: after(beside.span), text: `, ${name}` };
  const line = `import { ${name} } from "${specifier}"`;
  const above = imports.at(-1) ?? edition;
  if (above !== null) return { span: after(above.span), text: `${above === edition ? '\n\n' : '\n'}${line}` };
  // The comments at the top of a file tell of all of it: the import goes below them.
  const starts = syntax.declarations.map((one) => one.span.start);
  const at = starts.length === 0 ? source.text.length : Math.min(...starts);
  return { span: spanAt(source, at, at), text: `${line}\n\n` };
}
