import type { TextEdit } from 'vscode-languageserver';
import type { Session, View } from './session.ts';
/** The one change that lays the file out; none where it has syntax errors or is laid out already. */
export declare function formatting(session: Session, view: View): TextEdit[];
