import { Command } from 'commander';
export function lspCommand() {
    return new Command('lsp')
        .description('answer an editor over the language server protocol')
        .option('--stdio', 'over standard input and output (the only way there is)')
        .option('--clientProcessId <ID>', 'end when this process ends')
        .addHelpText('after', '\nEditors start it themselves. Neovim: cmd = { "prorl", "lsp", "--stdio" }.')
        .action(lsp);
}
async function lsp() {
    const [{ createConnection, ProposedFeatures }, { serve }, { serverHost }] = await Promise.all([
        import('vscode-languageserver/node'),
        import("../../../grammar/server/index.js"),
        import("../language-server-host.js"),
    ]);
    // The protocol owns standard output; whatever else has something to say says it on stderr.
    console.log = console.info = console.debug = console.error;
    const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
    serve(connection, serverHost);
    // The server ends the process when the editor says so, or goes away.
    await new Promise(() => undefined);
}
