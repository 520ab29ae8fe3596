import { type Connection } from 'vscode-languageserver';
import type { ServerHost } from './host.ts';
/**
 * Answers an editor over a connection until it is closed. What cannot be answered is answered by
 * nothing, and why is logged: no document, however broken, ends the server.
 */
export declare function serve(connection: Connection, host: ServerHost): void;
