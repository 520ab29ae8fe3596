import type { Import, ImportedName, Name } from '../ast.ts';
import { listed, nearest, problem, replace, type Diagnostic } from '../diagnostics/index.ts';
import type { Span } from '../span.ts';
import type { Binding, Module } from './module.ts';

/** An import with the modules that it may take names from; null: they were not found, which is reported. */
export interface ResolvedImport {
  readonly import: Import;
  readonly from: readonly Module[] | null;
}

/**
 * Makes a module: gives each name its meaning, and reports names that clash or are not exported. `lost`: the names
 * that syntax errors may have taken; null where there are none.
 */
export function bindNames(
  read: Pick<Module, 'file' | 'library' | 'syntax' | 'checked'>,
  lost: ReadonlySet<string> | null,
  imports: readonly ResolvedImport[],
  report: Diagnostic[],
): Module {
  const scope = new Map<string, Binding>();
  const exports = new Map<string, Binding>();
  const unresolved = new Set<string>();
  const places = new Map<string, { span: Span; how: string; binding: Binding }>();
  const damage = { damaged: lost !== null, lost: lost ?? new Set<string>() };
  const module: Module = { ...read, ...damage, scope, exports, unresolved };

  const bind = (name: Name, binding: Binding, how: string): void => {
    const earlier = places.get(name.text);
    if (earlier === undefined) {
      places.set(name.text, { span: name.span, how, binding });
      scope.set(name.text, binding);
    } else if (earlier.binding.declaration !== binding.declaration || how === 'declared') {
      report.push(clash(name, how, earlier));
    } else {
      report.push(importedTwice(name, earlier.span));
    }
  };
  for (const { import: found, from } of imports) {
    for (const imported of found.names) {
      if (imported.alias.text === '') continue;
      const binding = from === null ? undefined : find(imported, found, from, report);
      if (binding === undefined) unresolved.add(imported.alias.text);
      else bind(imported.alias, binding, 'imported');
    }
  }
  for (const declaration of read.syntax.declarations) {
    if (declaration.kind === 'TestDeclaration' || declaration.name.text === '') continue;
    const binding: Binding = { module, declaration };
    bind(declaration.name, binding, 'declared');
    if (declaration.exported && !exports.has(declaration.name.text))
      exports.set(declaration.name.text, binding);
  }
  return module;
}

function find(
  imported: ImportedName,
  found: Import,
  from: readonly Module[],
  report: Diagnostic[],
): Binding | undefined {
  const { text, span } = imported.name;
  const bindings = from.flatMap((m) => m.exports.get(text) ?? []);
  const [first] = bindings;
  if (bindings.length === 1) return first;
  const source = found.from.kind === 'StringLiteral' ? found.from.value : '';
  if (first !== undefined) {
    report.push(
      problem('M0207', span, `several modules of "${source}" export "${text}"`, {
        secondary: bindings.map((b) => ({ span: b.declaration.name.span, text: 'one of them' })),
        reason: 'An import of the package as a whole looks in all its modules.',
        fix: { title: `name the module: "${source}/MODULE"`, edits: [] },
      }),
    );
    return undefined;
  }
  // What is there may have been lost to a syntax error, which is reported in its own file.
  if (from.some((m) => m.lost.has(text))) return undefined;
  report.push(notExported(imported, source, from));
  return undefined;
}

function notExported(imported: ImportedName, source: string, from: readonly Module[]): Diagnostic {
  const { text, span } = imported.name;
  const hidden = from.flatMap((m) => m.syntax.declarations).find((d) => d.name.text === text && !d.exported);
  if (hidden !== undefined) {
    const start = {
      ...hidden.span,
      end: hidden.span.start,
      endLine: hidden.span.line,
      endColumn: hidden.span.column,
    };
    const own = from.every((m) => m.library === null);
    return problem('M0205', span, `"${source}" declares "${text}" but does not export it`, {
      secondary: [{ span: hidden.name.span, text: 'declared here' }],
      reason: 'Only what a module exports can be imported.',
      ...(own ? { fix: replace(start, 'export ', `write "export" before it`) } : {}),
    });
  }
  const names = from.flatMap((m) => [...m.exports.keys()]);
  const near = nearest(text, names);
  return problem('M0205', span, `"${source}" exports no "${text}"`, {
    reason: names.length === 0 ? 'It exports nothing.' : `It exports ${listed(names.toSorted(), 'and', 20)}.`,
    fix: near === undefined ? undefined : replace(span, near, `did you mean "${near}"?`),
  });
}

function clash(name: Name, how: string, earlier: { span: Span; how: string; binding: Binding }): Diagnostic {
  const rename =
    how === 'imported'
      ? replace(
          name.span,
          `${name.text} as other_${name.text}`,
          'import one of them under another name with "as"',
        )
      : { title: 'give one of them another name', edits: [] };
  return problem('M0207', name.span, `"${name.text}" is ${earlier.how} already`, {
    label: `${how} again here`,
    secondary: [{ span: earlier.span, text: `first ${earlier.how} here` }],
    reason: 'In a file a name means one thing.',
    fix: rename,
  });
}

function importedTwice(name: Name, earlier: Span): Diagnostic {
  return problem('M0207', name.span, `"${name.text}" is imported twice`, {
    secondary: [{ span: earlier, text: 'first here' }],
    fix: { title: 'remove one of the two', edits: [] },
  });
}
