import { type InlayHint } from 'vscode-languageserver';
import type { Session, View } from './session.ts';
/** What holds though it is not written: defaults of fields and arguments, and where schedules end. */
export declare function inlayHints(session: Session, view: View, lines: {
    from: number;
    to: number;
}): InlayHint[];
