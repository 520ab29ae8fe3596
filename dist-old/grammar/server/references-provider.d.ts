import type { DocumentHighlight, Location } from 'vscode-languageserver';
import { type Occurrence } from './meaning.ts';
import type { Session, View } from './session.ts';
/** Every place where a name stands, in all files around. */
export declare function occurrencesOfKey(session: Session, file: string, key: string): Occurrence[];
export declare function references(session: Session, view: View, offset: number, withDeclaration: boolean): Location[];
/** The same name in the same file. */
export declare function highlights(view: View, offset: number): DocumentHighlight[];
