import { DiagnosticSeverity } from 'vscode-languageserver';
import { compile } from "../compile.js";
import { codes } from "../diagnostics/index.js";
import { rangeOf } from "./ranges.js";
/** After this long without a change the graph is made too, for what only it shows. */
const idle = 400;
/**
 * Compiles the open documents soon after each change and publishes what is wrong, by file. Changes
 * that come while one is being worked on are taken together: nothing waits longer than it must.
 */
export class DiagnosticsPublisher {
    session;
    connection;
    versionOf;
    outcomes = new Map();
    published = new Set();
    dirty = new Set();
    soon;
    later;
    /** How long the last round took, in milliseconds. */
    took = 0;
    constructor(session, connection, versionOf) {
        this.session = session;
        this.connection = connection;
        this.versionOf = versionOf;
    }
    of(file) {
        if (this.dirty.size > 0)
            this.flush(false);
        return this.union(file);
    }
    /** A document was opened or changed, or a file on disk did (null: any). */
    changed(file) {
        for (const one of this.session.openFiles) {
            const known = this.outcomes.get(one);
            if (file === null || one === file || known === undefined || known.files.has(file) || broken(known)) {
                this.dirty.add(one);
            }
        }
        clearTimeout(this.later);
        // One moment for keystrokes that arrive together; a slow program gets a longer one.
        this.soon ??= setTimeout(() => this.flush(true), this.took > 200 ? Math.min(this.took / 2, 500) : 5);
    }
    closed(file) {
        this.outcomes.delete(file);
        this.dirty.delete(file);
        this.publish();
        this.changed(file);
    }
    stop() {
        clearTimeout(this.soon);
        clearTimeout(this.later);
    }
    flush(publish) {
        clearTimeout(this.soon);
        this.soon = undefined;
        const began = performance.now();
        const files = [...this.dirty];
        this.dirty.clear();
        for (const file of files)
            this.look(file, false);
        this.took = performance.now() - began;
        if (publish)
            this.publish();
        else
            this.soon = setTimeout(() => this.flush(true), 0);
        clearTimeout(this.later);
        this.later = setTimeout(() => {
            for (const file of this.session.openFiles)
                this.look(file, true);
            this.publish();
        }, idle);
    }
    look(file, lower) {
        const { workspace, cache } = this.session;
        try {
            const { diagnostics, sources } = compile(file, workspace, { parse: cache.parse, lower });
            this.outcomes.set(file, { diagnostics, files: new Set(sources.keys()) });
        }
        catch (error) {
            // A defect of the compiler: the editor goes on with what it knew.
            this.session.host.log(`${file}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        }
    }
    /** Each thing once, whichever of the open documents leads to it. */
    union(file) {
        const seen = new Map();
        for (const { diagnostics } of this.outcomes.values()) {
            for (const one of diagnostics) {
                const { span } = one.primary;
                if (span.file === file)
                    seen.set(`${one.code}|${span.start}|${span.end}|${one.message}`, one);
            }
        }
        return [...seen.values()].toSorted((a, b) => a.primary.span.start - b.primary.span.start);
    }
    publish() {
        const files = new Set(this.session.openFiles);
        for (const { diagnostics } of this.outcomes.values()) {
            for (const one of diagnostics)
                files.add(one.primary.span.file);
        }
        for (const file of this.published)
            if (!files.has(file))
                this.send(file, []);
        this.published.clear();
        for (const file of files) {
            this.published.add(file);
            this.send(file, this.union(file));
        }
    }
    send(file, diagnostics) {
        const version = this.versionOf(file);
        void this.connection.sendDiagnostics({
            uri: this.session.uriOf(file),
            ...(version === undefined ? {} : { version }),
            diagnostics: diagnostics.map((one) => shown(this.session, one)),
        });
    }
}
/** Whether an import led nowhere: any new file may mend it. */
function broken({ diagnostics }) {
    return diagnostics.some((one) => one.code.startsWith('M'));
}
/** A diagnostic as the protocol has it: the reason and the advice stand under the message. */
export function shown(session, one) {
    const { span, text } = one.primary;
    const advice = one.fix !== undefined && one.fix.edits.length === 0 ? one.fix.title : '';
    return {
        range: rangeOf(span),
        severity: one.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        code: one.code,
        source: 'prorl',
        message: [one.message + (text === '' ? '' : `: ${text}`), one.reason ?? '', advice]
            .filter((part) => part !== '')
            .join('\n'),
        relatedInformation: one.secondary.map((label) => ({
            location: { uri: session.uriOf(label.span.file), range: rangeOf(label.span) },
            message: label.text === '' ? codes[one.code] : label.text,
        })),
    };
}
