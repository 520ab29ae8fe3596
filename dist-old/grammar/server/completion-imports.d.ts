import type { CompletionItem } from 'vscode-languageserver';
import type { Cursor } from './cursor.ts';
import type { Session, View } from './session.ts';
/** The modules that the string of an import may name: of installed packages, and files of one's own. */
export declare function importPaths(session: Session, view: View, { item, string }: Cursor): CompletionItem[];
/** What the module that an import names exports: `import { | } from "prorl/tasks"`. */
export declare function importedNames(session: Session, view: View, cursor: Cursor): CompletionItem[];
