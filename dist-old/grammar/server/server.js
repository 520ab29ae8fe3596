import { DidChangeWatchedFilesNotification, ErrorCodes, ResponseError, TextDocuments, TextDocumentSyncKind, } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions } from "./code-action-provider.js";
import { completion } from "./completion-provider.js";
import { definition } from "./definition-provider.js";
import { DiagnosticsPublisher, shown } from "./diagnostics-publisher.js";
import { foldingRanges } from "./folding-provider.js";
import { formatting } from "./formatting-provider.js";
import { hover } from "./hover-provider.js";
import { inlayHints } from "./inlay-hint-provider.js";
import { offsetAt } from "./ranges.js";
import { highlights, references } from "./references-provider.js";
import { prepareRename, rename, RenameRefused } from "./rename-provider.js";
import { legend, semanticTokens } from "./semantic-tokens-provider.js";
import { Session } from "./session.js";
import { signatureHelp } from "./signature-help-provider.js";
import { documentSymbols } from "./symbol-provider.js";
const capabilities = {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    completionProvider: { triggerCharacters: ['.', ':', '"', '/', '@', '{', '(', ' '] },
    signatureHelpProvider: { triggerCharacters: ['(', ','], retriggerCharacters: [':'] },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    documentFormattingProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    semanticTokensProvider: { legend, full: true, range: true },
    codeActionProvider: { codeActionKinds: ['quickfix'] },
    inlayHintProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};
/**
 * Answers an editor over a connection until it is closed. What cannot be answered is answered by
 * nothing, and why is logged: no document, however broken, ends the server.
 */
export function serve(connection, host) {
    const session = new Session(host);
    const documents = new TextDocuments(TextDocument);
    const publisher = new DiagnosticsPublisher(session, connection, (file) => documents.get(session.uriOf(file))?.version);
    const folders = new Set();
    let watches = false;
    const viewOf = (uri) => session.view(session.nameOf(uri));
    /** Answers from a document's view; `otherwise` where there is none or where something fails. */
    function answer(what, otherwise, give) {
        return (params) => {
            // The connection checks no types: an editor with a defect may send anything.
            if (typeof params?.textDocument?.uri !== 'string') {
                return new ResponseError(ErrorCodes.InvalidParams, `${what}: the request names no document`);
            }
            try {
                const view = viewOf(params.textDocument.uri);
                return view === null ? otherwise : give(view, params);
            }
            catch (error) {
                if (error instanceof RenameRefused)
                    return new ResponseError(ErrorCodes.InvalidRequest, error.message);
                host.log(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
                return otherwise;
            }
        };
    }
    const at = (view, position) => offsetAt(view.source, position);
    connection.onInitialize((params) => {
        const named = params.workspaceFolders ?? [];
        for (const uri of [
            ...named.map((one) => one.uri),
            ...(named.length === 0 && params.rootUri ? [params.rootUri] : []),
        ]) {
            const folder = host.toFile(uri);
            if (folder !== null)
                folders.add(folder);
        }
        session.setFolders([...folders]);
        watches = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
        return { capabilities, serverInfo: { name: 'prorl' } };
    });
    connection.onInitialized(() => {
        if (!watches)
            return;
        const watchers = [{ globPattern: '**/*.prorl' }, { globPattern: '**/package.json' }];
        void connection.client
            .register(DidChangeWatchedFilesNotification.type, { watchers })
            .catch((error) => host.log(`watching files: ${String(error)}`));
    });
    connection.onNotification('workspace/didChangeWorkspaceFolders', (params) => {
        for (const { uri } of params.event.added)
            folders.add(host.toFile(uri) ?? uri);
        for (const { uri } of params.event.removed)
            folders.delete(host.toFile(uri) ?? uri);
        session.setFolders([...folders]);
    });
    connection.onDidChangeWatchedFiles(() => {
        session.refresh();
        publisher.changed(null);
    });
    documents.onDidChangeContent(({ document }) => {
        const file = session.nameOf(document.uri);
        session.change(file, document.getText());
        publisher.changed(file);
    });
    documents.onDidClose(({ document }) => {
        const file = session.nameOf(document.uri);
        session.close(file);
        publisher.closed(file);
    });
    connection.onCompletion(answer('completion', [], (view, { position }) => completion(session, view, at(view, position))));
    connection.onHover(answer('hover', null, (view, { position }) => hover(session, view, at(view, position))));
    connection.onSignatureHelp(answer('signature help', null, (view, { position }) => signatureHelp(view, at(view, position))));
    connection.onDefinition(answer('definition', [], (view, { position }) => definition(session, view, at(view, position))));
    connection.onReferences(answer('references', [], (view, { position, context }) => references(session, view, at(view, position), context.includeDeclaration)));
    connection.onDocumentHighlight(answer('highlights', [], (view, { position }) => highlights(view, at(view, position))));
    connection.onPrepareRename(answer('rename', null, (view, { position }) => prepareRename(session, view, at(view, position))));
    connection.onRenameRequest(answer('rename', null, (view, { position, newName }) => rename(session, view, at(view, position), newName)));
    connection.onDocumentFormatting(answer('formatting', [], (view) => formatting(session, view)));
    connection.onDocumentSymbol(answer('symbols', [], (view) => documentSymbols(view)));
    connection.onFoldingRanges(answer('folding', [], (view) => foldingRanges(view)));
    connection.onCodeAction(answer('code actions', [], (view, { range }) => codeActions(session, view.file, publisher.of(view.file), range, (one) => shown(session, one))));
    connection.languages.semanticTokens.on(answer('semantic tokens', { data: [] }, (view) => semanticTokens(view)));
    connection.languages.semanticTokens.onRange(answer('semantic tokens', { data: [] }, (view, { range }) => semanticTokens(view, { from: range.start.line, to: range.end.line })));
    connection.languages.inlayHint.on(answer('inlay hints', [], (view, { range }) => inlayHints(session, view, { from: range.start.line, to: range.end.line })));
    connection.onShutdown(() => publisher.stop());
    documents.listen(connection);
    connection.listen();
}
