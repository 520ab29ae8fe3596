import type { CodeAction, Diagnostic as Shown, Range } from 'vscode-languageserver';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { Session } from './session.ts';
/** The fixes of all diagnostics that touch a range. A fix that only a person can make is in the message instead. */
export declare function codeActions(session: Session, file: string, diagnostics: readonly Diagnostic[], range: Range, show: (diagnostic: Diagnostic) => Shown): CodeAction[];
