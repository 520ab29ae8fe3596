import type { Hover } from 'vscode-languageserver';
import type { Session, View } from './session.ts';
/** Type, resolved value and doc comment of the name at an offset; a schedule is drawn. */
export declare function hover(session: Session, view: View, offset: number): Hover | null;
