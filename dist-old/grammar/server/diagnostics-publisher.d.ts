import { type Connection, type Diagnostic as Shown } from 'vscode-languageserver';
import { type Diagnostic } from '../diagnostics/index.ts';
import type { Session } from './session.ts';
/**
 * Compiles the open documents soon after each change and publishes what is wrong, by file. Changes
 * that come while one is being worked on are taken together: nothing waits longer than it must.
 */
export declare class DiagnosticsPublisher {
    private readonly session;
    private readonly connection;
    private readonly versionOf;
    private readonly outcomes;
    private readonly published;
    private readonly dirty;
    private soon;
    private later;
    /** How long the last round took, in milliseconds. */
    private took;
    constructor(session: Session, connection: Connection, versionOf: (file: string) => number | undefined);
    of(file: string): readonly Diagnostic[];
    /** A document was opened or changed, or a file on disk did (null: any). */
    changed(file: string | null): void;
    closed(file: string): void;
    stop(): void;
    private flush;
    private look;
    /** Each thing once, whichever of the open documents leads to it. */
    private union;
    private publish;
    private send;
}
/** A diagnostic as the protocol has it: the reason and the advice stand under the message. */
export declare function shown(session: Session, one: Diagnostic): Shown;
