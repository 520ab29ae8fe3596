import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { applied, Client } from './client.ts';

const folder = new URL('../../programs/bad/', import.meta.url);
const name = 'main.prorl';

/** How often a message is given, wherever it stands. */
function count(all: readonly Diagnostic[], { code, message }: Diagnostic): number {
  return all.filter((one) => one.code === code && one.message === message).length;
}

describe('code actions over the protocol', function () {
  this.timeout(300_000);
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  it('take the messages of all broken programs away that they belong to', async () => {
    const uri = client.uri(name);
    let [tried, programs] = [0, 0];
    for (const file of readdirSync(folder).filter((one) => one.endsWith('.prorl'))) {
      const text = readFileSync(new URL(file, folder), 'utf8');
      await client.write(name, text);
      const before = await client.diagnostics(name);
      const known = tried;
      // Asked of the whole file at once: an editor may, and each action says what it mends.
      const end = text.split(/\r\n|\n|\r/).length;
      const actions = await client.about<CodeAction[]>('codeAction', name, {
        range: { start: { line: 0, character: 0 }, end: { line: end, character: 0 } },
        context: { diagnostics: before },
      });
      for (const action of actions) {
        const [mends] = action.diagnostics!;
        assert.ok(count(before, mends!) > 0, `${file}: "${action.title}" mends what is not shown`);
        assert.deepEqual(Object.keys(action.edit!.changes!), [uri], file);
        await client.write(name, applied(text, action.edit!, uri));
        const after = await client.diagnostics(name);
        assert.ok(
          count(after, mends!) < count(before, mends!),
          `${file}: "${action.title}" leaves ${String(mends!.code)}: ${mends!.message}`,
        );
        tried += 1;
      }
      if (tried > known) programs += 1;
    }
    assert.ok(programs >= 80 && tried >= 100, `${tried} actions in ${programs} programs`);
  });
});
