import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { Client } from './client.ts';
import { cursorBehind, example } from './example.ts';

const requests = ['hover', 'completion', 'definition', 'signatureHelp', 'documentHighlight', 'prepareRename'];

describe('the language server in hard times', () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  /** Whether it still answers. */
  const lives = async (): Promise<void> => {
    const at = await client.write('alive.prorl', cursorBehind('coefficient: trust'));
    assert.notEqual(await client.ask('hover', 'alive.prorl', at), null);
  };
  const askAll = async (name: string, line: number, character: number): Promise<void> => {
    for (const one of requests) {
      await client
        .ask(one, name, { line, character })
        .catch((error: Error) => assert.match(error.message, /name|language|package/));
    }
    for (const one of ['documentSymbol', 'foldingRange', 'semanticTokens/full'])
      await client.about(one, name);
    const range = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };
    await client.about('inlayHint', name, { range });
    await client.about('codeAction', name, { range, context: { diagnostics: [] } });
    await client.about('formatting', name, { options: {} });
  };

  it('answers about unsaved documents', async () => {
    const at = await client.write('untitled:Untitled-1', cursorBehind('coefficient: trust'));
    assert.notEqual(await client.ask('hover', 'untitled:Untitled-1', at), null);
    await askAll('untitled:Untitled-1', 3, 4);
    await client.diagnosticsUntil('untitled:Untitled-1', () => true);
  });

  it('answers about files outside of every folder, and that do not exist', async () => {
    await client.write('file:///nowhere/at/all/x.prorl', 'edition 2026\nlet a: Number = b\n');
    const found = await client.diagnostics('file:///nowhere/at/all/x.prorl');
    assert.deepEqual(
      found.map((one) => one.code),
      ['N0201'],
    );
    await askAll('file:///nowhere/at/all/never-opened.prorl', 0, 0);
    await lives();
  });

  it('survives positions that are not there', async () => {
    await client.write('odd.prorl', 'edition 2026\n');
    for (const [line, character] of [
      [-1, -1],
      [0, 1e9],
      [1e9, 0],
      [5, 5],
    ] as const)
      await askAll('odd.prorl', line, character);
    await lives();
  });

  it('survives a file of 4 MB, and says that it is too large', async function () {
    this.timeout(60_000);
    await client.write('large.prorl', `edition 2026\n${'// a comment that goes on\n'.repeat(170_000)}`);
    const found = await client.diagnostics('large.prorl');
    assert.deepEqual(
      found.map((one) => one.code),
      ['P0102'],
    );
    await askAll('large.prorl', 5, 5);
    await lives();
  });

  it('survives every prefix of a program, and every request in it', async function () {
    this.timeout(60_000);
    for (let length = 0; length < example.length; length += 37) {
      const text = example.slice(0, length);
      await client.write('prefix.prorl', text);
      const lines = text.split('\n');
      await askAll('prefix.prorl', lines.length - 1, lines.at(-1)!.length);
    }
    const other = client.stderr
      .split('\n')
      .filter((one) => one !== '' && !one.endsWith('it is not formatted.'));
    assert.deepEqual(other, []);
  });

  it('survives NUL bytes, deep nesting and unfinished strings', async () => {
    for (const text of [
      '\0\0\0',
      '{'.repeat(10_000),
      '"unfinished',
      '/* open',
      '\u2028\ud800 x',
      'import { a } from "',
    ]) {
      await client.write('rubbish.prorl', text);
      await askAll('rubbish.prorl', 0, text.length);
      assert.ok(
        (await client.diagnosticsUntil('rubbish.prorl', (all: readonly Diagnostic[]) => all.length > 0))
          .length > 0,
      );
    }
    await lives();
  });

  it('answers unknown and malformed requests by errors', async () => {
    await assert.rejects(client.connection.sendRequest('prorl/noSuchThing', {}));
    await assert.rejects(
      client.connection.sendRequest('textDocument/hover', { nothing: true }),
      /names no document/,
    );
    client.process.stdin!.write('Content-Length: 10\r\n\r\n{ broken }');
    await lives();
  });

  it('notices that an import was deleted', async () => {
    await client.write('part.prorl', 'edition 2026\nexport let five: Number = 5\n');
    await client.write('whole.prorl', 'edition 2026\nimport { five } from "./part.prorl"\n');
    await client.diagnosticsUntil('whole.prorl', (all) => all.length === 0);
    await client.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: client.uri('part.prorl') },
    });
    await client.diagnosticsUntil('whole.prorl', (all) => all.some((one) => one.code === 'M0201'));
  });
});
