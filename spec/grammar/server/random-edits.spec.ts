import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Diagnostic, Position, SemanticTokens } from 'vscode-languageserver';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createMessageConnection, type MessageConnection } from 'vscode-languageserver-protocol/node';
import { serve } from '../../../grammar/server/index.ts';
import { serverHost } from '../../../runtime/cli/language-server-host.ts';
import { Client } from './client.ts';
import { example } from './example.ts';

const part = `edition 2026

/// How long it waits.
export let patience: Count<steps> = 5 steps * 5

export trigger drifted = kl.mean > 0.05 for 3 steps
`;
const main = example
  .replace('import { grpo }', 'import { patience, drifted } from "./part.prorl"\nimport { grpo }')
  .replace(/let patience.*\n\n/, '')
  .replace(/trigger drifted.*\n\n/, '');
const files = { 'main.prorl': main, 'part.prorl': part };
type Name = keyof typeof files;
const names = Object.keys(files) as Name[];

/** Pieces of programs, of mistakes and of rubbish that an edit puts in. */
const pieces = [
  ...[
    '',
    '',
    'x',
    ' ',
    '\n',
    '\r\n',
    '{',
    '}',
    '(',
    ')',
    '"',
    '//',
    '/*',
    '*/',
    ',',
    ':',
    '-',
    '=',
    '1',
    '%',
    '.',
  ],
  ...[
    'kl.mean',
    '2 * 3 steps',
    'linear(1, 2, over: 5 steps)',
    'export ',
    '\n  seed: 4\n',
    '/// doc\n',
    '👩‍🔬',
    'é',
  ],
  ...[
    '\nlet more: Number = 1 + 2 * 3\n',
    '\ntrigger late = every 5 steps\n',
    'patience',
    'import { a } from "./part.prorl"\n',
  ],
];

const edit = fc.record({
  name: fc.constantFrom(...names),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(12), fc.nat(200)),
  text: fc.constantFrom(...pieces),
  /** Where things are asked. */
  asked: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 2 }),
});

function positionAt(text: string, share: number): Position {
  const lines = text.slice(0, Math.round(share * text.length)).split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

/** All that a server says of a text. Requests that are refused count by their message. */
async function answers(
  connection: MessageConnection,
  uri: string,
  positions: readonly Position[],
): Promise<Record<string, unknown>> {
  const out: Record<string, unknown> = {};
  const ask = async (key: string, method: string, more: object): Promise<void> => {
    out[key] = await connection
      .sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...more })
      .then(
        // Each answer has an id of its own.
        (found) => (method.startsWith('semanticTokens') ? (found as SemanticTokens).data : found),
        (error: Error) => `refused: ${error.message}`,
      );
  };
  for (const [i, position] of positions.entries()) {
    for (const one of [
      'hover',
      'completion',
      'definition',
      'signatureHelp',
      'documentHighlight',
      'prepareRename',
    ])
      await ask(`${one} ${i}`, one, { position });
    await ask(`references ${i}`, 'references', { position, context: { includeDeclaration: true } });
    await ask(`rename ${i}`, 'rename', { position, newName: 'another' });
  }
  const range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
  for (const one of ['documentSymbol', 'foldingRange', 'semanticTokens/full']) await ask(one, one, {});
  await ask('formatting', 'formatting', { options: {} });
  await ask('inlayHint', 'inlayHint', { range });
  await ask('codeAction', 'codeAction', { range, context: { diagnostics: [] } });
  return out;
}

/** A server that has never seen another text, over the protocol too. */
async function freshAnswers(
  client: Client,
  texts: Readonly<Record<Name, string>>,
  name: Name,
  positions: readonly Position[],
): Promise<{ found: Record<string, unknown>; diagnostics: Record<Name, Diagnostic[]> }> {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(there),
    new StreamMessageWriter(back),
  );
  serve(server, { ...serverHost, log: () => undefined });
  const connection = createMessageConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  const diagnostics: Partial<Record<string, Diagnostic[]>> = {};
  let wake = (): void => undefined;
  connection.onNotification(
    'textDocument/publishDiagnostics',
    (params: { uri: string; diagnostics: Diagnostic[] }) => {
      diagnostics[params.uri] = params.diagnostics;
      wake();
    },
  );
  connection.listen();
  try {
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: client.uri('.'),
      capabilities: {},
    });
    await connection.sendNotification('initialized', {});
    for (const [one, text] of Object.entries(texts))
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: client.uri(one), languageId: 'prorl', version: 1, text },
      });
    while (names.some((one) => diagnostics[client.uri(one)] === undefined))
      await new Promise<void>((resolve) => (wake = resolve));
    const found = await answers(connection, client.uri(name), positions);
    return {
      found,
      diagnostics: Object.fromEntries(names.map((one) => [one, diagnostics[client.uri(one)]!])) as never,
    };
  } finally {
    await connection.sendRequest('shutdown');
    connection.dispose();
    server.dispose();
  }
}

/** PRORL_EDITS: how many rows of six edits. */
const runs = Number(process.env['PRORL_EDITS'] ?? 4);

describe('the language server under random edits', function () {
  this.timeout(120_000 + runs * 30_000);
  let client: Client;
  before(async () => {
    client = await Client.start(files);
  });
  after(() => client.stop());

  it('says after each edit what a server says that never saw another text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 6, maxLength: 6 }), async (edits) => {
        const texts: Record<Name, string> = { ...files };
        for (const name of names) await client.write(name, files[name]);
        for (const { name, at, length, text, asked } of edits) {
          const before = texts[name];
          const start = Math.round(at * before.length);
          const end = Math.min(before.length, start + length);
          // An editor never splits a character or the two halves of a line's end.
          if (/^[\udc00-\udfff\n]/.test(before.slice(start)) || /^[\udc00-\udfff\n]/.test(before.slice(end)))
            continue;
          texts[name] = before.slice(0, start) + text + before.slice(end);
          const [from, to] = [start, end].map((one) =>
            positionAt(before, before.length === 0 ? 0 : one / before.length),
          );
          await client.edit(name, from!, to!, text);
          const positions = asked.map((one) => positionAt(texts[name], one));
          const fresh = await freshAnswers(client, texts, name, positions);
          for (const one of names)
            await client.diagnosticsUntil(one, (found) => isDeepStrictEqual(found, fresh.diagnostics[one]));
          const found = await answers(client.connection, client.uri(name), positions);
          assert.deepEqual(found, fresh.found, `after ${JSON.stringify(texts)}`);
        }
      }),
      { numRuns: runs },
    );
    assert.deepEqual(
      client.stderr.split('\n').filter((one) => one !== '' && !one.endsWith('it is not formatted.')),
      [],
    );
  });
});
