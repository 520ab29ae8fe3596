import type { Range, WorkspaceEdit } from 'vscode-languageserver';
import type { Session, View } from './session.ts';
/** Why a name cannot be changed: told to whoever asked. */
export declare class RenameRefused extends Error {
}
/** The name that would change. @throws RenameRefused */
export declare function prepareRename(session: Session, view: View, offset: number): {
    range: Range;
    placeholder: string;
};
/**
 * Changes a name wherever it stands. A name given by an import's `as` changes in that file alone.
 * @throws RenameRefused
 */
export declare function rename(session: Session, view: View, offset: number, name: string): WorkspaceEdit;
