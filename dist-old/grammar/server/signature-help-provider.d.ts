import type { SignatureHelp } from 'vscode-languageserver';
import type { View } from './session.ts';
/** The parameters of the call around an offset. */
export declare function signatureHelp(view: View, offset: number): SignatureHelp | null;
