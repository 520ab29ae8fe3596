import { pathToFileURL, fileURLToPath } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * As much of VS Code's extension interface as an extension needs that speaks to a language server: documents that
 * are opened and edited, the providers that it registers, the diagnostics that it shows. What is asked for and is not
 * here is an error, so that nothing passes because it was never called.
 */
export function vscodeHost(folder: string, settings: Readonly<Record<string, unknown>> = {}) {
  const documents: Document[] = [];
  const providers = new Map<string, Record<string, (...given: never[]) => unknown>>();
  const commands = new Map<string, (...given: unknown[]) => unknown>();
  const diagnostics = new Map<string, readonly { message: string; code?: unknown; range: Range }[]>();
  const messages: string[] = [];
  const changed = new EventEmitter();
  const configured = new EventEmitter();
  const [opened, edited, closed] = [new EventEmitter(), new EventEmitter(), new EventEmitter()];
  const never = new EventEmitter().event;
  const register =
    (kind: string) =>
    (_selector: unknown, provider: Record<string, () => unknown>): Disposable => {
      providers.set(kind, provider);
      return new Disposable(() => providers.delete(kind));
    };
  const collection = (name: string) => ({
    name,
    set: (uri: Uri, found: readonly { message: string; range: Range }[] | undefined): void => {
      diagnostics.set(uri.toString(), found ?? []);
      changed.fire(uri.toString());
    },
    get: (uri: Uri) => diagnostics.get(uri.toString()),
    has: (uri: Uri) => diagnostics.has(uri.toString()),
    delete: (uri: Uri) => diagnostics.delete(uri.toString()),
    clear: () => diagnostics.clear(),
    dispose: () => diagnostics.clear(),
  });
  const channel = (name: string) => ({
    name,
    logLevel: 3,
    onDidChangeLogLevel: never,
    ...Object.fromEntries(
      ['append', 'appendLine', 'replace', 'trace', 'debug', 'info', 'warn', 'error'].map((one) => [
        one,
        (text: string) => void messages.push(`${name}: ${text}`),
      ]),
    ),
    ...Object.fromEntries(['clear', 'show', 'hide', 'dispose'].map((one) => [one, () => undefined])),
  });
  const told = async (text: string): Promise<undefined> => void messages.push(text);
  const api = strict('vscode', {
    ...plainClasses(),
    ...{ Uri, Position, Range, Location, Disposable, EventEmitter, Diagnostic, CodeAction, CodeActionKind },
    ...{ CompletionItem, CancellationTokenSource, CancellationError, RelativePattern, WorkspaceEdit },
    ...{ DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 } },
    ...{ DiagnosticTag: { Unnecessary: 1, Deprecated: 2 }, CompletionItemTag: { Deprecated: 1 } },
    ...{
      SymbolTag: { Deprecated: 1 },
      LogLevel: { Off: 0, Trace: 1, Debug: 2, Info: 3, Warning: 4, Error: 5 },
    },
    ...{ CompletionItemKind: { Text: 0, Property: 9 }, SymbolKind: { Property: 6 } },
    ...{ CompletionTriggerKind: { Invoke: 0, TriggerCharacter: 1, TriggerForIncompleteCompletions: 2 } },
    ...{
      CodeActionTriggerKind: { Invoke: 1, Automatic: 2 },
      FoldingRangeKind: { Comment: 1, Imports: 2, Region: 3 },
    },
    ...{ SignatureHelpTriggerKind: { Invoke: 1, TriggerCharacter: 2, ContentChange: 3 } },
    ...{ DocumentHighlightKind: { Text: 0, Read: 1, Write: 2 }, TextDocumentSaveReason: { Manual: 1 } },
    ...{
      ProgressLocation: { Window: 10 },
      FileType: { File: 1, Directory: 2 },
      NotebookCellKind: { Code: 2 },
    },
    version: '1.140.0',
    env: strict('env', { language: 'en', appName: 'host', openExternal: async () => true }),
    commands: strict('commands', {
      registerCommand: (name: string, run: () => unknown) => {
        commands.set(name, run);
        return new Disposable(() => commands.delete(name));
      },
      executeCommand: async (name: string, ...given: unknown[]) => commands.get(name)?.(...given),
    }),
    extensions: strict('extensions', { getExtension: () => undefined }),
    window: strict('window', {
      ...{ visibleTextEditors: [], activeTextEditor: undefined },
      ...{ showErrorMessage: told, showWarningMessage: told, showInformationMessage: told },
      ...{ onDidChangeVisibleTextEditors: never, onDidChangeActiveTextEditor: never },
      tabGroups: { all: [], onDidChangeTabs: never, onDidChangeTabGroups: never },
      createOutputChannel: channel,
    }),
    languages: strict('languages', {
      match: (selector: unknown, document: Document): number => matches(selector, document.languageId),
      createDiagnosticCollection: collection,
      ...Object.fromEntries(provided.map((kind) => [`register${kind}Provider`, register(kind)])),
    }),
    workspace: strict('workspace', {
      ...{ isTrusted: true, notebookDocuments: [], textDocuments: documents },
      workspaceFolders: [{ uri: Uri.file(folder), name: 'project', index: 0 }],
      getWorkspaceFolder: () => ({ uri: Uri.file(folder), name: 'project', index: 0 }),
      getConfiguration: (section: string) => ({
        get: (key: string, otherwise: unknown) => settings[`${section}.${key}`] ?? otherwise,
        has: () => false,
        inspect: () => undefined,
      }),
      createFileSystemWatcher: () => ({
        ...{ onDidCreate: never, onDidChange: never, onDidDelete: never, dispose: () => undefined },
      }),
      ...{ onDidOpenTextDocument: opened.event, onDidChangeTextDocument: edited.event },
      ...{ onDidCloseTextDocument: closed.event, onDidChangeConfiguration: configured.event },
      ...{ onDidSaveTextDocument: never, onWillSaveTextDocument: never, onDidChangeWorkspaceFolders: never },
      ...{ onDidCreateFiles: never, onDidRenameFiles: never, onDidDeleteFiles: never },
      ...{ onWillCreateFiles: never, onWillRenameFiles: never, onWillDeleteFiles: never },
      ...{ onDidOpenNotebookDocument: never, onDidCloseNotebookDocument: never },
      ...{ onDidChangeNotebookDocument: never, onDidSaveNotebookDocument: never },
    }),
  });

  return {
    api,
    messages,
    commands,
    open(file: string, text: string): Document {
      const document = new Document(Uri.file(file), text);
      documents.push(document);
      opened.fire(document);
      return document;
    },
    edit(document: Document, start: Position, end: Position, text: string): void {
      const range = new Range(start, end);
      const contentChanges = [
        {
          ...{ range, text, rangeOffset: document.offsetAt(start) },
          rangeLength: document.offsetAt(end) - document.offsetAt(start),
        },
      ];
      document.change(contentChanges);
      edited.fire({ document, contentChanges, reason: undefined });
    },
    close(document: Document): void {
      documents.splice(documents.indexOf(document), 1);
      closed.fire(document);
    },
    diagnosticsOf: (document: Document) => diagnostics.get(document.uri.toString()) ?? [],
    /** Waits until the diagnostics of a document are as wanted, for at most 20 s. */
    async until(document: Document, wanted: (found: readonly { message: string }[]) => boolean) {
      const end = Date.now() + 20_000;
      for (;;) {
        const found = diagnostics.get(document.uri.toString());
        if (found !== undefined && wanted(found)) return found;
        if (Date.now() > end)
          throw new Error(`never as wanted: ${JSON.stringify(found)} ${messages.join('\n')}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    /** What a provider of the extension answers. */
    async ask<Result>(kind: string, method: string, ...given: unknown[]): Promise<Result> {
      const provider = providers.get(kind);
      if (provider === undefined) throw new Error(`no ${kind} provider: ${[...providers.keys()].join(' ')}`);
      return (await provider[method]!(...(given as never[]))) as Result;
    },
  };
}

const provided = [
  ...['CompletionItem', 'Hover', 'SignatureHelp', 'Definition', 'Reference', 'DocumentHighlight'],
  ...['DocumentSymbol', 'CodeActions', 'DocumentFormattingEdit', 'Rename', 'FoldingRange', 'InlayHints'],
  ...['DocumentSemanticTokens', 'DocumentRangeSemanticTokens'],
];

function matches(selector: unknown, language: string): number {
  if (Array.isArray(selector)) return Math.max(0, ...selector.map((one) => matches(one, language)));
  const wanted = typeof selector === 'string' ? selector : (selector as { language?: string }).language;
  return wanted === language ? 10 : 0;
}

function strict<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, member) {
      if (typeof member === 'symbol' || member === '__esModule' || member in target)
        return Reflect.get(target, member) as unknown;
      throw new Error(`${name}.${member} is not part of the host`);
    },
  });
}

/** Classes that only carry what they are made of, as far as the client looks at it. */
function plainClasses(): Record<string, unknown> {
  const names = [
    ...['SnippetString', 'MarkdownString', 'TextEdit', 'Hover', 'SignatureHelp', 'SignatureInformation'],
    ...['ParameterInformation', 'DocumentHighlight', 'DocumentSymbol', 'SymbolInformation', 'FoldingRange'],
    ...['InlayHint', 'InlayHintLabelPart', 'SemanticTokens', 'SemanticTokensEdit', 'SemanticTokensEdits'],
    ...['CompletionList', 'DiagnosticRelatedInformation', 'CodeLens', 'DocumentLink', 'CallHierarchyItem'],
    ...['TypeHierarchyItem', 'TabInputText', 'TabInputTextDiff', 'TabInputCustom', 'TabInputNotebook'],
  ];
  return Object.fromEntries(
    names.map((name) => [
      name,
      class {
        static readonly name = name;
        readonly given: readonly unknown[];
        value = '';
        constructor(...given: unknown[]) {
          this.given = given;
          if (typeof given[0] === 'string') this.value = given[0];
        }
        appendMarkdown(text: string): this {
          this.value += text;
          return this;
        }
        appendCodeblock(text: string, language: string): this {
          return this.appendMarkdown(`\n\`\`\`${language}\n${text}\n\`\`\`\n`);
        }
      },
    ]),
  );
}

export class Uri {
  readonly text: string;
  readonly scheme: string;
  constructor(text: string) {
    this.text = text;
    this.scheme = new URL(text).protocol.slice(0, -1);
  }
  static file = (path: string): Uri => new Uri(pathToFileURL(path).href);
  static parse = (text: string): Uri => new Uri(text);
  get fsPath(): string {
    return fileURLToPath(this.text);
  }
  get path(): string {
    return new URL(this.text).pathname;
  }
  toString(): string {
    return this.text;
  }
}

export class Position {
  readonly line: number;
  readonly character: number;
  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

export class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(start: Position | number, end: Position | number, endLine?: number, endCharacter?: number) {
    const numbers = typeof start === 'number';
    this.start = numbers ? new Position(start, end as number) : start;
    this.end = numbers ? new Position(endLine!, endCharacter!) : (end as Position);
  }
}

class Location {
  readonly uri: Uri;
  readonly range: Range;
  constructor(uri: Uri, range: Range) {
    this.uri = uri;
    this.range = range;
  }
}

class RelativePattern {
  readonly base: unknown;
  readonly pattern: string;
  constructor(base: unknown, pattern: string) {
    this.base = base;
    this.pattern = pattern;
  }
}

/** The edits by document. */
export class WorkspaceEdit {
  readonly changes = new Map<string, readonly { given: readonly unknown[] }[]>();
  set(uri: Uri, edits: readonly { given: readonly unknown[] }[]): void {
    this.changes.set(uri.toString(), edits);
  }
}

class Disposable {
  readonly dispose: () => void;
  constructor(dispose: () => void) {
    this.dispose = dispose;
  }
}

type Listener = (event: unknown) => unknown;

class EventEmitter {
  private readonly listeners = new Set<Listener>();
  readonly event = (listener: Listener, self?: unknown, all?: Disposable[]): Disposable => {
    const bound = listener.bind(self);
    this.listeners.add(bound);
    const disposable = new Disposable(() => this.listeners.delete(bound));
    all?.push(disposable);
    return disposable;
  };
  fire(event: unknown): void {
    for (const one of this.listeners) one(event);
  }
  dispose(): void {
    this.listeners.clear();
  }
}

class CancellationTokenSource {
  private readonly cancelled = new EventEmitter();
  readonly token = { isCancellationRequested: false, onCancellationRequested: this.cancelled.event };
  cancel(): void {
    this.token.isCancellationRequested = true;
    this.cancelled.fire(undefined);
  }
  dispose(): void {
    this.cancelled.dispose();
  }
}

class CancellationError extends Error {}

class Diagnostic {
  readonly range: Range;
  readonly message: string;
  readonly severity: number;
  constructor(range: Range, message: string, severity = 0) {
    this.range = range;
    this.message = message;
    this.severity = severity;
  }
}

class CompletionItem {
  readonly label: string;
  readonly kind: number | undefined;
  constructor(label: string, kind?: number) {
    this.label = label;
    this.kind = kind;
  }
}

class CodeAction {
  readonly title: string;
  readonly kind: unknown;
  constructor(title: string, kind?: unknown) {
    this.title = title;
    this.kind = kind;
  }
}

class CodeActionKind {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
  append(part: string): CodeActionKind {
    return new CodeActionKind(this.value === '' ? part : `${this.value}.${part}`);
  }
  static readonly Empty = new CodeActionKind('');
  static readonly QuickFix = new CodeActionKind('quickfix');
  static readonly Refactor = new CodeActionKind('refactor');
  static readonly RefactorExtract = new CodeActionKind('refactor.extract');
  static readonly RefactorInline = new CodeActionKind('refactor.inline');
  static readonly RefactorRewrite = new CodeActionKind('refactor.rewrite');
  static readonly Source = new CodeActionKind('source');
  static readonly SourceOrganizeImports = new CodeActionKind('source.organizeImports');
}

/** An open document, edited in place like VS Code's own. */
export class Document {
  readonly uri: Uri;
  readonly languageId = 'prorl';
  readonly isUntitled = false;
  private readonly inner: TextDocument;
  constructor(uri: Uri, text: string) {
    this.uri = uri;
    this.inner = TextDocument.create(uri.toString(), 'prorl', 1, text);
  }
  get version(): number {
    return this.inner.version;
  }
  get fileName(): string {
    return this.uri.fsPath;
  }
  getText(range?: Range): string {
    return this.inner.getText(range);
  }
  offsetAt(position: Position): number {
    return this.inner.offsetAt(position);
  }
  positionAt(offset: number): Position {
    const { line, character } = this.inner.positionAt(offset);
    return new Position(line, character);
  }
  change(changes: { range: Range; text: string }[]): void {
    TextDocument.update(this.inner, changes, this.version + 1);
  }
}
