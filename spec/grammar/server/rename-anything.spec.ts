import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Location, Position, WorkspaceEdit } from 'vscode-languageserver';
import { lex } from '../../../grammar/lex.ts';
import { makeSource } from '../../../grammar/source.ts';
import { applied, Client } from './client.ts';
import { example } from './example.ts';

const part = `edition 2026

/// How long it waits.
export let patience: Count<steps> = 5 steps * 5

export trigger drifted = kl.mean > 0.05 for 3 steps

export schedule rise(top: Coefficient = 0.02) = linear(0, top, over: 30 steps)
`;
const main = example
  .replace(
    'import { grpo }',
    'import { patience, drifted as strayed, rise } from "./part.prorl"\nimport { grpo }',
  )
  .replace(/let patience.*\n\n/, '')
  .replace(/trigger drifted.*\n\n/, '')
  .replace('when drifted', 'when strayed')
  .replace('coefficient: trust', 'coefficient: rise(top: 0.01)');
const other = `edition 2026

import { rise as up, drifted } from "./part.prorl"

let slow: Count<steps> = 10 steps
schedule both(top: Coefficient = 0.5): Coefficient = up(top: top)
trigger late = drifted or kl.mean > 0.2 for slow
`;
const files = { 'main.prorl': main, 'part.prorl': part, 'other.prorl': other };
type Name = keyof typeof files;
const names = Object.keys(files) as Name[];

/** Fresh ones, ones that are taken here or there, and words that the language uses for something else. */
const newNames = [
  ...['another', 'x_1', 'patience', 'drifted', 'strayed', 'rise', 'up', 'top', 'mix', 'longest', 'puzzles'],
  ...[
    'heldout',
    'chain_sum',
    'product',
    'grpo',
    'linear',
    'plateau',
    'steps',
    'tokens',
    'kl',
    'reward',
    'loss',
  ],
  ...[
    'reinforce',
    'none',
    'current',
    'reference',
    'step',
    'for',
    'when',
    'mixture',
    'run',
    'level',
    'Count',
    'k3',
    'samples',
    'share',
    'audit',
    'every',
  ],
];

interface Place {
  readonly name: Name;
  readonly at: Position;
}

/** The names of a text, in order. */
function words(name: Name, text: string): Place[] {
  return lex(makeSource(name, text)).tokens.flatMap(({ image, startLine, startColumn }) =>
    /^[A-Za-z_]/.test(image) ? [{ name, at: { line: startLine! - 1, character: startColumn! - 1 } }] : [],
  );
}

describe('renaming anything', function () {
  this.timeout(300_000);
  let client: Client;
  before(async () => {
    client = await Client.start(files);
  });
  after(() => client.stop());

  /** Where each name of the texts leads, as the nth name of a file: that holds whatever the names are. */
  async function meanings(texts: Readonly<Record<Name, string>>): Promise<string[]> {
    for (const name of names) await client.write(name, texts[name]);
    const places = names.flatMap((name) => words(name, texts[name]));
    return Promise.all(
      places.map(async ({ name, at }) => {
        const found = await client.ask<Location[]>('definition', name, at);
        return found
          .map(({ uri, range }) => {
            const file = names.find((one) => client.uri(one) === uri);
            if (file === undefined) return `${uri.slice(uri.lastIndexOf('/'))} ${range.start.line}`;
            const all = words(file, texts[file]);
            const { line, character } = range.start;
            return `${file} ${all.findIndex(({ at: one }) => one.line === line && one.character === character)}`;
          })
          .join();
      }),
    );
  }

  it('changes no other meaning in any file, and is undone by renaming back', async () => {
    const before = await meanings(files);
    for (const name of names) assert.deepEqual(await client.diagnostics(name), [], name);
    const places = names.flatMap((name) => words(name, files[name]));
    let done = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.constantFrom(...newNames),
        async ({ name, at }, newName) => {
          for (const one of names) await client.write(one, files[one]);
          const edit = await client
            .ask<WorkspaceEdit>('rename', name, at, { newName })
            .catch((error: Error) => assert.ok(error.message.length > 20, error.message) as never);
          if (edit === undefined) return;
          const texts = Object.fromEntries(
            names.map((one) => [one, applied(files[one], edit, client.uri(one))]),
          ) as Record<Name, string>;
          const shown = (): string => JSON.stringify({ newName, name, at, texts }, null, 2);
          if (names.every((one) => texts[one] === files[one])) return;
          // `import { a as b }`: where both names come to be the same, or differ, a word is more or less there.
          const after = await meanings(texts);
          if (after.length === before.length) assert.deepEqual(after, before, shown());
          for (const one of names) assert.deepEqual(await client.diagnostics(one), [], shown());
          done += 1;
        },
      ),
      { numRuns: Number(process.env['PRORL_RENAMES'] ?? 100) },
    );
    assert.ok(done >= 10, `only ${done} were not refused`);
  });
});
