import type { CompletionItem } from 'vscode-languageserver';
import { locate } from '../modules/locate.ts';
import { declarationItem, moduleItem } from './completion-items.ts';
import type { Cursor } from './cursor.ts';
import { spanAt } from '../source.ts';
import { modulesToImport } from './modules-to-import.ts';
import type { Session, View } from './session.ts';

/** The modules that the string of an import may name. */
export function importPaths(session: Session, view: View, { item, string }: Cursor): CompletionItem[] {
  if (item[0]?.image !== 'import' || string === null) return [];
  return modulesToImport(session, view).map(({ specifier, from }) => moduleItem(specifier, from));
}

/** What the module that an import names exports: `import { | } from "prorl/tasks"`. */
export function importedNames(session: Session, view: View, cursor: Cursor): CompletionItem[] {
  const { text } = view.source;
  const behind = /^[^{}"]*\}\s*from\s*"([^"\n]*)"/.exec(text.slice(cursor.offset, cursor.offset + 2000));
  const specifier = behind?.[1];
  if (specifier === undefined) return [];
  const span = spanAt(view.source, cursor.offset, cursor.offset);
  const located = locate(
    { kind: 'StringLiteral', value: specifier, span },
    view.file,
    view.module.library,
    session.workspace,
  );
  if ('problem' in located) return [];
  const head = text.slice(text.lastIndexOf('{', cursor.offset - 1), cursor.offset);
  const taken = new Set([...head.matchAll(/\w+/g)].map(([word]) => word));
  return located.targets.flatMap(({ file }) => {
    const exports = session.view(file)?.module.exports ?? new Map();
    return [...exports].flatMap(([name, { declaration, module }]) => {
      if (taken.has(name) && name !== cursor.word) return [];
      const plain = declarationItem(name, declaration, module);
      // A name alone, without the parentheses of a call.
      delete plain.insertText;
      delete plain.insertTextFormat;
      return [plain];
    });
  });
}
