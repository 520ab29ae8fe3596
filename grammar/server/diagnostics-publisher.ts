import { DiagnosticSeverity, type Connection, type Diagnostic as Shown } from 'vscode-languageserver';
import { compile } from '../compile.ts';
import { codes, type Diagnostic } from '../diagnostics/index.ts';
import { rangeOf } from './ranges.ts';
import type { Session } from './session.ts';

/** What an open document leads to: diagnostics of it and of the files that it imports. */
interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: ReadonlySet<string>;
}

/** After this long without a change the graph is made too, for what only it shows. */
const idle = 400;

/**
 * Compiles the open documents soon after each change and publishes what is wrong, by file. Changes
 * that come while one is being worked on are taken together: nothing waits longer than it must.
 */
export class DiagnosticsPublisher {
  private readonly session: Session;
  private readonly connection: Connection;
  private readonly versionOf: (file: string) => number | undefined;
  private readonly outcomes = new Map<string, Outcome>();
  private readonly published = new Set<string>();
  private readonly dirty = new Set<string>();
  private soon: NodeJS.Timeout | undefined;
  private later: NodeJS.Timeout | undefined;
  /** How long the last round took, in milliseconds. */
  private took = 0;

  constructor(session: Session, connection: Connection, versionOf: (file: string) => number | undefined) {
    this.session = session;
    this.connection = connection;
    this.versionOf = versionOf;
  }

  of(file: string): readonly Diagnostic[] {
    if (this.dirty.size > 0) this.flush(false);
    return this.union(file);
  }

  /** A document was opened or changed, or a file on disk did (null: any). */
  changed(file: string | null): void {
    for (const one of this.session.openFiles) {
      const known = this.outcomes.get(one);
      if (file === null || one === file || known === undefined || known.files.has(file) || broken(known)) {
        this.dirty.add(one);
      }
    }
    clearTimeout(this.later);
    // One moment for keystrokes that arrive together; a slow program gets a longer one.
    this.soon ??= setTimeout(() => this.flush(true), this.took > 200 ? Math.min(this.took / 2, 500) : 1);
  }

  closed(file: string): void {
    this.outcomes.delete(file);
    this.dirty.delete(file);
    this.publish();
    this.changed(file);
  }

  stop(): void {
    clearTimeout(this.soon);
    clearTimeout(this.later);
  }

  private flush(publish: boolean): void {
    clearTimeout(this.soon);
    this.soon = undefined;
    const began = performance.now();
    const files = [...this.dirty];
    this.dirty.clear();
    for (const file of files) this.look(file, false);
    this.took = performance.now() - began;
    if (publish) this.publish();
    else this.soon = setTimeout(() => this.flush(true), 0);
    clearTimeout(this.later);
    this.later = setTimeout(() => {
      for (const file of this.session.openFiles) this.look(file, true);
      this.publish();
    }, idle);
  }

  private look(file: string, lower: boolean): void {
    const { workspace, cache } = this.session;
    try {
      const { diagnostics, sources } = compile(file, workspace, { parse: cache.parse, lower });
      this.outcomes.set(file, { diagnostics, files: new Set(sources.keys()) });
    } catch (error) {
      // A defect of the compiler: the editor goes on with what it knew.
      this.session.host.log(
        `${file}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }

  /** Each thing once, whichever of the open documents leads to it. */
  private union(file: string): Diagnostic[] {
    const seen = new Map<string, Diagnostic>();
    for (const { diagnostics } of this.outcomes.values()) {
      for (const one of diagnostics) {
        const { span } = one.primary;
        if (span.file === file) seen.set(`${one.code}|${span.start}|${span.end}|${one.message}`, one);
      }
    }
    return [...seen.values()].toSorted((a, b) => a.primary.span.start - b.primary.span.start);
  }

  private publish(): void {
    const files = new Set(this.session.openFiles);
    for (const { diagnostics } of this.outcomes.values()) {
      for (const one of diagnostics) files.add(one.primary.span.file);
    }
    for (const file of this.published) if (!files.has(file)) this.send(file, []);
    this.published.clear();
    for (const file of files) {
      this.published.add(file);
      this.send(file, this.union(file));
    }
  }

  private send(file: string, diagnostics: readonly Diagnostic[]): void {
    const version = this.versionOf(file);
    void this.connection.sendDiagnostics({
      uri: this.session.uriOf(file),
      ...(version === undefined ? {} : { version }),
      diagnostics: diagnostics.map((one) => shown(this.session, one)),
    });
  }
}

/** Whether an import led nowhere: any new file may mend it. */
function broken({ diagnostics }: Outcome): boolean {
  return diagnostics.some((one) => one.code.startsWith('M'));
}

/** A diagnostic as the protocol has it: the reason and the advice stand under the message. */
export function shown(session: Session, one: Diagnostic): Shown {
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
