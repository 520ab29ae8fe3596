import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../../grammar/compile.ts';
import { memoryWorkspace } from '../../../grammar/memory-workspace.ts';
import { parse } from '../../../grammar/parse.ts';
import { readTree, storeTree } from '../../../grammar/stored-tree.ts';
import { ParseCache } from '../../../grammar/parse-cache.ts';
import type { Workspace } from '../../../grammar/workspace.ts';
import { packageRoot } from '../../../runtime/package-root.ts';
import { shippedFiles } from '../../support/compile.ts';

const standard = Object.entries(shippedFiles).filter(([file]) =>
  /^\/prorl\/stdlib\/[\w-]+\.prorl$/.test(file),
);
const stored = new Map(standard.map(([file, text]) => [file, storeTree(text, parse(file, text).file)]));

describe('trees of the standard library, stored', () => {
  for (const [file, text] of standard) {
    it(`${file}: read again, the tree is the one that parsing gives`, () => {
      assert.deepEqual(readTree(stored.get(file)!, file, text), parse(file, text).file);
    });
  }

  it('the tree of another text is not taken', () => {
    const [file, text] = standard[0]!;
    assert.equal(readTree(stored.get(file)!, file, `${text}\n`), null);
  });

  const programs = ['spec/programs', 'spec/programs/bad', 'pipelines'].flatMap((folder) =>
    readdirSync(join(packageRoot, folder))
      .filter((name) => name.endsWith('.prorl'))
      .map((name) => join(folder, name)),
  );
  it(`says of ${programs.length} programs what is said of them without`, () => {
    const cache = new ParseCache();
    const trees = new Map(standard.map(([file, text]) => [file, readTree(stored.get(file)!, file, text)]));
    for (const program of programs) {
      const entry = '/project/main.prorl';
      const texts = { ...shippedFiles, [entry]: readFileSync(join(packageRoot, program), 'utf8') };
      const parsed = memoryWorkspace(texts);
      let asked = 0;
      const known: Workspace['known'] = (file) => {
        const tree = trees.get(file) ?? null;
        asked += tree === null ? 0 : 1;
        return tree;
      };
      const imports = /from "prorl/.test(texts[entry]!);
      const [with_, without] = [compile(entry, { ...parsed, known }), compile(entry, parsed, cache)];
      if (imports && without.graph !== null) assert.ok(asked > 0, `${program} reads a stored tree`);
      assert.deepEqual(with_, without, program);
    }
  });
});
