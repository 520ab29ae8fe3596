import type { CompletionItem } from 'vscode-languageserver';
import type { Session, View } from './session.ts';
/** What may stand at an offset. The editor filters by the word that is there. */
export declare function completion(session: Session, view: View, offset: number): CompletionItem[];
