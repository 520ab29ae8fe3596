import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, type ServerOptions } from 'vscode-languageclient/node';

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand('prorl.restart', restart),
    vscode.workspace.onDidChangeConfiguration((change) =>
      change.affectsConfiguration('prorl.path') ? restart() : undefined,
    ),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  client = undefined;
}

async function restart(): Promise<void> {
  await deactivate();
  await start();
}

async function start(): Promise<void> {
  const command = findCommand();
  // On Windows npm's commands are scripts, which only a shell starts.
  const run: ServerOptions = {
    command,
    args: ['lsp', '--stdio'],
    options: { shell: process.platform === 'win32' },
  };
  client = new LanguageClient('prorl', 'prorl', run, { documentSelector: [{ language: 'prorl' }] });
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const why = error instanceof Error ? error.message : String(error);
    const settings = 'Open settings';
    const chosen = await vscode.window.showErrorMessage(
      `prorl could not be started (${why}). Install it with "npm install prorl", or set prorl.path.`,
      settings,
    );
    if (chosen === settings)
      await vscode.commands.executeCommand('workbench.action.openSettings', 'prorl.path');
  }
}

/** The command of the settings, of the workspace, or of the PATH. An untrusted workspace's own is never run. */
function findCommand(): string {
  const set = vscode.workspace.getConfiguration('prorl').get<string>('path', '');
  if (set !== '') return set;
  const name = process.platform === 'win32' ? 'prorl.cmd' : 'prorl';
  const folders = vscode.workspace.isTrusted ? (vscode.workspace.workspaceFolders ?? []) : [];
  const local = folders
    .map(({ uri }) => join(uri.fsPath, 'node_modules', '.bin', name))
    .find((one) => existsSync(one));
  return local ?? name;
}
