import type { Location } from 'vscode-languageserver';
import type { Session, View } from './session.ts';
/** Where the name at an offset is declared; for the string of an import, its files. */
export declare function definition(session: Session, view: View, offset: number): Location[];
