import type { CompletionItem, TextEdit } from 'vscode-languageserver';
import { importEdit } from '../modules/import-edit.ts';
import { locate } from '../modules/locate.ts';
import type { Binding } from '../modules/module.ts';
import { spanAt } from '../source.ts';
import { declarationItem } from './completion-items.ts';
import { modulesToImport } from './modules-to-import.ts';
import { rangeOf } from './ranges.ts';
import type { Session, View } from './session.ts';

/** A name that a module exports and that this file does not know yet. */
export interface Importable {
  readonly name: string;
  readonly binding: Binding;
  /** What the import would name. */
  readonly specifier: string;
}

/** All that a file could import, files of its own package first. Names that it uses already are left out. */
export function importables(session: Session, view: View): Importable[] {
  const { scope } = view.module;
  const start = spanAt(view.source, 0, 0);
  return modulesToImport(session, view).flatMap(({ specifier }) => {
    const from = { kind: 'StringLiteral', value: specifier, span: start } as const;
    const located = locate(from, view.file, view.module.library, session.workspace);
    // A library whose modules cannot be found is told where it is imported.
    if ('problem' in located) return [];
    return located.targets.flatMap(({ file }) =>
      [...(session.view(file)?.module.exports ?? [])]
        .filter(([name]) => !scope.has(name))
        .map(([name, binding]) => ({ name, binding, specifier })),
    );
  });
}

/** Such names with the edit that imports each. Where two modules export one name, the second says of which it is. */
export function importableItems(view: View, found: readonly Importable[]): CompletionItem[] {
  const labels = new Set<string>();
  return found.map(({ name, binding, specifier }) => {
    const plain = declarationItem(name, binding.declaration, binding.module, 5);
    const label = labels.has(name) ? `${name} (${specifier})` : name;
    labels.add(label);
    return {
      ...plain,
      label,
      insertText: plain.insertText ?? name,
      filterText: name,
      labelDetails: { description: specifier },
      detail: `import from "${specifier}"\n${plain.detail ?? ''}`,
      additionalTextEdits: [importing(view, name, specifier)],
    };
  });
}

function importing(view: View, name: string, specifier: string): TextEdit {
  const { span, text } = importEdit(view.source, view.module.syntax, name, specifier);
  return { range: rangeOf(span), newText: text };
}
