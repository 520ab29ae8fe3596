import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver-protocol/node';
import type { Diagnostic, Position, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { packageRoot } from '../../../runtime/package-root.ts';

const mark = '<|>';

/** An editor for tests: a folder of files, and a server of its own that it talks to over the protocol. */
export class Client {
  readonly folder: string;
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  stderr = '';
  private readonly versions = new Map<string, number>();
  private readonly published = new Map<string, { version: number | undefined; diagnostics: Diagnostic[] }>();
  private waiting: (() => void)[] = [];

  private constructor(folder: string, process: ChildProcess, connection: MessageConnection) {
    this.folder = folder;
    this.process = process;
    this.connection = connection;
    connection.onNotification(
      'textDocument/publishDiagnostics',
      (params: { uri: string; version?: number; diagnostics: Diagnostic[] }) => {
        this.published.set(params.uri, { version: params.version, diagnostics: params.diagnostics });
        for (const wake of this.waiting.splice(0)) wake();
      },
    );
    process.stderr!.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
  }

  /** Starts a server in a new folder with these files. */
  static async start(files: Readonly<Record<string, string>> = {}): Promise<Client> {
    const folder = mkdtempSync(join(tmpdir(), 'prorl-lsp-'));
    for (const [name, text] of Object.entries({ 'package.json': '{ "name": "project" }', ...files })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const main = join(packageRoot, 'runtime/cli/main.ts');
    const server = spawn(process.execPath, ['--import', 'tsx', main, 'lsp', '--stdio'], {
      cwd: packageRoot,
      stdio: 'pipe',
    });
    const connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const client = new Client(folder, server, connection);
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities: {},
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  uri(name: string): string {
    return name.includes(':') ? name : pathToFileURL(join(this.folder, name)).href;
  }

  /** Opens a document or changes the whole of it; gives the place of the cursor mark, which is taken out. */
  async write(name: string, marked: string): Promise<Position> {
    const at = marked.indexOf(mark);
    const text = marked.replace(mark, '');
    const uri = this.uri(name);
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    if (version === 1) {
      await this.connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'prorl', version, text },
      });
    } else {
      await this.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
    }
    const before = text.slice(0, Math.max(at, 0)).split(/\r\n|\n|\r/);
    return { line: before.length - 1, character: before.at(-1)!.length };
  }

  /** One keystroke: puts `text` in place of what stands between two positions. */
  async edit(name: string, start: Position, end: Position, text: string): Promise<void> {
    const uri = this.uri(name);
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start, end }, text }],
    });
  }

  /** What the server says of a document as it is now. */
  async diagnostics(name: string): Promise<Diagnostic[]> {
    const uri = this.uri(name);
    const version = this.versions.get(uri);
    const until = Date.now() + 15_000;
    while (Date.now() < until) {
      const found = this.published.get(uri);
      if (found !== undefined && (version === undefined || found.version === version))
        return found.diagnostics;
      await this.next(until - Date.now());
    }
    throw new Error(`no diagnostics of ${name} version ${version}; stderr: ${this.stderr}`);
  }

  /** The diagnostics of a document once they are as wanted. */
  async diagnosticsUntil(
    name: string,
    wanted: (found: readonly Diagnostic[]) => boolean,
  ): Promise<Diagnostic[]> {
    const until = Date.now() + 15_000;
    while (Date.now() < until) {
      const found = this.published.get(this.uri(name))?.diagnostics;
      if (found !== undefined && wanted(found)) return found;
      await this.next(until - Date.now());
    }
    throw new Error(`the diagnostics of ${name} never came to be as wanted; stderr: ${this.stderr}`);
  }

  private next(timeout: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(timeout, 1));
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** A request about a place in a document. */
  ask<Result>(method: string, name: string, position: Position, more: object = {}): Promise<Result> {
    return this.connection.sendRequest<Result>(`textDocument/${method}`, {
      textDocument: { uri: this.uri(name) },
      position,
      ...more,
    });
  }

  /** A request about a whole document. */
  about<Result>(method: string, name: string, more: object = {}): Promise<Result> {
    return this.connection.sendRequest<Result>(`textDocument/${method}`, {
      textDocument: { uri: this.uri(name) },
      ...more,
    });
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const polite = this.connection
        .sendRequest('shutdown')
        .then(() => this.connection.sendNotification('exit'));
      // A server that no longer answers must not hold up the tests.
      const timer = setTimeout(() => this.process.kill(), 3000);
      polite.catch(() => this.process.kill());
      await ended;
      clearTimeout(timer);
    }
    this.connection.dispose();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A text with the edits of a workspace edit made in it. */
export function applied(text: string, edit: WorkspaceEdit | null, uri: string): string {
  const document = TextDocument.create(uri, 'prorl', 1, text);
  return TextDocument.applyEdits(document, [...(edit?.changes?.[uri] ?? [])]);
}
