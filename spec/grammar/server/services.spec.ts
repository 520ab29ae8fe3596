import assert from 'node:assert/strict';
import type {
  CodeAction,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  SemanticTokens,
  SignatureHelp,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { applied, Client } from './client.ts';
import { cursorBehind, example } from './example.ts';

describe('the language server over the protocol', () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  const at = (text: string, nth = 1) => client.write('main.prorl', cursorBehind(text, nth));
  const hoverText = async (text: string, nth = 1): Promise<string> => {
    const found = await client.ask<Hover | null>('hover', 'main.prorl', await at(text, nth));
    return found === null ? '' : (found.contents as { value: string }).value;
  };

  it('finds the example whole', async () => {
    await client.write('main.prorl', example);
    assert.deepEqual(await client.diagnostics('main.prorl'), []);
  });

  describe('hover', () => {
    it('draws a schedule with its values', async () => {
      const text = await hoverText('coefficient: trust');
      assert.match(text, /schedule trust: Coefficient = 0, linear to 0.02 over 30 steps/);
      assert.match(text, /0 → 0\.02 → 0\.005/);
      assert.match(text, /█/);
      assert.match(text, /0 at 0 · 0\.02 at 30 · 0\.005 at 75 steps/);
    });
    it('gives the value of a named value, and its type', async () => {
      const text = await hoverText('cooldown: patience');
      assert.match(text, /let patience: Count<steps> = 25 steps/);
      assert.match(text, /Value: `25 steps`/);
    });
    it('says what a field means and takes', async () => {
      assert.match(await hoverText('samples', 1), /Responses to each problem.*Default: `8 samples`/s);
    });
    it('shows doc comments, of other files too', async () => {
      assert.match(await hoverText('run explore(puzzles'), /What it practises\./);
      assert.match(
        await hoverText('chain_sum', 2),
        /task chain_sum\(terms: Range in 2\.\.12 = 2\.\.4.*Adds.*From `prorl`/s,
      );
    });
    it('explains metrics and what belongs to the language', async () => {
      assert.match(await hoverText('kl.mean'), /kl\.mean: Metric \(nats\)/);
      assert.match(
        await hoverText('heldout.chain_sum.pass@1'),
        /Unbiased pass@1 on the held-out problems of chain_sum/,
      );
      assert.match(await hoverText('linear', 1), /linear\(first, last, over/);
      assert.match(await hoverText('Count', 1), /Count<tokens>/);
      assert.match(await hoverText('k3'), /k1 \| abs \| k2 \| k3/);
    });
    it('works calculations out: of named values, on their signs, with schedules in them', async () => {
      const text = example
        .replace('let patience: Count<steps> = 25 steps', 'let patience: Count<steps> = 5 steps * (2 + 3)')
        .replace('longest: Count<tokens> = 40 tokens', 'longest: Count<tokens> = 2 * 20 tokens')
        .replace('coefficient: trust', 'coefficient: trust / 2');
      const on = async (words: string): Promise<string> => {
        const position = await client.write('main.prorl', cursorBehind(words, 1, text));
        const found = await client.ask<Hover | null>('hover', 'main.prorl', position);
        return found === null ? '' : (found.contents as { value: string }).value;
      };
      assert.match(await on('cooldown: patience'), /let patience.*Value: `25 steps`/s);
      assert.match(await on('= 5 steps *'), /Value: `25 steps`/);
      assert.match(await on('5 steps * (2 +'), /Value: `5`/);
      assert.match(await on('max_tokens: longest'), /Value: `40 tokens`/);
      assert.match(await on('coefficient: trust /'), /0 → 0\.01 → 0\.0025/);
      assert.deepEqual(await client.diagnostics('main.prorl'), []);
    });
    it('is silent on blank space', async () => {
      assert.equal(await hoverText('edition 2026\n'), '');
    });
  });

  describe('definition and references', () => {
    it('leads to the declaration', async () => {
      const [found] = await client.ask<Location[]>(
        'definition',
        'main.prorl',
        await at('coefficient: trust'),
      );
      assert.equal(found?.uri, client.uri('main.prorl'));
      assert.deepEqual(found.range.start, { line: 20, character: 9 });
    });
    it('leads into other files and to the files of an import', async () => {
      const [task] = await client.ask<Location[]>('definition', 'main.prorl', await at('product(', 1));
      assert.match(task!.uri, /stdlib\/tasks\.prorl$/);
      const [module] = await client.ask<Location[]>('definition', 'main.prorl', await at('"prorl/st'));
      assert.match(module!.uri, /stdlib\/stages\.prorl$/);
    });
    it('leads from an argument to its parameter, in a library too', async () => {
      const [found] = await client.ask<Location[]>('definition', 'main.prorl', await at('terms', 1));
      assert.match(found!.uri, /stdlib\/tasks\.prorl$/);
    });
    it('finds every use', async () => {
      const position = await at('mixture puzzles');
      const all = await client.ask<Location[]>('references', 'main.prorl', position, {
        context: { includeDeclaration: true },
      });
      assert.deepEqual(
        all.map(({ range }) => range.start.line),
        [9, 15, 36, 41],
      );
      const uses = await client.ask<Location[]>('references', 'main.prorl', position, {
        context: { includeDeclaration: false },
      });
      assert.equal(uses.length, 3);
    });
  });

  describe('rename', () => {
    const renamed = async (text: string, name: string, nth = 1): Promise<string> => {
      const edit = await client.ask<WorkspaceEdit>('rename', 'main.prorl', await at(text, nth), {
        newName: name,
      });
      return applied(example, edit, client.uri('main.prorl'));
    };
    it('changes a declaration with all of its uses, those in metrics too', async () => {
      const text = await renamed('suite heldout', 'unseen');
      assert.doesNotMatch(text, /heldout/);
      await client.write('main.prorl', text);
      assert.deepEqual(await client.diagnostics('main.prorl'), []);
    });
    it('changes a parameter inside its declaration', async () => {
      const text = await renamed('max_tokens: longest', 'most');
      assert.match(text, /explore\(mix: Mixture, most: Count<tokens> = 40 tokens\)/);
      assert.match(text, /max_tokens: most/);
    });
    it('changes the name that an import gives', async () => {
      const text = await renamed('\n  product', 'multiply');
      assert.match(text, /products as multiply/);
      assert.match(text, /multiply\(digits/);
    });
    it('refuses with a reason', async () => {
      const refuse = async (text: string, name: string, why: RegExp) =>
        assert.rejects(client.ask('rename', 'main.prorl', await at(text), { newName: name }), why);
      await refuse('chain_sum(', 'x', /comes from the package "prorl"/);
      await refuse('kl.mean', 'x', /belongs to the language/);
      await refuse('suite heldout', 'puzzles', /is declared in .* already/);
      await refuse('suite heldout', '3x', /is no name/);
      await refuse('suite heldout', 'and', /is a word of the language/);
      await refuse('suite heldout', 'x y', /is no name/);
      await refuse('mix: Mixture, longest', 'mix', /has a parameter "mix" already/);
      await assert.rejects(
        client.ask('prepareRename', 'main.prorl', await at('max_tokens')),
        /belongs to the language/,
      );
    });
  });

  describe('the view of a file', () => {
    it('has an outline', async () => {
      await client.write('main.prorl', example);
      const symbols = await client.about<DocumentSymbol[]>('documentSymbol', 'main.prorl');
      assert.deepEqual(
        symbols.map((one) => one.name),
        ['nano', 'puzzles', 'heldout', 'trust', 'patience', 'drifted', 'explore', 'main', 'drifting resets'],
      );
      const explore = symbols.find((one) => one.name === 'explore');
      assert.deepEqual(
        explore?.children?.map((one) => one.name),
        ['mixture', 'rollout', 'kl', 'reset when drifted'],
      );
    });
    it('folds blocks and imports', async () => {
      const folds = await client.about<FoldingRange[]>('foldingRange', 'main.prorl');
      assert.ok(folds.some((one) => one.startLine === 9 && one.endLine === 11));
      assert.ok(folds.some((one) => one.kind === 'imports' && one.startLine === 2 && one.endLine === 3));
    });
    it('colours names by what they are', async () => {
      const { data } = await client.about<SemanticTokens>('semanticTokens/full', 'main.prorl');
      assert.equal(data.length % 5, 0);
      const names = coloured(example, data);
      assert.equal(names.get('puzzles'), 'variable');
      assert.equal(names.get('grpo'), 'class');
      assert.equal(names.get('chain_sum'), 'function');
      assert.equal(names.get('longest'), 'parameter');
      assert.equal(names.get('rollout'), 'property');
      assert.equal(names.get('k3'), 'enumMember');
      assert.equal(names.get('kl.mean'), 'event');
    });
    it('hints at defaults and at where schedules end', async () => {
      const range = { start: { line: 0, character: 0 }, end: { line: 60, character: 0 } };
      const hints = await client.about<InlayHint[]>('inlayHint', 'main.prorl', { range });
      const labels = hints.map((one) => `${one.position.line}: ${one.label as string}`);
      assert.ok(labels.includes('10: , subtract: false'), labels.join('\n'));
      assert.ok(labels.includes('11: until 50 steps'), labels.join('\n'));
      assert.ok(labels.includes('20: until 30 steps'), labels.join('\n'));
      assert.ok(labels.includes('20: until 75 steps'), labels.join('\n'));
      assert.ok(labels.includes('28: temperature: 1  top_p: 1  refill: 0'), labels.join('\n'));
      assert.ok(labels.includes('36: , longest: 40 tokens'), labels.join('\n'));
    });
    it('helps with the parameters of a call', async () => {
      const help = await client.ask<SignatureHelp>(
        'signatureHelp',
        'main.prorl',
        await at('run explore(puzzles'),
      );
      assert.equal(help.signatures[0]?.label, 'explore(mix: Mixture, longest: Count<tokens> = 40 tokens)');
      assert.equal(help.activeParameter, 0);
      const named = await client.ask<SignatureHelp>(
        'signatureHelp',
        'main.prorl',
        await at('terms: 2..3, digits:'),
      );
      assert.equal(named.activeParameter, 1);
      const ramp = await client.ask<SignatureHelp>(
        'signatureHelp',
        'main.prorl',
        await at('linear(1, 2, over:'),
      );
      assert.equal(ramp.activeParameter, 2);
      const none = await client.ask('signatureHelp', 'main.prorl', await at('stage explore(mix'));
      assert.equal(none, null);
    });
    it('lays the file out', async () => {
      const untidy = example.replace('  tasks: puzzles\n', '      tasks:puzzles\n');
      await client.write('main.prorl', untidy);
      const edits = await client.about<TextEdit[]>('formatting', 'main.prorl', {
        options: { tabSize: 2, insertSpaces: true },
      });
      const uri = client.uri('main.prorl');
      const laidOut = applied(untidy, { changes: { [uri]: edits } }, uri);
      assert.match(laidOut, /\n {2}tasks: puzzles\n/);
      await client.write('main.prorl', laidOut);
      assert.deepEqual(await client.about('formatting', 'main.prorl', { options: {} }), []);
      await client.write('main.prorl', 'suite {{{');
      assert.deepEqual(await client.about('formatting', 'main.prorl', { options: {} }), []);
    });
  });

  describe('diagnostics and their fixes', () => {
    it('mends a wrong name', async () => {
      const wrong = example.replace('coefficient: trust', 'coefficient: trsut');
      await client.write('main.prorl', wrong);
      const [found, ...more] = await client.diagnostics('main.prorl');
      assert.equal(more.length, 0);
      assert.equal(found?.code, 'N0201');
      assert.equal(found.source, 'prorl');
      const actions = await client.about<CodeAction[]>('codeAction', 'main.prorl', {
        range: found.range,
        context: { diagnostics: [found] },
      });
      assert.equal(actions[0]?.title, 'Change it to "trust"');
      assert.equal(applied(wrong, actions[0].edit!, client.uri('main.prorl')), example);
    });
    it('mends a mistake in another file', async () => {
      await client.write('part.prorl', 'edition 2026\nlet five: Number = 5\n');
      await client.write('main.prorl', 'edition 2026\nimport { five } from "./part.prorl"\n');
      // The part is open in the editor and on no disk.
      const [found] = await client.diagnosticsUntil('main.prorl', (all) =>
        all.some((one) => one.code === 'M0205'),
      );
      const [action] = await client.about<CodeAction[]>('codeAction', 'main.prorl', {
        range: found!.range,
        context: { diagnostics: [] },
      });
      const uri = client.uri('part.prorl');
      assert.equal(
        applied('edition 2026\nlet five: Number = 5\n', action!.edit!, uri),
        'edition 2026\nexport let five: Number = 5\n',
      );
    });
    it('follows changes of an imported file', async () => {
      await client.write('part.prorl', 'edition 2026\nexport let five: Number = 5\n');
      await client.write('main.prorl', 'edition 2026\nimport { five } from "./part.prorl"\n');
      await client.diagnosticsUntil('main.prorl', (all) => all.length === 0);
      await client.write('part.prorl', 'edition 2026\nexport let six: Number = 6\n');
      await client.diagnosticsUntil('main.prorl', (all) => all.some((one) => one.code === 'M0205'));
    });
  });

  it('renames across files', async () => {
    const part = 'edition 2026\nexport let five: Number = 5\n';
    const main = 'edition 2026\nimport { five } from "./part.prorl"\nlet six: Number = five\n';
    await client.write('part.prorl', part);
    await client.write('main.prorl', main);
    const edit = await client.ask<WorkspaceEdit>(
      'rename',
      'main.prorl',
      { line: 2, character: 20 },
      { newName: 'cinq' },
    );
    assert.equal(applied(part, edit, client.uri('part.prorl')), part.replace('five', 'cinq'));
    assert.equal(applied(main, edit, client.uri('main.prorl')), main.replaceAll('five', 'cinq'));
  });
});

/** What each name is coloured as, by the name's text. */
function coloured(text: string, data: readonly number[]): Map<string, string> {
  const types = [
    'class',
    'function',
    'variable',
    'parameter',
    'property',
    'enumMember',
    'type',
    'event',
    'namespace',
    'struct',
  ];
  const lines = text.split('\n');
  const found = new Map<string, string>();
  let [line, column] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down, right, length, type] = data.slice(i, i + 4) as [number, number, number, number];
    column = down > 0 ? right : column + right;
    line += down;
    found.set(lines[line]!.slice(column, column + length), types[type]!);
  }
  return found;
}
